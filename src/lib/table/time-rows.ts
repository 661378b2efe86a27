import { sentWhen, type Catalogue } from '$lib/model/catalogue';
import type { CollectionEvent, DateRole, DocumentSummary } from '$lib/model/collection';
import { BEGINNING, type Interval } from '$lib/model/interval';
import { referTo } from '$lib/model/references';
import { m } from '$lib/paraglide/messages';
import { dateText } from '$lib/ui/date-text';
import { joinList, joinSentences } from '$lib/ui/page-language';
import { DOCUMENT_KINDS } from '$lib/ui/record-words';
import { nameOf, placesOf, quoteOf, quotesOf, rowOf, type Row } from './rows';

const STAGES: [DateRole, (inputs: { date: string }) => string][] = [
	['written', m.table_written],
	['sent', m.table_sent],
	['received', m.table_received],
	['deciphered', m.table_deciphered],
	['delivered', m.table_delivered],
	['published', m.table_published]
];

const TEXTS = { full: m.table_text_full, precis: m.table_text_precis, none: m.table_text_none };

/** Documents and events in order of time; what has no date comes last. */
export function timeRows(catalogue: Catalogue): Row[] {
	const { documents, events } = catalogue.data;
	const rows = [
		...documents.map((document) => documentRow(catalogue, document)),
		...events.map((event) => eventRow(catalogue, event))
	];
	return rows.sort((a, b) => (startOf(a.when) < startOf(b.when) ? -1 : 1));
}

/** The instant a date begins at, as far as it has a beginning; milliseconds UTC. */
export function startOf(when: Interval | undefined): number {
	if (!when) return Infinity;
	return when.earliestStart === BEGINNING ? when.latestEnd : when.earliestStart;
}

function eventRow(catalogue: Catalogue, event: CollectionEvent): Row {
	return {
		...rowOf(catalogue, referTo('event', event.id), event),
		when: event.when,
		title: event.title,
		kind: catalogue.about.event_kinds.find(({ id }) => id === event.kind)?.name ?? event.kind,
		facts: [event.summary],
		places: placesOf(catalogue, event.places),
		quotes: quotesOf(catalogue, event.evidence)
	};
}

/** The first of its facts is who wrote to whom. */
function documentRow(catalogue: Catalogue, document: DocumentSummary): Row {
	const when = sentWhen(document);
	return {
		...rowOf(catalogue, referTo('document', document.id), document),
		...(when && { when }),
		title: document.title,
		kind: DOCUMENT_KINDS[document.kind](),
		facts: [
			wayText(catalogue, document),
			datesText(document),
			...answersText(catalogue, document),
			TEXTS[document.text]()
		],
		places: [],
		quotes: catalogue
			.phrasesFor(referTo('document', document.id))
			.filter((phrase) => phrase.document !== document.id)
			.map((phrase) => quoteOf(catalogue, phrase.document, phrase))
	};
}

function wayText(catalogue: Catalogue, { from, via, to }: DocumentSummary): string {
	const names = (parties: DocumentSummary['from']) =>
		joinList(
			parties.map(({ person, name, desk }) => {
				const who = person ? nameOf(catalogue, 'person', person) : name;
				const where = catalogue.about.desks.find(({ id }) => id === desk)?.name;
				return who && where ? m.table_party({ who, where }) : (who ?? where ?? '');
			})
		);
	return via.length > 0
		? m.table_from_via_to({ from: names(from), via: names(via), to: names(to) })
		: m.table_from_to({ from: names(from), to: names(to) });
}

/** Every date that is recorded, by what was done; and that none is recorded of its coming. */
function datesText({ dates }: DocumentSummary): string {
	const said = STAGES.flatMap(([role, say]) => {
		const date = dates[role];
		return date && date !== 'unknown' ? say({ date: dateText(date) }) : [];
	});
	const came = (['received', 'deciphered', 'delivered'] as const).some(
		(role) => dates[role] && dates[role] !== 'unknown'
	);
	return joinSentences([...said, ...(came ? [] : [m.table_receipt_unknown()])]);
}

function answersText(catalogue: Catalogue, { answers }: DocumentSummary): string[] {
	if (answers.length === 0) return [];
	const titles = answers.map((id) => `“${nameOf(catalogue, 'document', id)}”`);
	return [m.table_answers({ titles: joinList(titles) })];
}
