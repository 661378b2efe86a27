import type { AnnotationRecord, CollectionRecord, DocumentRecord, FrontRecord } from '$lib/schema/records';
import { anchor } from './anchoring';
import type {
	About,
	Annotation,
	CitationOf,
	Collection,
	CollectionData,
	CollectionRecords,
	DateRole,
	DocumentBody,
	DocumentSummary,
	FrontClaim
} from './collection';
import { toInterval } from './edtf-interval';
import { joinKiosk } from './join-kiosk';
import { joinGuide, joinLesson, joinPlain } from './join-lessons';
import { tabulatePhrases } from './phrases';
import { referTo, type Reference } from './references';

/**
 * Joins records whose references and anchors have been checked (see server/load-collection.ts).
 * @throws Error when an anchor cannot be placed: the check was left out
 */
export function createCollection(records: CollectionRecords): Collection {
	const { collection } = records;
	const zoneOfPlace = new Map(records.places.map((place) => [place.id, place.zone]));
	const zoneOfDesk = new Map(collection.desks.map((desk) => [desk.id, zoneOfPlace.get(desk.place)]));
	const zoneOf = (...places: (string | undefined)[]) =>
		places.map((place) => place && (zoneOfPlace.get(place) ?? zoneOfDesk.get(place))).find(Boolean) ??
		collection.zone;

	const answers = new Map<string, string[]>();
	for (const { record } of records.documents) {
		for (const answered of record.answers) {
			const known = answers.get(answered);
			if (known) known.push(record.id);
			else answers.set(answered, [record.id]);
		}
	}
	const bodies = new Map(records.documents.map((document) => [document.record.id, joinBody(document)]));
	const documents = records.documents
		.map(({ record }) => joinDocument(record, answers, zoneOf))
		.sort((a, b) => a.id.localeCompare(b.id));
	const data: CollectionData = {
		about: joinAbout(collection),
		documents,
		events: records.events
			.map((event) => ({
				...withProvenance(event),
				when: toInterval(event.when, zoneOf(event.places[0], event.desk))
			}))
			.sort((a, b) => a.when.earliestStart - b.when.earliestStart),
		places: records.places.map(withProvenance),
		people: records.people.map(withProvenance),
		formations: records.formations.map((formation) => ({
			...withProvenance(formation),
			positions: formation.positions.map((position) => ({
				...position,
				sources: position.sources.map(toCitation),
				when: toInterval(position.when, zoneOf(position.places[0]))
			}))
		})),
		movements: records.movements.map((movement) => ({
			...withProvenance(movement),
			when: toInterval(movement.when, collection.zone)
		})),
		fronts: records.fronts
			.map((front) => joinFront(front, collection.zone))
			.sort((a, b) => a.when.earliestStart - b.when.earliestStart),
		sources: records.sources,
		terms: records.glossary.map(withProvenance),
		disputes: records.disputes.map((dispute) => ({
			...dispute,
			claims: dispute.claims.map(({ when, sources, ...claim }) => ({
				...claim,
				sources: sources.map(toCitation),
				...(when !== undefined && { when: toInterval(when, collection.zone) })
			}))
		})),
		phrases: tabulatePhrases(
			[...bodies.values()].flatMap(({ annotations }) => annotations),
			documents.map(({ id }) => id)
		)
	};
	const lessons = records.lessons ?? [];
	return Object.freeze({
		...{ data: Object.freeze(data), bodies },
		lessons: lessons.map((lesson) => joinLesson(lesson, collection.zone)),
		standards: records.standards ?? [],
		guides: new Map(lessons.map((lesson) => [lesson.record.id, joinGuide(lesson)])),
		kiosk: records.kiosk ? joinKiosk(records.kiosk, collection.zone) : null
	});
}

function toCitation(citation: string | CitationOf): CitationOf {
	return typeof citation === 'string' ? { source: citation } : citation;
}

function withProvenance<T extends { sources: (string | CitationOf)[]; dispute?: string[] }>(record: T) {
	return { ...record, sources: record.sources.map(toCitation), dispute: record.dispute ?? [] };
}

