import { compareFronts, type FrontDifference } from '$lib/model/compare-fronts';
import type { FrontAt } from '$lib/model/front-at';

const known = new WeakMap<FrontAt['line'], WeakMap<FrontAt['line'], FrontDifference>>();

/** What differs between two fronts, found out once for each pair of lines: a claim's line is the same one at every moment it speaks for. */
export function compareOnce(
	before: FrontAt,
	after: FrontAt,
	...on: [Parameters<typeof compareFronts>[2], Parameters<typeof compareFronts>[3]]
): FrontDifference {
	const others = known.get(before.line) ?? new WeakMap<FrontAt['line'], FrontDifference>();
	known.set(before.line, others);
	const found = others.get(after.line) ?? compareFronts(before, after, ...on);
	others.set(after.line, found);
	return found;
}
