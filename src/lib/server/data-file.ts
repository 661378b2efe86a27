import type { Problem } from './problems';

/** Keys and indices from the top of a file to a value in it. */
export type DataPath = readonly (string | number)[];

export interface Spot {
	line: number;
	column: number;
}

/** A file of the collection, read as data but not yet known to be right. */
export interface DataFile {
	file: string;
	/** What a list at the top of the file is called in paths: `events`; empty where the top is no list. */
	root: string;
	value: unknown;
	/** The line and column of a value, or of the nearest thing around it when there is no such value. */
	locate(path: DataPath): Spot;
}

/** `events[3].places[0]` */
export function printPath(root: string, path: DataPath): string {
	return path.reduce<string>((text, part) => {
		if (typeof part === 'number') return `${text}[${part}]`;
		return text ? `${text}.${part}` : part;
	}, root);
}

/** The value a path leads to; undefined when it leads nowhere. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
	return path.reduce<unknown>(
		(at, part) => (isObject(at) && Object.hasOwn(at, part) ? at[part] : undefined),
		value
	);
}

export function isObject(value: unknown): value is Record<PropertyKey, unknown> {
	return typeof value === 'object' && value !== null;
}

/** A problem with a value of a file. */
export function problemAt(
	data: Pick<DataFile, 'file' | 'root' | 'locate'>,
	path: DataPath,
	{ expected, found, advice }: Pick<Problem, 'expected' | 'found' | 'advice'>
): Problem {
	return { file: data.file, ...data.locate(path), path: printPath(data.root, path), expected, found, advice };
}
