import type { TaskOf } from '$lib/model/answers';
import { listEvidence } from '$lib/model/grade';
import type { Step } from '$lib/model/lesson';
import { linesOf, type Prose } from '$lib/model/prose';
import { shuffleBy } from '$lib/model/shuffle';
import type { LevelName, TaskRecord } from '$lib/schema/records';

/** A map for paper. All lengths are tenths of a millimetre, from its upper left corner. */
export interface PaperMap {
	width: number;
	height: number;
	coast: string;
	rivers: string;
	parallels: { y: number; name: string }[];
	places: {
		name: string;
		x: number;
		y: number;
		/** It lies outside: the mark at the edge shows which way. */
		isBeyond: boolean;
		labelX: number;
		labelY: number;
		anchor: 'start' | 'end';
	}[];
}

/** A document as a sheet names it. */
export interface PaperDocument {
	/** Title and date. */
	name: string;
	/** true: what is quoted of it are our words. */
	isOurs: boolean;
}

/** What a sheet asks of the collection. */
export interface PaperWords {
	quoteOf: (document: string, annotation: string) => string | null;
	nameOf: (document: string) => PaperDocument;
	placeName: (place: string) => string;
	paragraphsOf: (document: string) => string[];
	drawMap: (places: readonly string[]) => PaperMap;
}

/** Words that a task needs and that stand nowhere else on the sheet. */
export interface PaperPhrases extends PaperDocument {
	/** Empty where the document is only named. */
	quotes: string[];
}

/** What is to be filled in by hand. It holds no answer. */
export type PaperBody =
	| { kind: 'choose'; several: boolean; options: string[] }
	| { kind: 'write'; lines: number }
	| { kind: 'mark'; passage: string[] | null }
	| { kind: 'sort'; bins: string[]; cards: string[] }
	| { kind: 'order'; items: string[] }
	| { kind: 'place'; map: PaperMap; tokens: string[] }
	| { kind: 'weigh'; points: string[] }
	| { kind: 'cite'; fields: string[] };

export interface PaperTask {
	/** Id of the task. */
	id: string;
	/** The step's place on the lesson's way, from 1. */
	number: number;
	title: string;
	minutes: number;
	prompt: string;
	/** Lists and quotations of the step's text: what the task speaks of. */
	given: string[];
	starters: string[];
	phrases: PaperPhrases[];
	body: PaperBody;
	/** The step holds the text back until it is answered. */
	isBeforeText: boolean;
	/** The rest of a task that begins on the page before. */
	isContinued?: boolean;
}

export interface PaperStage {
	step: Step;
	number: number;
	minutes: number;
}

/**
 * A step's task for paper; null where the level has none.
 *
 * @param source the document that is printed on the sheet as a whole, if there is one
 */
export function toPaper(
	{ step, number, minutes }: PaperStage,
	level: LevelName,
	source: string | null,
	words: PaperWords
): PaperTask | null {
	const { text, task, starters } = step.tellings[level];
	if (!task) return null;
	return {
		...{ id: task.id, number, minutes },
		// They begin sentences, for which other tasks leave no room on paper.
		starters: task.kind === 'write' ? starters : [],
		...{ title: step.title, prompt: task.prompt, given: givenIn(text) },
		isBeforeText: step.hideText !== null,
		phrases: phrasesFor(task, step, source, words),
		body: bodyOf(task, source, words)
	};
}

function givenIn(text: Prose): string[] {
	return text.flatMap((block) => (block.kind === 'list' || block.kind === 'quote' ? linesOf([block]) : []));
}

/** Handwriting takes about as much room as two and a half times the print. */
const SIGNS_A_LINE = 75;

function bodyOf(task: TaskRecord, source: string | null, words: PaperWords): PaperBody {
	switch (task.kind) {
		case 'choose':
			return {
				...{ kind: task.kind, several: task.several },
				options: shuffleBy(task.options, task.id).map(({ text }) => text)
			};
		case 'write': {
			const [least, most] = task.length === 'short' ? [3, 3] : [5, 6];
			const lines = Math.round(task.sample.length / SIGNS_A_LINE);
			return { kind: task.kind, lines: Math.min(Math.max(lines, least), most) };
		}
		case 'mark':
			return {
				kind: task.kind,
				passage: task.document === source ? null : words.paragraphsOf(task.document)
			};
		case 'sort':
			return {
				kind: task.kind,
				bins: task.bins.map(({ name }) => name),
				cards: shuffleBy(task.cards, task.id).map((card) => wordsOfCard(card, words))
			};
		case 'order':
			return { kind: task.kind, items: shuffleBy(task.items, task.id).map(({ text }) => text) };
		case 'place':
			return {
				kind: task.kind,
				map: words.drawMap(task.choices),
				tokens: task.tokens.map(({ name }) => name)
			};
		case 'weigh':
			return { kind: task.kind, points: task.points.map(({ text }) => text) };
		case 'cite':
			return { kind: task.kind, fields: task.fields.map(({ label }) => label) };
	}
}

/** The words on a card: its own, or those of its phrase. */
export function wordsOfCard(card: TaskOf<'sort'>['cards'][number], words: PaperWords): string {
	if (card.text !== undefined) return card.text;
	const { document, annotation } = card.phrase ?? { document: '' };
	const quote = annotation === undefined ? null : words.quoteOf(document, annotation);
	return quote === null ? card.id : `“${quote}”`;
}

/**
 * What a reader of the paper must have before the eyes: the phrases that answer, of every document that is not printed; before a
 * text that waits, only what the screen shows too. Cards bear their own words; for an order of events the documents' dates do.
 */
function phrasesFor(task: TaskRecord, step: Step, source: string | null, words: PaperWords): PaperPhrases[] {
	const { document } = step.view;
	if (step.hideText && document !== undefined) {
		const shown = step.hideText.except.map((annotation) => ({ document, annotation }));
		return task.kind === 'sort' ? [] : gather(shown, words);
	}
	const evidence = listEvidence(task).filter((one) => one.document !== source);
	switch (task.kind) {
		case 'sort':
		case 'mark':
			return [];
		case 'order':
			return gather(
				evidence.map(({ document }) => ({ document })),
				words
			);
		default:
			return gather(evidence, words);
	}
}

function gather(evidence: { document: string; annotation?: string | undefined }[], words: PaperWords) {
	const documents = [...new Set(evidence.map(({ document }) => document))].sort();
	return documents.map((document): PaperPhrases => {
		const quotes = evidence.flatMap((one) => {
			if (one.document !== document || one.annotation === undefined) return [];
			return words.quoteOf(document, one.annotation) ?? [];
		});
		return { ...words.nameOf(document), quotes: [...new Set(quotes)] };
	});
}
