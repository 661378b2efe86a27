import type { Catalogue, RecordOf } from '$lib/model/catalogue';
import { sentWhen } from '$lib/model/catalogue';
import type { Formation, FormationPosition, Provenance } from '$lib/model/collection';
import type { Interval } from '$lib/model/interval';
import { parseReference, referTo, type Reference, type ReferenceKind } from '$lib/model/references';
import { m } from '$lib/paraglide/messages';
import { dateText } from '$lib/ui/date-text';
import { FORMATION_KINDS, PLACE_KINDS, positionText, SEEN, STATUSES } from './words';

/** One line of a card: words, or other records. */
export interface Fact {
	label: string;
	texts: string[];
	records: Reference[];
}

/** What a card says of a record, whatever its kind. */
export interface Card {
	reference: Reference;
	kind: ReferenceKind;
	title: string;
	when?: Interval;
	summary?: string;
	names: { text: string; lang: string }[];
	facts: Fact[];
	/** Absent for sources, which vouch for others. */
	provenance?: Provenance;
	note?: string;
	url?: string;
}

type Told = Omit<Card, 'reference' | 'kind' | 'names' | 'facts'> & {
	names?: Card['names'];
	facts: (Fact | null)[];
};
type Tellers = { [K in ReferenceKind]: (record: RecordOf[K], catalogue: Catalogue) => Told };

/** null when the collection has no such record. */
export function describeRecord(reference: Reference, catalogue: Catalogue): Card | null {
	const parsed = parseReference(reference);
	const record = parsed && catalogue.find(parsed.kind, parsed.id);
	if (!parsed || !record) return null;
	const tell = TELLERS[parsed.kind] as (record: RecordOf[ReferenceKind], catalogue: Catalogue) => Told;
	const told = tell(record, catalogue);
	return {
		names: [],
		...told,
		reference,
		kind: parsed.kind,
		facts: told.facts.filter((fact): fact is Fact => fact !== null)
	};
}

const TELLERS: Tellers = {
	document: (document) => ({
		title: document.title,
		when: sentWhen(document),
		facts: [
			recordFact(m.reader_from(), 'person', idsOf(document.from)),
			recordFact(m.reader_via(), 'person', idsOf(document.via)),
			recordFact(m.reader_to(), 'person', idsOf(document.to)),
			textFact(m.reader_text_label(), [TEXTS[document.text]()])
		],
		provenance: document,
		note: document.note
	}),
	event: (event, { about }) => ({
		title: event.title,
		when: event.when,
		summary: event.summary,
		facts: [
			textFact(m.reader_fact_kind(), [about.event_kinds.find(({ id }) => id === event.kind)?.name]),
			textFact(m.reader_fact_desk(), [about.desks.find(({ id }) => id === event.desk)?.name]),
			sideFact(event.side, about.sides),
			recordFact(m.reader_fact_places(), 'place', event.places),
			recordFact(m.reader_fact_people(), 'person', event.people),
			recordFact(m.reader_fact_formations(), 'formation', event.formations),
			recordFact(m.reader_fact_front(), 'front', [event.front])
		],
		provenance: event,
		note: event.note
	}),
	place: (place) => ({
		title: place.name,
		names: place.names,
		summary: place.description,
		facts: [
			textFact(m.reader_fact_kind(), [PLACE_KINDS[place.kind]()]),
			textFact(m.reader_fact_where(), [positionText(place)])
		],
		provenance: place,
		note: place.note
	}),
	person: (person, { about }) => ({
		title: person.name,
		names: person.names,
		summary: person.role,
		facts: [
			textFact(m.reader_fact_desk(), [about.desks.find(({ id }) => id === person.desk)?.name]),
			textFact(m.reader_fact_life(), [lifeText(person)])
		],
		provenance: person,
		note: person.note
	}),
	formation: (formation, { about, data }) => ({
		title: formation.name,
		names: formation.names,
		summary: formation.description,
		facts: [
			textFact(m.reader_fact_kind(), [FORMATION_KINDS[formation.kind]()]),
			sideFact(formation.side, about.sides),
			recordFact(m.reader_fact_part_of(), 'formation', [formation.part_of]),
			commanderFact(formation),
			...formation.positions.map((position) => positionFact(position, data.places))
		],
		provenance: formation,
		note: formation.note
	}),
	front: (front) => ({
		title: front.label,
		when: front.when,
		facts: [
			textFact(m.reader_fact_uncertainty(), [m.reader_uncertainty({ km: front.uncertainty_km })]),
			textFact(m.reader_fact_known(), [front.known]),
			textFact(m.reader_fact_guessed(), [front.guessed])
		],
		provenance: front,
		note: front.note
	}),
	movement: (movement, { about }) => ({
		title: movement.label,
		when: movement.when,
		facts: [
			textFact(m.reader_fact_status(), [STATUSES[movement.status]()]),
			sideFact(movement.side, about.sides),
			recordFact(m.reader_fact_formations(), 'formation', [movement.formation])
		],
		provenance: movement,
		note: movement.note
	}),
	source: (source) => ({
		title: source.title,
		facts: [
			textFact(m.reader_fact_authors(), [source.authors.join(', ')]),
			textFact(m.reader_fact_in(), [source.container]),
			textFact(m.reader_fact_publisher(), [[source.publisher, source.year].filter(Boolean).join(', ')]),
			textFact(m.reader_fact_pages(), [source.pages]),
			textFact(m.reader_fact_licence(), [source.licence]),
			textFact(m.reader_fact_seen(), [SEEN[source.seen]()])
		],
		note: source.note,
		url: source.url
	}),
	dispute: (dispute) => ({
		title: dispute.title,
		summary: dispute.summary,
		facts: [
			recordFact(m.reader_fact_documents(), 'document', dispute.documents),
			recordFact(m.reader_fact_events(), 'event', dispute.events),
			recordFact(m.reader_fact_formations(), 'formation', dispute.formations),
			...dispute.fronts.map((front) => recordFact(m.reader_fact_front(), 'front', [front]))
		],
		note: dispute.note
	}),
	term: (term) => ({
		title: term.term,
		names: term.names,
		summary: term.definition,
		facts: [recordFact(m.reader_fact_see(), 'term', term.see)],
		provenance: term,
		note: term.note
	})
};

