import { sentWhen, type Catalogue } from '$lib/model/catalogue';
import type { DocumentBody, DocumentSummary } from '$lib/model/collection';
import type { Interval } from '$lib/model/interval';
import { inTime } from './in-time';

type Relation = 'answers' | 'self' | 'answered-by';

/** One letter of an exchange. Those that the collection does not hold are told in words. */
export interface Letter {
	relation: Relation;
	when?: Interval;
	document?: DocumentSummary;
	text?: string;
}

/** What a document answers, itself, and what answers it, in this order; within each in order of time, what is not held last. */
export function exchangeOf(
	document: DocumentSummary,
	unheld: DocumentBody['unheld'],
	catalogue: Catalogue
): Letter[] {
	const held = (relation: Relation, ids: readonly string[]): Letter[] =>
		inTime(
			ids.flatMap((id) => {
				const other = catalogue.find('document', id);
				return other ? { relation, when: sentWhen(other), document: other } : [];
			})
		);
	const missing = (relation: Relation): Letter[] =>
		unheld.filter((one) => one.relation === relation).map(({ text }) => ({ relation, text }));
	return [
		...missing('answers'),
		...held('answers', document.answers),
		{ relation: 'self', when: sentWhen(document), document },
		...held('answered-by', document.answered_by),
		...missing('answered-by')
	];
}

/** Documents that one may want to see beside another, each once, by why; then all others in order of time. */
export function companionsOf(
	document: DocumentSummary,
	catalogue: Catalogue
): Record<'answers' | 'answered-by' | 'related' | 'same-day' | 'other', DocumentSummary[]> {
	const left = new Set(inTime(catalogue.data.documents.map((one) => ({ one, when: sentWhen(one) }))));
	const take = (isWanted: (one: DocumentSummary) => boolean) =>
		[...left].flatMap((entry) => {
			if (!isWanted(entry.one)) return [];
			left.delete(entry);
			return entry.one;
		});
	take(({ id }) => id === document.id);
	const day = dayOf(document);
	return {
		answers: take(({ id }) => document.answers.includes(id)),
		'answered-by': take(({ id }) => document.answered_by.includes(id)),
		related: take(({ id, related }) => document.related.includes(id) || related.includes(document.id)),
		'same-day': take((one) => day !== undefined && dayOf(one) === day),
		other: take(() => true)
	};
}

/** The calendar day as written; undefined for what is not dated to a day. */
function dayOf(document: DocumentSummary): string | undefined {
	const { from, to } = sentWhen(document) ?? {};
	return from?.day && !to ? `${from.year}-${from.month}-${from.day}` : undefined;
}
