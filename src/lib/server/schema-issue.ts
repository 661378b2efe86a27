import type { DataPath } from './data-file';
import { suggest } from './suggest';

/** What the schema library reports, as far as it is used here. */
export interface Issue {
	code: string;
	path: PropertyKey[];
	/** The schema's own words for what it expects; empty where it has none. Known names as JSON for `unrecognized_keys`. */
	message: string;
	expected?: string;
	format?: string;
	origin?: string;
	minimum?: number | bigint;
	maximum?: number | bigint;
	inclusive?: boolean;
	keys?: string[];
	values?: unknown[];
	options?: unknown[];
	errors?: Issue[][];
}

/** Any schema of the schema room. */
export interface Schema<T> {
	safeParse(
		value: unknown,
		words: { error: (raw: { code?: string; inst?: unknown }) => string }
	): { success: true; data: T } | { success: false; error: { issues: Issue[] } };
}

/** One thing wrong with a value, before it is put into words. */
export interface Fault {
	issue: Issue;
	path: DataPath;
	value: unknown;
	/** The line is not there at all. */
	missing: boolean;
	/** Other shapes the value could have had. */
	alternatives: Fault[];
	/** For an unknown name: names not yet used beside it. */
	known: string[];
}

/** Known names, as schema-problems.ts packs them into the message. */
export function readNames(message: string): string[] {
	if (!message.startsWith('[')) return [];
	return JSON.parse(message) as string[];
}

/** The word of a closed list that was probably meant; null when none is near. */
export function suggestValue(value: unknown, values: unknown[] = []): string | null {
	const words = values.filter((one) => typeof one === 'string');
	return typeof value === 'string' ? suggest(value, words) : null;
}
