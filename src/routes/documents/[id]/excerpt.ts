import type {
	Annotation,
	CitationOf,
	CollectionData,
	DocumentBody,
	DocumentSummary
} from '$lib/model/collection';
import { tabulatePhrases } from '$lib/model/phrases';
import { referTo, type Reference, type ReferenceKind } from '$lib/model/references';

/**
 * What one document's page needs of the collection, so that a page does not carry the whole of it: the records the document names,
 * what vouches for it, the events it vouches for, and the sources of all these.
 * @param attesting phrases of other documents that vouch for this one
 */
export function excerptFor(
	data: CollectionData,
	document: DocumentSummary,
	body: DocumentBody,
	attesting: readonly Annotation[]
): CollectionData {
	const wanted = new Set<Reference>([referTo('document', document.id)]);
	const want = (kind: ReferenceKind, ids: readonly (string | undefined)[]) => {
		for (const id of ids) if (id) wanted.add(referTo(kind, id));
	};
	const pick = <T extends { id: string }>(kind: ReferenceKind, records: readonly T[]) =>
		records.filter(({ id }) => wanted.has(referTo(kind, id)));
	const cite = (records: readonly { sources: readonly CitationOf[] }[]) => {
		for (const { sources } of records)
			want(
				'source',
				sources.map(({ source }) => source)
			);
	};

	for (const { target } of body.annotations) if (target) wanted.add(target);
	const parties = [...document.from, ...document.via, ...document.to];
	want(
		'person',
		parties.map(({ person }) => person)
	);
	want(
		'place',
		[...parties, ...data.about.desks].map(({ place }) => place)
	);
	want('document', [...document.answers, ...document.answered_by, ...document.related]);
	const {
		places = [],
		people = [],
		formations: armies = [],
		documents: named = []
	} = document.mentions ?? {};
	want('place', places);
	want('person', people);
	want('formation', armies);
	want('document', named);
	for (const { id, documents } of data.disputes)
		if (documents.includes(document.id)) wanted.add(referTo('dispute', id));
	want(
		'document',
		body.attested_by.map((evidence) => evidence.document)
	);

	const events = data.events.filter(
		(event) =>
			wanted.has(referTo('event', event.id)) ||
			event.evidence.some((evidence) => evidence.document === document.id)
	);
	want(
		'place',
		events.flatMap(({ places }) => places)
	);
	want(
		'formation',
		data.movements.filter(({ id }) => wanted.has(referTo('movement', id))).map((one) => one.formation)
	);

	// The page names these and draws none of them: their shapes, their ways and who vouches for them stay behind.
	const bare = { sources: [], dispute: [], note: undefined };
	const records = {
		people: pick('person', data.people).map((one) => ({ ...one, ...bare })),
		places: pick('place', data.places),
		formations: pick('formation', data.formations).map((one) => ({ ...one, ...bare, positions: [] })),
		movements: pick('movement', data.movements).map((one) => ({
			...one,
			...bare,
			paths: [],
			area: undefined
		})),
		fronts: pick('front', data.fronts).map((one) => ({ ...one, ...bare, line: [], pockets: [] })),
		terms: pick('term', data.terms).map((one) => ({ ...one, ...bare }))
	};
	for (const list of [[document], body.notes, events, records.places]) cite(list);
	const documents = pick('document', data.documents).map((one) =>
		one.id === document.id ? one : { ...one, ...bare, mentions: undefined }
	);
	return {
		...records,
		events,
		about: data.about,
		documents,
		sources: pick('source', data.sources),
		disputes: pick('dispute', data.disputes).map((one) => ({ ...one, claims: [] })),
		phrases: tabulatePhrases(
			[...body.annotations, ...attesting],
			documents.map(({ id }) => id)
		)
	};
}
