import type { Annotation, DocumentSummary, Formation, Movement, Place, Source } from '$lib/model/collection';
import type { Act, DateRole } from '$lib/model/collection';
import type { Interval } from '$lib/model/interval';
import type { ReferenceKind } from '$lib/model/references';
import { m } from '$lib/paraglide/messages';

/** Words of the interface for the closed lists of the schema. */
type Words<K extends string> = Record<K, () => string>;

export const MENTION_KINDS: Words<Annotation['kind']> = {
	place: m.reader_kind_place,
	person: m.reader_kind_person,
	formation: m.reader_kind_formation,
	document: m.reader_kind_document,
	event: m.reader_kind_event,
	front: m.reader_kind_front,
	movement: m.reader_kind_movement,
	term: m.reader_kind_term,
	date: m.reader_kind_date,
	act: m.reader_kind_act,
	note: m.reader_kind_note
};

export const RECORD_KINDS: Words<ReferenceKind> = {
	document: m.reader_kind_document,
	event: m.reader_kind_event,
	place: m.reader_kind_place,
	person: m.reader_kind_person,
	formation: m.reader_kind_formation,
	front: m.reader_kind_front,
	movement: m.reader_kind_movement,
	source: m.reader_kind_source,
	term: m.reader_kind_term,
	dispute: m.reader_kind_dispute
};

export const ACTS: Words<Act> = {
	informs: m.reader_act_informs,
	acknowledges: m.reader_act_acknowledges,
	asks: m.reader_act_asks,
	proposes: m.reader_act_proposes,
	advises: m.reader_act_advises,
	urges: m.reader_act_urges,
	orders: m.reader_act_orders,
	'requests-reply': m.reader_act_requests_reply,
	promises: m.reader_act_promises,
	refuses: m.reader_act_refuses
};

export const DATE_ROLES: Words<DateRole> = {
	written: m.reader_date_written,
	sent: m.reader_date_sent,
	received: m.reader_date_received,
	deciphered: m.reader_date_deciphered,
	delivered: m.reader_date_delivered,
	published: m.reader_date_published
};

export const EVIDENCE: Words<DocumentSummary['evidence']> = {
	'full-text': m.reader_evidence_full,
	'partial-text': m.reader_evidence_partial,
	'abstract-only': m.reader_evidence_abstract,
	'listed-only': m.reader_evidence_listed,
	'mentioned-only': m.reader_evidence_mentioned,
	'editors-note': m.reader_evidence_editors_note,
	'secondary-relay': m.reader_evidence_relay,
	'quoted-in-secondary': m.reader_evidence_quoted,
	'references-only': m.reader_evidence_references
};

export const STATUSES: Words<Movement['status']> = {
	proposed: m.reader_status_proposed,
	reported: m.reader_status_reported,
	happened: m.reader_status_happened
};

export const SEEN: Words<Source['seen']> = {
	whole: m.reader_seen_whole,
	passages: m.reader_seen_passages,
	listed: m.reader_seen_listed,
	'not-reread': m.reader_seen_not_reread
};

export const SOURCE_KINDS: Words<Source['kind']> = {
	book: m.reader_source_book,
	chapter: m.reader_source_chapter,
	article: m.reader_source_article,
	archive: m.reader_source_archive,
	dataset: m.reader_source_dataset,
	web: m.reader_source_web,
	document: m.reader_source_document,
	newspaper: m.reader_source_newspaper
};

/** What a spelling is; a name in its own language needs no word. */
export const NAME_USES: Words<Exclude<Place['names'][number]['use'], 'native'>> = {
	modern: m.reader_name_modern,
	variant: m.reader_name_variant,
	historical: m.reader_name_historical
};

export const FORMATION_KINDS: Words<Formation['kind']> = {
	front: m.reader_formation_front,
	'army-group': m.reader_formation_army_group,
	army: m.reader_formation_army,
	corps: m.reader_formation_corps,
	division: m.reader_formation_division,
	regiment: m.reader_formation_regiment,
	headquarters: m.reader_formation_headquarters,
	other: m.reader_formation_other
};

/** What a mark in the text is called: "38th Parallel, place"; for a passage, what it does: "asks: To which place …". */
export function nameMark({ act, kind, quote }: Annotation): string {
	return act
		? m.reader_act_label({ act: ACTS[act](), phrase: quote })
		: m.reader_mark_label({ phrase: quote, kind: MENTION_KINDS[kind]() });
}

/** "39.03° N, 125.75° E ± 5 km", "latitude 38° N": where a place is, in words; null when it cannot be shown. */
export function positionText({ geometry, plus_minus_km: doubt }: Pick<Place, 'geometry' | 'plus_minus_km'>) {
	const text = geometry && shapeText(geometry);
	return text && doubt ? m.reader_position_doubt({ position: text, km: doubt }) : (text ?? null);
}

function shapeText(geometry: NonNullable<Place['geometry']>): string {
	if ('latitude' in geometry)
		return m.reader_position_latitude({ latitude: latitudeText(geometry.latitude) });
	if ('point' in geometry) return pointText(geometry.point);
	const path = 'line' in geometry ? geometry.line : geometry.outline;
	const [lons, lats] = [path.map(([lon]) => lon), path.map(([, lat]) => lat)];
	return m.reader_position_between({
		from: pointText([Math.min(...lons), Math.min(...lats)]),
		to: pointText([Math.max(...lons), Math.max(...lats)])
	});
}

function pointText([lon, lat]: readonly [number, number]): string {
	const side = lon < 0 ? m.reader_west() : m.reader_east();
	const longitude = m.reader_latitude({ degrees: degrees(lon), side });
	return m.reader_point({ lat: latitudeText(lat), lon: longitude });
}

function latitudeText(lat: number): string {
	const side = lat < 0 ? m.reader_south() : m.reader_north();
	return m.reader_latitude({ degrees: degrees(lat), side });
}

function degrees(value: number): string {
	return String(Math.round(Math.abs(value) * 100) / 100);
}

/** Dates that say an hour say by which clock; others do not need to. */
export function needsClock(when: Interval): boolean {
	return Boolean(when.clock ?? when.part);
}
