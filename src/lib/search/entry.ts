import type { Interval } from '$lib/model/interval';
import { referTo, type Reference, type ReferenceKind } from '$lib/model/references';
import { dateText } from '$lib/ui/date-text';

/** Kinds of record that can be searched for, in the order in which they are listed when they are equally good. */
export const SEARCHED_KINDS = [
	'document',
	'event',
	'person',
	'place',
	'formation',
	'term',
	'front',
	'dispute',
	'movement'
] as const satisfies readonly ReferenceKind[];

export type SearchedKind = (typeof SEARCHED_KINDS)[number];

/** What is said of a date, without its limits in time and without what is false. */
export type EntryDate = Pick<Interval, 'from' | 'to' | 'clock' | 'part'> &
	Partial<Pick<Interval, 'approximate' | 'uncertain' | 'oneOf'>>;

/** One record as the search has it, in its own words only: postings are made of them in the browser, and would double the file. */
export interface SearchEntry {
	kind: SearchedKind;
	id: string;
	title: string;
	/** Other titles, spellings and scripts. */
	names?: string[];
	/** From whom, by way of whom, to whom. */
	way?: string;
	when?: EntryDate;
	/** What is said in it or of it: paragraphs, each on a line. */
	text?: string;
	/** Places, people, formations and terms it speaks of, by their number in the list: found under all of their spellings. */
	about?: number[];
	/** Document and phrase that vouch for it. */
	at?: [document: string, phrase: string];
}

/** Whether other records are found under its names. */
export function isNamed(kind: SearchedKind | undefined): boolean {
	return kind === 'place' || kind === 'person' || kind === 'formation' || kind === 'term';
}

/** The record an entry stands for. */
export function referToEntry({ kind, id }: Pick<SearchEntry, 'kind' | 'id'>): Reference {
	return referTo(kind, id);
}

/** What a link into the explorer says of it after the `?`. */
export function queryFor(entry: SearchEntry): string {
	if (entry.kind === 'document') return `doc=${entry.id}`;
	const [document, phrase] = entry.at ?? [];
	return [document && `doc=${document}`, `sel=${referToEntry(entry)}`, phrase && `p=${phrase}`]
		.filter(Boolean)
		.join('&');
}

const NO_DOUBT = { approximate: false, uncertain: false, oneOf: false };

/** The date of an entry in words; empty where it has none. */
export function sayDate({ when }: Pick<SearchEntry, 'when'>): string {
	return when ? dateText({ ...NO_DOUBT, ...when }) : '';
}

/** Its day or days alone. */
export function sayDay({ when }: Pick<SearchEntry, 'when'>): string {
	return when ? dateText({ ...NO_DOUBT, from: when.from, to: when.to }) : '';
}

/** All it is called. */
export function namesOf({ title, names = [] }: SearchEntry): string[] {
	return [title, ...names];
}
