import { tokenise } from '$lib/model/spelling';
import { sayDate, sayDay, type SearchEntry } from './entry';

type Field = 'title' | 'names' | 'way' | 'when' | 'text';
const WORTH: Record<Field, number> = { title: 6, names: 5.5, way: 2, when: 2, text: 1 };
/** Words that fill half of a field's worth when they stand once. */
const USUAL: Record<Field, number> = { title: 8, names: 12, way: 8, when: 4, text: 150 };
const FIELDS = Object.keys(WORTH) as Field[];
/** What it is worth to speak of something that has the name. */
const SPOKEN_OF = 0.5;

/** The date of an entry in words, and its days alone. */
export interface DateWords {
	date: string;
	day: string;
}

/** The dates of all entries in words: many have the same, and saying one takes its time. */
export function sayDates(entries: readonly SearchEntry[]): DateWords[] {
	const said = new Map<string, DateWords>();
	return entries.map((entry) => {
		const key = JSON.stringify(entry.when ?? null);
		const words = said.get(key) ?? { date: sayDate(entry), day: sayDay(entry) };
		said.set(key, words);
		return words;
	});
}

/** The words of an entry, each with what it is worth there. @param names tokens of the names of each entry, by its number */
export function weighWords(
	entry: SearchEntry,
	date: string,
	names: readonly (readonly string[])[]
): Map<string, number> {
	const weights = new Map<string, number>();
	for (const field of FIELDS) {
		const text = field === 'names' ? entry.names?.join('\n') : field === 'when' ? date : entry[field];
		if (!text) continue;
		const tokens = tokenise(text);
		const counts = new Map<string, number>();
		for (const token of tokens) counts.set(token.text, (counts.get(token.text) ?? 0) + 1);
		const length = tokens.length / USUAL[field];
		for (const [token, count] of counts) {
			const worth = (WORTH[field] * count) / (count + 0.3 + length);
			const known = weights.get(token) ?? 0;
			// Other names stand for the title: they add nothing to it.
			weights.set(token, field === 'names' ? Math.max(known, worth) : known + worth);
		}
	}
	for (const number of entry.about ?? [])
		for (const token of names[number] ?? []) weights.set(token, Math.max(weights.get(token) ?? 0, SPOKEN_OF));
	return weights;
}
