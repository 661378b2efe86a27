import { m } from '$lib/paraglide/messages';
import type { TaskRecord } from '$lib/schema/records';
import { wordsOfCard, type PaperWords } from './paper-task';

/** One part of a task with what is to be said of it. */
export interface KeyRow {
	/** The part, as the sheet has it; empty where there is nothing but a reason. */
	label: string;
	/** What belongs to it; null where being on the list says it. */
	answer: string | null;
	/** Whether it holds; null where all of them do. */
	holds: boolean | null;
	because: string;
	/** Exact words that show it. */
	quotes: string[];
}

interface Part {
	because: string;
	phrase?: { document: string; annotation?: string | undefined } | undefined;
}

/** The right answers to a task with their reasons, in the order of the lesson's author. */
export function keyOf(task: TaskRecord, words: PaperWords): KeyRow[] {
	const quote = (document: string, annotation: string | undefined) =>
		annotation === undefined ? [] : (words.quoteOf(document, annotation) ?? []);
	const rowOf = ({ because, phrase }: Part, label: string, answer: string | null = null): KeyRow => ({
		...{ label, answer, because, holds: null },
		quotes: phrase ? [quote(phrase.document, phrase.annotation)].flat() : []
	});
	switch (task.kind) {
		case 'choose':
			return task.options.map((option) => ({ ...rowOf(option, option.text), holds: option.right }));
		case 'write':
			return task.look_for.map(({ text, phrase }) => rowOf({ because: text, phrase }, ''));
		case 'mark':
			return [
				...task.wanted.map(({ annotation, because }) => ({ annotation, because, holds: true })),
				...task.near.map(({ annotation, because }) => ({ annotation, because, holds: false }))
			].map(({ annotation, because, holds }) => ({
				...{ label: `“${[quote(task.document, annotation)].flat().join('')}”`, answer: null },
				...{ because, holds, quotes: [] }
			}));
		case 'sort':
			return task.cards.map((card) => {
				const names = task.bins.filter(({ id }) => card.bins.includes(id)).map(({ name }) => name);
				const row = rowOf(card, wordsOfCard(card, words), names.join(' / '));
				// A card in quotation marks says its words already.
				return row.label.startsWith('“') ? { ...row, quotes: [] } : row;
			});
		case 'order':
			return task.items.map((item, index) => rowOf(item, `${index + 1}. ${item.text}`));
		case 'place':
			return task.tokens.map((token) => {
				if (token.answer === 'unknown') return rowOf(token, token.name, m.task_place_unknown());
				if ('place' in token.answer) return rowOf(token, token.name, words.placeName(token.answer.place));
				const [longitude, latitude] = token.answer.centre;
				const point = m.task_place_point({ latitude: latitude.toFixed(2), longitude: longitude.toFixed(2) });
				return rowOf(token, token.name, point);
			});
		case 'weigh':
			return task.points.map(({ text, answer, because, phrases }) => ({
				...{ label: text, answer: WEIGHINGS[answer](), because, holds: null },
				quotes: phrases.flatMap(({ document, annotation }) => quote(document, annotation))
			}));
		case 'cite':
			return task.fields.map((field) =>
				rowOf(field, field.label, field.accept === 'unknown' ? m.task_not_given() : (field.accept[0] ?? ''))
			);
	}
}

const WEIGHINGS = { agree: m.task_agree, differ: m.task_differ, silent: m.task_silent };