function joinAbout(collection: CollectionRecord): About {
	const { cursor, document, camera } = collection.opening;
	const bounds = (text: string): [number, number] => {
		const interval = toInterval(text, collection.zone);
		return [interval.earliestStart, interval.latestEnd];
	};
	return {
		...collection,
		span: bounds(collection.span),
		opening: {
			document,
			camera,
			cursor: toInterval({ edtf: cursor.date, clock: cursor.clock, zone: cursor.zone }, collection.zone)
				.earliestStart,
			window: bounds(collection.opening.window)
		}
	};
}

type ZoneOf = (...places: (string | undefined)[]) => string;

function joinDocument(
	record: DocumentRecord,
	answers: ReadonlyMap<string, string[]>,
	zoneOf: ZoneOf
): DocumentSummary {
	const {
		dates,
		parts,
		notes,
		abstract,
		archive,
		evidence_note,
		attested_by,
		significance,
		unheld,
		...summary
	} = withProvenance(record);
	const sender = zoneOf(...record.from.flatMap(({ place, desk }) => [place, desk]));
	const addressee = zoneOf(...record.to.flatMap(({ place, desk }) => [place, desk]));
	// A date is read at the clock of the end it belongs to.
	const zoneOfRole = {
		written: sender,
		sent: sender,
		received: addressee,
		deciphered: addressee,
		delivered: addressee,
		published: sender
	};
	return {
		...summary,
		dates: Object.fromEntries(
			Object.entries(dates).map(([role, date]) => [
				role,
				date === 'unknown' ? date : toInterval(date, zoneOfRole[role as DateRole])
			])
		),
		answered_by: answers.get(record.id) ?? []
	};
}

function joinBody(document: CollectionRecords['documents'][number]): DocumentBody {
	const { record, text, annotations, plain } = document;
	let start = 0;
	const paragraphs = (text ? text.split('\n\n') : []).map((paragraph, index) => {
		const found = { role: record.parts?.[index] ?? 'body', start, end: start + paragraph.length };
		start = found.end + 2;
		return found;
	});
	return {
		id: record.id,
		text,
		paragraphs,
		annotations: annotations
			.map((annotation) => joinAnnotation(annotation, record.id, text))
			.sort((a, b) => a.start - b.start || b.end - a.end),
		abstract: record.abstract,
		archive: record.archive,
		evidence_note: record.evidence_note,
		attested_by: record.attested_by ?? [],
		significance: record.significance,
		unheld: record.unheld,
		notes: record.notes.map((note) => ({ ...note, sources: (note.sources ?? []).map(toCitation) })),
		...(plain && { plain: joinPlain(plain, text) })
	};
}

function joinAnnotation(record: AnnotationRecord, document: string, text: string): Annotation {
	const found = anchor(text, record);
	if (!found.ok) throw new Error(`documents/${document}/annotations.yaml: ${record.id} is not anchored`);
	const { id, kind, quote, note, certainty } = record;
	return {
		...{ id, document, kind, quote, note, certainty, start: found.start, end: found.end },
		target: targetOf(record, document),
		...(record.kind === 'act' && { act: record.act })
	};
}

function targetOf(record: AnnotationRecord, document: string): Reference | null {
	switch (record.kind) {
		case 'act':
		case 'note':
			return null;
		case 'date':
			// A date that names neither is the date of the document itself.
			return record.event ? referTo('event', record.event) : referTo('document', record.document ?? document);
		case 'place':
			return referTo('place', record.place);
		case 'person':
			return referTo('person', record.person);
		case 'formation':
			return referTo('formation', record.formation);
		case 'document':
			return referTo('document', record.document);
		case 'event':
			return referTo('event', record.event);
		case 'front':
			return referTo('front', record.front);
		case 'movement':
			return referTo('movement', record.movement);
		case 'term':
			return referTo('term', record.term);
	}
}

function joinFront({ features: [line, ...pockets] }: FrontRecord, zone: string): FrontClaim {
	const { role, ...claim } = withProvenance(line.properties);
	return {
		...claim,
		when: toInterval(claim.when, zone),
		line: line.geometry.coordinates,
		pockets
	};
}
