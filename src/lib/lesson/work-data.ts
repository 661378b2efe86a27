import { anchor, type Selector } from '$lib/model/anchoring';
import type { Light } from '$lib/model/catalogue';
import type { DocumentBody } from '$lib/model/collection';

/** Any value that JSON can say. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export interface GivenAnswer {
	lesson: string;
	task: string;
	answer: Json;
}

/** Words of a document that a note stands at; offsets in UTF-16 units of its text. */
export interface NoteWords extends Required<Selector> {
	/** The annotation that was chosen: for a link that leads there. */
	phrase: string;
}

/** A note of the student's; without words of its own it is a bookmark. */
export interface Note {
	/** Counted from 1: it tells nothing of whose it is. */
	id: number;
	lesson: string;
	step: string;
	/** null: it belongs to the whole step. */
	document: string | null;
	/** null: it belongs to the whole document, or to the step. */
	words: NoteWords | null;
	text: string;
}

/** All that a student has done in a collection. Lists, not objects: an id is never taken for a name of the language. */
export interface WorkData {
	answers: GivenAnswer[];
	seen: { lesson: string; step: string }[];
	notes: Note[];
}

/** Where notes are written. */
export interface NotePlace {
	lesson: string;
	step: string;
	/** The words of a document; null when there is none. Rejects when they cannot be had now. */
	bodyOf: (document: string) => Promise<Pick<DocumentBody, 'text' | 'annotations'> | null>;
	hrefOf: (light: Light) => string;
}

export const NO_WORK: WorkData = { answers: [], seen: [], notes: [] };

export function isEmpty({ answers, seen, notes }: WorkData): boolean {
	return answers.length + seen.length + notes.length === 0;
}

/** Characters of context kept on either side of a note's words. */
const CONTEXT = 32;

/** The words of a text from start to end, with what stands around them. */
export function takeWords(text: string, phrase: string, start: number, end: number): NoteWords {
	return {
		phrase,
		quote: text.slice(start, end),
		prefix: text.slice(Math.max(0, start - CONTEXT), start),
		suffix: text.slice(end, end + CONTEXT),
		...{ start, end }
	};
}

/** Where the words of a note stand in the text as it is now; null where they are gone, or no longer tell which place is meant. */
export function findWords(text: string, words: NoteWords): { start: number; end: number } | null {
	const { quote, prefix, suffix } = words;
	for (const selector of [{ quote, prefix, suffix }, { quote, prefix }, { quote, suffix }, { quote }]) {
		const found = anchor(text, selector);
		if (found.ok) return { start: found.start, end: found.end };
	}
	return null;
}

/** Reads what a file or the device's storage holds; null when it is no work of this shape. */
export function readWorkData(value: unknown): WorkData | null {
	if (!isRecord(value)) return null;
	const answers = readList(value.answers, (one) =>
		isText(one.lesson) && isText(one.task) && isAnswer(one.answer)
			? { lesson: one.lesson, task: one.task, answer: one.answer }
			: null
	);
	const seen = readList(value.seen, ({ lesson, step }) =>
		isText(lesson) && isText(step) ? { lesson, step } : null
	);
	const notes = readList(value.notes, readNote);
	if (!answers || !seen || !notes) return null;
	if (new Set(notes.map(({ id }) => id)).size < notes.length) return null;
	return { answers, seen, notes };
}

/** The deepest answer is a list of places in a list. What is nested without end could be read, but not written again. */
const DEEPEST = 20;

function isAnswer(value: unknown): value is Json {
	let level: unknown[] = [value];
	for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1)
		level = level.flatMap((one) =>
			typeof one === 'object' && one !== null ? (Object.values(one) as unknown[]) : []
		);
	return value !== undefined && level.length === 0;
}

function readNote({ id, lesson, step, document, words, text }: Record<string, unknown>): Note | null {
	if (!isCount(id) || !isText(lesson) || !isText(step) || !isText(text)) return null;
	if (document !== null && !isText(document)) return null;
	const read = words === null ? null : readWords(words);
	if (read === undefined || (read && document === null)) return null;
	return { id, lesson, step, document, words: read, text };
}

function readWords(value: unknown): NoteWords | undefined {
	if (!isRecord(value)) return undefined;
	const { phrase, quote, prefix, suffix, start, end } = value;
	if (!isText(phrase) || !isText(quote) || !isText(prefix) || !isText(suffix)) return undefined;
	if (!isCount(start) || !isCount(end)) return undefined;
	return { phrase, quote, prefix, suffix, start, end };
}

function readList<T>(value: unknown, read: (one: Record<string, unknown>) => T | null): T[] | null {
	if (!Array.isArray(value)) return null;
	const items: T[] = [];
	for (const one of value as unknown[]) {
		const item = isRecord(one) ? read(one) : null;
		if (item === null) return null;
		items.push(item);
	}
	return items;
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isText(value: unknown): value is string {
	return typeof value === 'string';
}
function isCount(value: unknown): value is number {
	return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
