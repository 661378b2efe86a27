import { problemAt } from './data-file';
import type { Declaration, Draft } from './draft';
import type { Problem } from './problems';

/** Ids that are given twice. Documents and events share one space: each has a page whose address ends in its id. */
export function checkIds({ declarations }: Draft): Problem[] {
	const first = new Map<string, Declaration>();
	return declarations.flatMap((declaration) => {
		const { kind, id, within = '', data, path } = declaration;
		const space = kind === 'event' ? 'document' : kind;
		const key = JSON.stringify([space, within, id]);
		const other = first.get(key);
		if (!other) {
			first.set(key, declaration);
			return [];
		}
		const { file } = other.data;
		const { line } = other.data.locate(other.path);
		const unique =
			space === 'document' ? 'an id that no other document or event has' : `an id that no other ${kind} has`;
		return problemAt(data, path, {
			expected: unique,
			found: `"${id}", which ${kind === other.kind ? 'another' : `the ${other.kind}`} at ${file}:${line} has too`,
			advice: 'change one of the two, and the references that mean it'
		});
	});
}
