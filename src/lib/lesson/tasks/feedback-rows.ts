import { readAnswer, type Placing } from '$lib/model/answers';
import type { EvidenceOf, Graded } from '$lib/model/grade';
import { m } from '$lib/paraglide/messages';
import type { TaskRecord } from '$lib/schema/records';
import { WEIGHINGS, type TaskWords } from './task-words';

/** One part of a committed answer, in words. */
export interface FeedbackRow extends Graded {
	label: string;
	/** Language of the label, where it is a document's. */
	language?: string;
	/** What the student gave; empty where the label says it. */
	yours: string;
}

export function rowsOf(
	task: TaskRecord,
	answer: unknown,
	graded: readonly Graded[],
	words: TaskWords
): FeedbackRow[] {
	return graded.map((one) => ({
		...one,
		...labelOf(task, one.item, words),
		yours: yoursOf(task, answer, one, words)
	}));
}

/** The words on a card: its own, or those of its phrase. */
export function cardWords(
	card: { id: string; text?: string | undefined; phrase?: EvidenceOf | undefined },
	words: TaskWords
): { label: string; language?: string } {
	if (card.text !== undefined) return { label: card.text };
	const { document, annotation } = card.phrase ?? { document: '' };
	const quote = annotation === undefined ? null : words.quoteOf(document, annotation);
	if (quote === null) return { label: document ? words.titleOf(document) : card.id };
	return { label: `“${quote}”`, language: words.languageOf(document) };
}

export function placingText(placing: Placing, words: TaskWords): string {
	if (placing === 'unknown') return m.task_place_unknown();
	if ('place' in placing) return words.placeName(placing.place);
	const [longitude, latitude] = placing.centre.map((degrees) => degrees.toFixed(2));
	return m.task_place_point({ latitude: latitude ?? '', longitude: longitude ?? '' });
}

function labelOf(task: TaskRecord, item: string, words: TaskWords): { label: string; language?: string } {
	const find = <T extends { id: string }>(parts: readonly T[]) => parts.find(({ id }) => id === item);
	switch (task.kind) {
		case 'choose':
			return { label: find(task.options)?.text ?? item };
		case 'mark': {
			const quote = words.quoteOf(task.document, item);
			if (quote === null) return { label: m.task_phrase_of({ title: words.titleOf(task.document) }) };
			return { label: `“${quote}”`, language: words.languageOf(task.document) };
		}
		case 'sort':
			return cardWords(find(task.cards) ?? { id: item }, words);
		case 'order':
			return { label: find(task.items)?.text ?? item };
		case 'place':
			return { label: find(task.tokens)?.name ?? item };
		case 'weigh':
			return { label: find(task.points)?.text ?? item };
		case 'cite':
			return { label: find(task.fields)?.label ?? item };
		case 'write':
			return { label: item };
	}
}

function yoursOf(task: TaskRecord, answer: unknown, { item, given }: Graded, words: TaskWords): string {
	switch (task.kind) {
		case 'choose':
			return given ? m.task_chosen() : m.task_not_chosen();
		case 'mark':
			return given ? m.task_marked() : m.task_not_marked();
		case 'sort': {
			const bin = readAnswer(task, answer)?.[item];
			return m.task_yours({ answer: task.bins.find(({ id }) => id === bin)?.name ?? '' });
		}
		case 'order':
			return m.task_yours_place({ number: (readAnswer(task, answer)?.indexOf(item) ?? 0) + 1 });
		case 'place':
			return m.task_yours({ answer: placingText(readAnswer(task, answer)?.[item] ?? 'unknown', words) });
		case 'weigh': {
			const weighing = readAnswer(task, answer)?.[item];
			return m.task_yours({ answer: weighing ? WEIGHINGS[weighing]() : '' });
		}
		case 'cite':
			return m.task_yours({ answer: readAnswer(task, answer)?.[item] ?? m.task_not_given() });
		case 'write':
			return '';
	}
}
