import { receivedWhen, sentWhen, type Catalogue } from '$lib/model/catalogue';
import type { CitationOf, DocumentSummary, EvidenceOf, Place, Provenance } from '$lib/model/collection';
import { middleOf, type Interval } from '$lib/model/interval';
import { referTo, type Reference } from '$lib/model/references';
import { m } from '$lib/paraglide/messages';
import { dateText } from '$lib/ui/date-text';

/** One line of a table, in words: what chart and map draw, said. */
export interface Row {
	id: string;
	reference: Reference;
	when?: string;
	edtf?: string;
	title: string;
	kind: string;
	/** Sentences that say the rest. */
	facts: string[];
	places: { id: string; name: string }[];
	certainty: Provenance['certainty'];
	dispute: string[];
	sources: string[];
	/** Exact words that vouch for it. */
	quotes: { document: string; phrase: string; quote: string }[];
}

/** Documents and events in order of time; what has no date comes last. */
export function timeRows(catalogue: Catalogue): Row[] {
	const { documents, events } = catalogue.data;
	const dated = [
		...documents.map((document) => ({ when: sentWhen(document), row: documentRow(catalogue, document) })),
		...events.map((event) => ({
			when: event.when,
			row: {
				...common(catalogue, referTo('event', event.id), event),
				...saidWhen(event.when),
				title: event.title,
				kind: catalogue.about.event_kinds.find(({ id }) => id === event.kind)?.name ?? event.kind,
				facts: [event.summary],
				places: event.places.map((id) => ({ id, name: nameOf(catalogue, 'place', id) })),
				quotes: quotesOf(catalogue, event.evidence)
			}
		}))
	];
	const at = (when: Interval | undefined) => (when ? middleOf(when) : Infinity);
	return dated.sort((a, b) => at(a.when) - at(b.when)).map(({ row }) => row);
}

/** Fronts, formations at their dates, and movements. */
export function groundRows(catalogue: Catalogue): Row[] {
	const { fronts, formations, movements } = catalogue.data;
	return [
		...fronts.map((front) => ({
			...common(catalogue, referTo('front', front.id), front),
			...saidWhen(front.when),
			title: front.label,
			kind: m.table_front(),
			facts: [
				m.table_front_band({ km: front.uncertainty_km }),
				m.table_front_course({ course: course(front.line) }),
				...(front.known ? [m.table_known({ text: front.known })] : []),
				...(front.guessed ? [m.table_guessed({ text: front.guessed })] : []),
				...front.pockets.map(({ properties }) =>
					m.table_pocket({ text: [properties.label, properties.note].filter(Boolean).join('. ') })
				)
			],
			places: [],
			quotes: []
		})),
		...formations.flatMap((formation) =>
			formation.positions.map((position, index) => ({
				...common(catalogue, referTo('formation', formation.id), { ...formation, ...position }),
				...saidWhen(position.when),
				id: `${formation.id}-${index + 1}`,
				title: formation.name,
				kind: m.table_formation(),
				facts: [
					position.label ?? '',
					position.area ? m.table_area_drawn() : m.table_area_not_drawn(),
					position.note ?? ''
				].filter(Boolean),
				places: position.places.map((id) => ({ id, name: nameOf(catalogue, 'place', id) })),
				quotes: quotesOf(catalogue, position.evidence)
			}))
		),
		...movements.map((movement) => ({
			...common(catalogue, referTo('movement', movement.id), movement),
			...saidWhen(movement.when),
			title: movement.label,
			kind: { proposed: m.table_proposed(), reported: m.table_reported(), happened: m.table_happened() }[
				movement.status
			],
			facts: movement.note ? [movement.note] : [],
			places: [],
			quotes: quotesOf(catalogue, movement.evidence)
		}))
	];
}

export interface PlaceRow extends Row {
	names: { text: string; lang: string }[];
}

