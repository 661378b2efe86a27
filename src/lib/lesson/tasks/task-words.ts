import { createContext } from 'svelte';
import type { Verdict } from '$lib/model/grade';
import { m } from '$lib/paraglide/messages';

/** A phrase that a task speaks of, found in its document. Offsets in UTF-16 units of the document's text. */
export interface TaskPhrase {
	document: string;
	id: string;
	quote: string;
	start: number;
	end: number;
}

/** Words of the documents, for the parts of a task. */
export interface TaskWords {
	/** Null where the words of the phrase are not at hand. */
	readonly quoteOf: (document: string, annotation: string) => string | null;
	readonly languageOf: (document: string) => string;
	readonly titleOf: (document: string) => string;
	/** All phrases of a document whose words are at hand, in the order of the text. */
	readonly phrasesIn: (document: string) => readonly Pick<TaskPhrase, 'id' | 'quote'>[];
	/** The name of a place, as the collection has it. */
	readonly placeName: (place: string) => string;
}

export const [getTaskWords, setTaskWords] = createContext<TaskWords>();

export const VERDICTS: Record<Verdict, () => string> = {
	right: m.task_right,
	arguable: m.task_arguable,
	wrong: m.task_wrong
};

export const WEIGHINGS = {
	agree: m.task_agree,
	differ: m.task_differ,
	silent: m.task_silent
};
