import { isObject, problemAt, type DataPath } from './data-file';
import { quoteText } from './describe-value';
import type { Draft, Entry, IdKind } from './draft';
import type { Problem } from './problems';
import { didYouMean, suggest } from './suggest';

/** Lines that refer to a record, in whatever record they stand. A list under such a name refers by each of its entries. */
const REFERRING: Record<string, IdKind> = {
	answers: 'document',
	desk: 'desk',
	doing_of: 'desk',
	document: 'document',
	documents: 'document',
	event: 'event',
	events: 'event',
	formation: 'formation',
	formations: 'formation',
	front: 'front',
	fronts: 'front',
	lane: 'lane',
	movement: 'movement',
	part_of: 'formation',
	people: 'person',
	person: 'person',
	place: 'place',
	places: 'place',
	related: 'document',
	see: 'term',
	serves: 'desk',
	side: 'side',
	source: 'source',
	sources: 'source',
	term: 'term'
};

const HOMES: Record<IdKind, string> = {
	annotation: 'an annotation of that document',
	desk: 'a desk in collection.yaml',
	dispute: 'a disagreement in disputes.yaml',
	document: 'a document: a folder in documents/',
	event: 'an event in events.yaml',
	'event kind': 'an event kind in collection.yaml',
	formation: 'a formation in formations.yaml',
	front: 'a front in fronts/',
	lane: 'a lane in collection.yaml',
	lesson: 'a lesson: a folder in lessons/',
	movement: 'a movement in movements.yaml',
	person: 'a person in people.yaml',
	place: 'a place in places.yaml',
	side: 'a side in collection.yaml',
	source: 'a source in sources.yaml',
	standard: 'a code in standards.yaml',
	step: 'a step of this lesson: a file in its steps/',
	task: 'a task of a step of this lesson',
	term: 'a term in glossary.yaml'
};

/** Something that refers to a record. */
export interface Mention {
	kind: IdKind;
	id: string;
	/** For annotations: the document. For steps and tasks: the lesson. */
	within?: string;
}

export interface PlacedMention extends Mention {
	path: DataPath;
}

export type Check = (entry: Entry<unknown>, more?: readonly PlacedMention[]) => Problem[];

/** Says what is wrong with a reference; null when it leads to a record, or nothing can be said. */
export type Judge = (mention: Mention) => Pick<Problem, 'expected' | 'found' | 'advice'> | null;

export function createJudge(draft: Draft): Judge {
	const known = new Map<string, Set<string>>();
	for (const { kind, id, within } of draft.declarations) {
		const space = nameSpace(kind, within);
		known.set(space, (known.get(space) ?? new Set()).add(id));
	}
	const advise = createAdviser(known);
	return ({ kind, id, within }) => {
		if (draft.unread.has(kind) || known.get(nameSpace(kind, within))?.has(id)) return null;
		// Whether the document exists is a question of its own, asked of the line above.
		if (kind === 'annotation' && !known.get('document')?.has(within ?? '')) return null;
		return { expected: `the id of ${HOMES[kind]}`, found: quoteText(id), advice: advise(kind, id, within) };
	};
}

/** Looks through a record for references, by the names of its lines; `more` are those that names do not tell. */
export function createCheck(judge: Judge): Check {
	return ({ record, data, path: base }, more = []) =>
		[...listMentions(record, []), ...more].flatMap((mention) => {
			const words = judge(mention);
			return words ? problemAt(data, [...base, ...mention.path], words) : [];
		});
}

/** References that lead to no record. */
export function checkReferences(draft: Draft): Problem[] {
	const check = createCheck(createJudge(draft));
	return [
		...(draft.collection ? check(draft.collection) : []),
		...draft.documents.flatMap(({ entry, annotations }) =>
			[...(entry ? [entry] : []), ...annotations].flatMap((one) => check(one))
		),
		...draft.events.flatMap((event) =>
			check(event, [{ kind: 'event kind', id: event.record.kind, path: ['kind'] }])
		),
		...[draft.places, draft.people, draft.formations, draft.movements, draft.fronts, draft.disputes]
			.flat()
			.flatMap((entry) => check(entry)),
		// A glossary entry's own term is a word, not a reference.
		...draft.glossary.flatMap((entry) => check({ ...entry, record: { ...entry.record, term: null } }))
	];
}

function listMentions(value: unknown, path: DataPath): PlacedMention[] {
	if (Array.isArray(value)) return value.flatMap((entry, index) => listMentions(entry, [...path, index]));
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([name, inner]) => {
		const kind = REFERRING[name];
		const here = [...path, name];
		if (name === 'annotation' && typeof inner === 'string' && typeof value['document'] === 'string') {
			return [{ kind: 'annotation' as const, id: inner, within: value['document'], path: here }];
		}
		if (kind && typeof inner === 'string') return [{ kind, id: inner, path: here }];
		if (kind && Array.isArray(inner)) {
			return inner.flatMap((entry: unknown, index) =>
				typeof entry === 'string'
					? [{ kind, id: entry, path: [...here, index] }]
					: listMentions(entry, [...here, index])
			);
		}
		return listMentions(inner, here);
	});
}

/** Different wrong ids that are compared with the known ones: whoever has more has taken a whole list away. */
const MOST_COMPARED = 100;

/** A wrong id that stands in a thousand records is compared with the known ones once. */
function createAdviser(known: ReadonlyMap<string, ReadonlySet<string>>) {
	const given = new Map<string, string>();
	return (kind: IdKind, id: string, within?: string): string => {
		const space = nameSpace(kind, within);
		const key = `${space} ${id}`;
		const ready = given.get(key);
		if (ready) return ready;
		if (given.size >= MOST_COMPARED) return `add ${addTo(kind)}, or take the reference out`;
		const elsewhere = [...known].find(
			([other, ids]) => other !== space && !other.includes(' ') && ids.has(id)
		)?.[0];
		const otherwise = `add ${addTo(kind)}, or take the reference out`;
		const candidates = known.get(space) ?? [];
		const advice =
			elsewhere && suggest(id, candidates) === null
				? `${quoteText(id)} is the id of another kind of record (${elsewhere}); ${otherwise}`
				: didYouMean(id, candidates, otherwise);
		given.set(key, advice);
		return advice;
	};
}

function addTo(kind: IdKind): string {
	if (kind === 'document') return 'the document to documents/';
	if (kind === 'step') return 'a file to steps/';
	if (kind === 'task') return 'a task of that id to a step';
	if (kind === 'annotation') return "the annotation to that document's annotations.yaml";
	return `the ${kind} to ${HOMES[kind].split(' in ')[1] ?? 'the collection'}`;
}

function nameSpace(kind: IdKind, within?: string): string {
	return within === undefined ? kind : `${kind} of ${within}`;
}
