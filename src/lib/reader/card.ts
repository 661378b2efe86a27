import type { Catalogue, RecordOf } from '$lib/model/catalogue';
import { sentWhen } from '$lib/model/catalogue';
import type { Claim, Place, Provenance } from '$lib/model/collection';
import type { Interval } from '$lib/model/interval';
import { parseReference, referTo, type Reference, type ReferenceKind } from '$lib/model/references';
import { m } from '$lib/paraglide/messages';
import {
	areaText,
	commanderFact,
	deskFact,
	idsOf,
	lifeText,
	neighbourFacts,
	pocketsFact,
	recordFact,
	sideFact,
	textFact,
	type Fact
} from './facts';
import { citedBy, documentsOf, eventsOf, formationsAt, positionsOf, type Dated } from './in-time';
import { PLACE_KINDS } from '$lib/ui/record-words';
import { FORMATION_KINDS, positionText, SEEN, SOURCE_KINDS, STATUSES } from './words';

/** What a card says of a record, whatever its kind. */
export interface Card {
	reference: Reference;
	kind: ReferenceKind;
	title: string;
	when?: Interval;
	summary?: string;
	names: Place['names'];
	facts: Fact[];
	/** What the record took part in, in order of time. */
	lists: { label: string; entries: Dated[] }[];
	/** What is held side by side in a disagreement. */
	claims: Claim[];
	/** Absent for sources, which vouch for others, and for disagreements, whose claims have sources of their own. */
	provenance?: Provenance;
	note?: string;
	url?: string;
}

type Told = Omit<Card, 'reference' | 'kind' | 'names' | 'facts' | 'lists' | 'claims'> & {
	names?: Card['names'];
	facts: (Fact | null)[];
	lists?: Card['lists'];
	claims?: Card['claims'];
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
		claims: [],
		...told,
		reference,
		kind: parsed.kind,
		facts: told.facts.filter((fact): fact is Fact => fact !== null),
		lists: (told.lists ?? []).filter(({ entries }) => entries.length > 0)
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
			deskFact(m.reader_fact_desk(), event.desk, about.desks),
			sideFact(event.side, about.sides),
			recordFact(m.reader_fact_places(), 'place', event.places),
			recordFact(m.reader_fact_people(), 'person', event.people),
			recordFact(m.reader_fact_formations(), 'formation', event.formations),
			recordFact(m.reader_fact_front(), 'front', [event.front])
		],
		provenance: event,
		note: event.note
	}),
	place: (place, catalogue) => ({
		title: place.name,
		names: place.names,
		summary: place.description,
		facts: [
			textFact(m.reader_fact_kind(), [PLACE_KINDS[place.kind]()]),
			textFact(m.reader_fact_where(), [positionText(place) ?? m.reader_place_not_drawn()])
		],
		lists: [
			{ label: m.reader_list_events_here(), entries: eventsOf(referTo('place', place.id), catalogue) },
			{ label: m.reader_list_formations_here(), entries: formationsAt(place.id, catalogue) }
		],
		provenance: place,
		note: place.note
	}),
	person: (person, catalogue) => ({
		title: person.name,
		names: person.names,
		summary: person.role,
		facts: [
			deskFact(m.reader_fact_desk(), person.desk, catalogue.about.desks),
			deskFact(m.reader_fact_serves(), person.serves, catalogue.about.desks),
			textFact(m.reader_fact_life(), [lifeText(person)])
		],
		lists: [
			{ label: m.reader_list_documents(), entries: documentsOf(person.id, catalogue) },
			{ label: m.reader_list_events(), entries: eventsOf(referTo('person', person.id), catalogue) }
		],
		provenance: person,
		note: person.note
	}),
	formation: (formation, catalogue) => ({
		title: formation.name,
		names: formation.names,
		summary: formation.description,
		facts: [
			textFact(m.reader_fact_kind(), [FORMATION_KINDS[formation.kind]()]),
			sideFact(formation.side, catalogue.about.sides),
			recordFact(m.reader_fact_part_of(), 'formation', [formation.part_of]),
			recordFact(m.reader_fact_parts(), 'formation', partsOf(formation.id, catalogue)),
			commanderFact(formation)
		],
		lists: [
			{ label: m.reader_list_positions(), entries: positionsOf(formation.id, catalogue, areaText) },
			{ label: m.reader_list_events(), entries: eventsOf(referTo('formation', formation.id), catalogue) }
		],
		provenance: formation,
		note: formation.note
	}),
	front: (front, catalogue) => ({
		title: front.label,
		when: front.when,
		facts: [
			textFact(m.reader_fact_known(), [front.known]),
			textFact(m.reader_fact_guessed(), [front.guessed]),
			textFact(m.reader_fact_uncertainty(), [m.reader_uncertainty({ km: front.uncertainty_km })]),
			pocketsFact(front),
			...neighbourFacts(front, catalogue)
		],
		lists: [{ label: m.reader_list_events(), entries: eventsOf(referTo('front', front.id), catalogue) }],
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
	source: (source, catalogue) => ({
		title: source.title,
		facts: [
			textFact(m.reader_fact_seen(), [SEEN[source.seen]()]),
			textFact(m.reader_fact_kind(), [SOURCE_KINDS[source.kind]()]),
			textFact(m.reader_fact_authors(), [source.authors.join(', ')]),
			textFact(m.reader_fact_in(), [source.container]),
			textFact(m.reader_fact_publisher(), [[source.publisher, source.year].filter(Boolean).join(', ')]),
			textFact(m.reader_fact_pages(), [source.pages]),
			textFact(m.reader_fact_licence(), [source.licence])
		],
		lists: [{ label: m.reader_list_cited_by(), entries: citedBy(source.id, catalogue) }],
		note: source.note,
		url: source.url
	}),
	dispute: (dispute) => ({
		title: dispute.title,
		summary: dispute.summary,
		claims: dispute.claims,
		facts: [
			recordFact(m.reader_fact_documents(), 'document', dispute.documents),
			recordFact(m.reader_fact_events(), 'event', dispute.events),
			recordFact(m.reader_fact_formations(), 'formation', dispute.formations),
			recordFact(m.reader_fact_front(), 'front', dispute.fronts)
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

function partsOf(formation: string, { data }: Catalogue): string[] {
	return data.formations.flatMap(({ id, part_of: whole }) => (whole === formation ? id : []));
}