const TEXTS = { full: m.reader_text_full, precis: m.reader_text_precis, none: m.reader_text_none };

function textFact(label: string, texts: (string | null | undefined)[]): Fact | null {
	const told = texts.filter((text): text is string => Boolean(text));
	return told.length > 0 ? { label, texts: told, records: [] } : null;
}

function recordFact(label: string, kind: ReferenceKind, ids: (string | undefined)[]): Fact | null {
	const records = ids.flatMap((id) => (id ? [referTo(kind, id)] : []));
	return records.length > 0 ? { label, texts: [], records } : null;
}

function sideFact(side: string | undefined, sides: readonly { id: string; name: string }[]): Fact | null {
	return textFact(m.reader_fact_side(), [sides.find(({ id }) => id === side)?.name]);
}

function commanderFact({ commander }: Formation): Fact | null {
	if (!commander) return null;
	const { person, name, note } = commander;
	const texts = [name, note].filter((text): text is string => Boolean(text));
	return {
		label: m.reader_fact_commander(),
		texts,
		records: person ? [referTo('person', person)] : []
	};
}

function positionFact(position: FormationPosition, places: Catalogue['data']['places']): Fact {
	const named = position.places.flatMap((id) => places.find((place) => place.id === id)?.name ?? []);
	const texts = [position.label, named.join(', '), areaText(position.area), position.note];
	return {
		label: dateText(position.when),
		texts: texts.filter((text): text is string => Boolean(text)),
		records: []
	};
}

function areaText(area: FormationPosition['area']): string | null {
	if (!area) return null;
	if ('centre' in area) {
		const point = positionText({ geometry: { point: area.centre } });
		return point && m.reader_fact_about({ km: area.radius_km, point });
	}
	return positionText({ geometry: { outline: area.outline }, plus_minus_km: area.plus_minus_km });
}

function lifeText({ born, died, dates_checked: checked }: RecordOf['person']): string | null {
	if (born && died) return checked ? m.reader_life({ born, died }) : m.reader_life_unchecked({ born, died });
	return born ? m.reader_born({ born }) : null;
}

function idsOf(parties: readonly { person?: string }[]): (string | undefined)[] {
	return parties.map(({ person }) => person);
}
