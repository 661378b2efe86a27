import { findSpans, type SoughtWords } from '$lib/model/spelling';
import type { SearchEntry } from './entry';

/** A stretch of text that was looked for, or was not. */
export interface MarkedRun {
	text: string;
	isFound: boolean;
}

/** Letters of a line that are shown, and how many of them before the first mark. */
const LENGTH = 170;
const BEFORE = 50;

/** Parts a text at the words that were looked for. Joined again, the runs are the text. */
export function markRuns(text: string, words: SoughtWords): MarkedRun[] {
	const runs: MarkedRun[] = [];
	let at = 0;
	for (const [start, end] of findSpans(text, words)) {
		if (start > at) runs.push({ text: text.slice(at, start), isFound: false });
		runs.push({ text: text.slice(start, end), isFound: true });
		at = end;
	}
	if (at < text.length) runs.push({ text: text.slice(at), isFound: false });
	return runs;
}

/** The line of an entry where it was found, cut to what can be read at a glance; else its first line. Null where it has no words. */
export function findPassage(entry: SearchEntry, words: SoughtWords): MarkedRun[] | null {
	const lines = [...(entry.text?.split('\n') ?? []), ...(entry.way ? [entry.way] : [])];
	const names = entry.names?.join(' · ');
	let best = { count: 0, line: '', spans: [] as [number, number][] };
	for (const line of names ? [...lines, names] : lines) {
		const spans = findSpans(line, words);
		const count = new Set(spans.map(([start, end]) => line.slice(start, end).toLowerCase())).size;
		if (count > best.count) best = { count, line, spans };
	}
	const [first] = best.spans;
	const line = first ? best.line : (lines[0] ?? names);
	return line ? markRuns(cut(line, first?.[0] ?? 0), words) : null;
}

/** Some letters around a place in a line, from the beginning of a word to the end of one. */
function cut(line: string, place: number): string {
	if (line.length <= LENGTH) return line;
	const from =
		place <= BEFORE ? 0 : beginningOfWord(line, Math.min(place - BEFORE, line.length - LENGTH), place);
	const rest = line.slice(from);
	const end = rest.length <= LENGTH ? rest.length : Math.max(rest.lastIndexOf(' ', LENGTH), BEFORE * 2);
	return `${from > 0 ? '…' : ''}${rest.slice(0, end)}${end < rest.length ? '…' : ''}`;
}

function beginningOfWord(line: string, from: number, place: number): number {
	const space = line.indexOf(' ', from);
	return space >= 0 && space < place ? space + 1 : from;
}