export function placeRows(catalogue: Catalogue): PlaceRow[] {
	return [...catalogue.data.places]
		.sort((a, b) => a.name.localeCompare(b.name))
		.map((place) => ({
			...common(catalogue, referTo('place', place.id), place),
			title: place.name,
			kind: place.kind,
			names: place.names.map(({ text, lang }) => ({ text, lang })),
			facts: [position(place), place.description ?? '', place.note ?? ''].filter(Boolean),
			places: [],
			quotes: catalogue
				.phrasesFor(referTo('place', place.id))
				.map(({ document, id, quote }) => ({ document, phrase: id, quote }))
		}));
}

function documentRow(catalogue: Catalogue, document: DocumentSummary): Row {
	const sent = sentWhen(document);
	const received = receivedWhen(document);
	const names = (parties: DocumentSummary['from']) =>
		parties
			.map(({ person, name, desk }) => {
				const who = person ? nameOf(catalogue, 'person', person) : name;
				const where = catalogue.about.desks.find(({ id }) => id === desk)?.name;
				return who && where ? m.table_party({ who, where }) : (who ?? where ?? '');
			})
			.join(', ');
	const from = names(document.from);
	const to = names(document.to);
	return {
		...common(catalogue, referTo('document', document.id), document),
		...(sent && saidWhen(sent)),
		title: document.title,
		kind: document.kind,
		facts: [
			document.via.length > 0
				? m.table_from_via_to({ from, via: names(document.via), to })
				: m.table_from_to({ from, to }),
			received ? m.table_received({ date: dateText(received) }) : m.table_receipt_unknown()
		],
		places: [],
		quotes: catalogue
			.phrasesFor(referTo('document', document.id))
			.filter((phrase) => phrase.document !== document.id)
			.map(({ document, id, quote }) => ({ document, phrase: id, quote }))
	};
}

function common(catalogue: Catalogue, reference: Reference, record: Provenance & { id: string }) {
	return {
		id: record.id,
		reference,
		certainty: record.certainty,
		dispute: record.dispute,
		sources: record.sources.map((citation) => sourceText(catalogue, citation))
	};
}

function saidWhen(when: Interval) {
	return { when: dateText(when), edtf: when.edtf };
}

function sourceText(catalogue: Catalogue, { source, locator }: CitationOf): string {
	const title = nameOf(catalogue, 'source', source);
	return locator ? `${title}, ${locator}` : title;
}

function nameOf(catalogue: Catalogue, kind: 'place' | 'person' | 'source', id: string): string {
	return catalogue.titleOf(referTo(kind, id));
}

function quotesOf(catalogue: Catalogue, evidence: readonly EvidenceOf[]) {
	return evidence.flatMap(({ document, annotation }) => {
		const found = annotation ? catalogue.findPhrase(document, annotation) : undefined;
		return found ? [{ document, phrase: found.id, quote: found.quote }] : [];
	});
}

/** A line in words: its ends and middle, degrees to a tenth. */
function course(line: readonly [number, number][]): string {
	const stations = [line[0], line[Math.floor(line.length / 2)], line.at(-1)];
	return stations.map((at) => (at ? degrees(at) : '')).join(' – ');
}

function degrees([lon, lat]: readonly [number, number]): string {
	return m.degrees({
		lat: Math.abs(lat).toFixed(2),
		ns: lat < 0 ? m.south() : m.north(),
		lon: Math.abs(lon).toFixed(2),
		ew: lon < 0 ? m.west() : m.east()
	});
}

function position({ geometry, plus_minus_km }: Place): string {
	if (!geometry) return m.table_no_position();
	const doubt = plus_minus_km ? ` ${m.table_plus_minus({ km: plus_minus_km })}` : '';
	if ('point' in geometry) return degrees(geometry.point) + doubt;
	if ('latitude' in geometry)
		return m.table_latitude({ lat: geometry.latitude, from: geometry.from, to: geometry.to });
	return 'line' in geometry ? m.table_line({ course: course(geometry.line) }) : m.table_outline();
}
