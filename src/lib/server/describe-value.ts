import { isObject } from './data-file';

const LONGEST = 80;

/** A value as its author would recognise it, on one line: `"seoul"`, `1950`, `nothing`, `a list of 3`. */
export function describeValue(value: unknown): string {
	if (value === undefined || value === null) return 'nothing';
	if (typeof value === 'string') return quoteText(value);
	if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : describeList(value);
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (!isObject(value)) return `a ${typeof value}`;
	const keys = Object.keys(value);
	return keys.length === 0 ? 'nothing' : shorten(`lines with ${keys.join(', ')}`);
}

/** Text in quotes, cut where it is long. An empty text shows as `""`. */
export function quoteText(text: string): string {
	return `"${shorten(text.replace(/\s+/g, ' '))}"`;
}

function describeList(list: unknown[]): string {
	const plain = list.length <= 4 && list.every((entry) => typeof entry === 'number');
	return plain ? `[${list.join(', ')}]` : `a list of ${list.length}`;
}

function shorten(text: string): string {
	return text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text;
}
