import { sentWhen, type Catalogue } from '$lib/model/catalogue';
import type { CitationOf, DocumentSummary, Phrase, Provenance } from '$lib/model/collection';
import { middleOf, type Interval } from '$lib/model/interval';
import { parseReference, referTo, type Reference, type ReferenceKind } from '$lib/model/references';
import { m } from '$lib/paraglide/messages';

/** One line of a list in order of time: what happened, to which record, when. */
export interface Dated {
	/** undefined: no date is known. */
	when?: Interval;
	/** What the record is in it: sent, carried, received. */
	role?: string;
	/** The record the line tells of; null where the line is told in words only. */
	reference: Reference | null;
	texts: string[];
	/** Other records named in it. */
	records: Reference[];
	certainty?: Provenance['certainty'];
	sources: CitationOf[];
}

export interface Mention {
	when?: Interval;
	phrase: Phrase;
}

/** Earliest first; what has no date comes last; what is of one time keeps its order. */
export function inTime<T extends { when?: Interval }>(entries: readonly T[]): T[] {
	const at = ({ when }: T) => (when ? middleOf(when) : Infinity);
	return [...entries].sort((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
}

/** The phrases that speak of a record, by the dates of their documents, then in the order of the text. */
export function mentionsInTime(reference: Reference, catalogue: Catalogue): Mention[] {
	return inTime(
		catalogue.phrasesFor(reference).map((phrase) => {
			const document = catalogue.find('document', phrase.document);
			return { phrase, when: document && sentWhen(document) };
		})
	);
}

/** What a person sent, carried and was sent. */
export function documentsOf(person: string, catalogue: Catalogue): Dated[] {
	const isOne = (party: DocumentSummary['from'][number]) => party.person === person;
	return inTime(
		recordsLitBy(catalogue, referTo('person', person), 'document').flatMap((document) => {
			const roles = [
				document.from.some(isOne) ? m.reader_role_sent() : '',
				document.via.some(isOne) ? m.reader_role_carried() : '',
				document.to.some(isOne) ? m.reader_role_received() : ''
			].filter(Boolean);
			if (roles.length === 0) return [];
			return line(referTo('document', document.id), sentWhen(document), { role: roles.join(', ') });
		})
	);
}

/** What happened at a place, with a person, or to a formation. */
export function eventsOf(reference: Reference, catalogue: Catalogue): Dated[] {
	return inTime(
		recordsLitBy(catalogue, reference, 'event').map((event) => line(referTo('event', event.id), event.when))
	);
}

/** Where a formation stood, as far as a record says. `areaText` tells an area in words. */
export function positionsOf(
	formation: string,
	catalogue: Catalogue,
	areaText: (area: NonNullable<Position['area']>) => string | null
): Dated[] {
	const positions = catalogue.find('formation', formation)?.positions ?? [];
	return inTime(
		positions.map((position) => ({
			...line(null, position.when),
			texts: [position.label, position.area && areaText(position.area), position.note].filter(
				(text): text is string => Boolean(text)
			),
			records: position.places.map((place) => referTo('place', place)),
			certainty: position.certainty,
			sources: position.sources
		}))
	);
}

/** Formations that stood at a place, by the dates of these positions. */
export function formationsAt(place: string, { data }: Catalogue): Dated[] {
	return inTime(
		data.formations.flatMap(({ id, positions }) =>
			positions
				.filter(({ places }) => places.includes(place))
				.map(({ when, certainty }) => ({ ...line(referTo('formation', id), when), certainty }))
		)
	);
}

/** Records that cite a source, with the places in it; those of one kind together. */
export function citedBy(source: string, { data }: Catalogue): Dated[] {
	const citing = <K extends ReferenceKind>(
		kind: K,
		records: readonly { id: string; sources: readonly CitationOf[] }[],
		whenOf: (index: number) => Interval | undefined = () => undefined
	): Dated[] =>
		inTime(
			records.flatMap(({ id, sources }, index) => {
				const own = sources.filter((citation) => citation.source === source);
				if (own.length === 0) return [];
				const texts = [...new Set(own.flatMap(({ locator }) => locator ?? []))];
				return { ...line(referTo(kind, id), whenOf(index)), texts };
			})
		);
	const { documents, events, fronts, movements } = data;
	return [
		...citing('document', documents, (index) => documents[index] && sentWhen(documents[index])),
		...citing('event', events, (index) => events[index]?.when),
		...citing('front', fronts, (index) => fronts[index]?.when),
		...citing('movement', movements, (index) => movements[index]?.when),
		...citing('formation', data.formations),
		...citing('place', data.places),
		...citing('person', data.people),
		...citing('term', data.terms),
		...citing(
			'dispute',
			data.disputes.map(({ id, claims }) => ({ id, sources: claims.flatMap(({ sources }) => sources) }))
		)
	];
}

type Position = Catalogue['data']['formations'][number]['positions'][number];

function line(reference: Reference | null, when: Interval | undefined, more: Partial<Dated> = {}): Dated {
	return { reference, when, texts: [], records: [], sources: [], ...more };
}

/** Records of a kind that belong with another, each once: what lights with it. */
function recordsLitBy<K extends 'document' | 'event'>(catalogue: Catalogue, reference: Reference, kind: K) {
	return [...catalogue.litBy(reference)].flatMap((light) => {
		const parsed = light.startsWith(`${kind}:`) ? parseReference(light) : null;
		return (parsed && catalogue.find(kind, parsed.id)) ?? [];
	});
}
