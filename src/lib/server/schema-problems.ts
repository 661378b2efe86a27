import type { DataFile, DataPath } from './data-file';
import { isObject, problemAt, valueAt } from './data-file';
import type { Problem } from './problems';
import { readNames, suggestValue, type Fault, type Issue, type Schema } from './schema-issue';
import { describeFault } from './schema-words';
import { suggest } from './suggest';

/** Checks the value at `base` against a schema; null when it does not hold. */
export function checkSchema<T>(
	schema: Schema<T>,
	data: DataFile,
	base: DataPath = []
): { record: T | null; problems: Problem[] } {
	const value = valueAt(data.value, base);
	const result = schema.safeParse(value, { error: readKnownNames });
	if (result.success) return { record: result.data, problems: [] };
	const faults = dropTypos(result.error.issues.flatMap((issue) => explain(issue, [], value)));
	const problems = faults.map((fault) => problemAt(data, [...base, ...fault.path], describeFault(fault)));
	return { record: null, problems };
}

/** Called for what the schema has no words of its own for. */
function readKnownNames({ code, inst }: { code?: string; inst?: unknown }): string {
	if (code !== 'unrecognized_keys' && code !== 'invalid_type') return '';
	const shape = valueAt(inst, ['_zod', 'def', 'shape']);
	return isObject(shape) ? JSON.stringify(Object.keys(shape)) : '';
}

function explain(issue: Issue, base: DataPath, whole: unknown): Fault[] {
	const path = [...base, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))];
	const value = valueAt(whole, path);
	const parent = valueAt(whole, path.slice(0, -1));
	const missing = path.length > 0 && isObject(parent) && !Object.hasOwn(parent, path.at(-1) ?? '');
	const fault: Fault = { issue, path, value, missing, alternatives: [], known: [] };
	if (issue.code === 'unrecognized_keys') {
		const known = readNames(issue.message).filter((name) => !isObject(value) || !Object.hasOwn(value, name));
		return (issue.keys ?? []).map((key) => ({ ...fault, path: [...path, key], value: key, known }));
	}
	if (issue.code === 'invalid_union' && issue.errors?.length) {
		const branches = issue.errors.map((issues) => issues.flatMap((inner) => explain(inner, path, whole)));
		return chooseBranch(branches, fault);
	}
	return [fault];
}

/** The shape that fits best speaks for all; where none fits at all they are listed. */
function chooseBranch(branches: Fault[][], fault: Fault): Fault[] {
	const weights = branches.map((faults) => faults.reduce((sum, one) => sum + weigh(one, fault.path), 0));
	const least = Math.min(...weights);
	if (least >= MISFIT) {
		const alternatives = branches
			.flat()
			.flatMap((one) => (one.alternatives.length > 0 ? one.alternatives : [one]));
		return [{ ...fault, alternatives }];
	}
	return branches[weights.indexOf(least)] ?? [fault];
}

const MISFIT = 100;

/** How far a fault takes a value from being of this shape. */
function weigh({ issue, path, value, missing, known, alternatives }: Fault, at: DataPath): number {
	if (path.length === at.length) {
		if (alternatives.length > 0 || issue.code === 'invalid_type') return MISFIT;
		if (issue.code === 'invalid_value') return suggestValue(value, issue.values) ? 0.5 : MISFIT;
	}
	if (issue.code === 'unrecognized_keys') return suggest(String(value), known) ? 0.5 : 2;
	return missing ? 1 : 0.75;
}

/** A name that is misspelt is one fault, not two: the right name is not also reported missing. */
function dropTypos(faults: Fault[]): Fault[] {
	const meant = new Set(
		faults
			.filter(({ issue }) => issue.code === 'unrecognized_keys')
			.map(({ path, value, known }) => JSON.stringify([...path.slice(0, -1), suggest(String(value), known)]))
	);
	return faults.filter(({ missing, path }) => !missing || !meant.has(JSON.stringify(path)));
}
