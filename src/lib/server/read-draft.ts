import { AnnotationEntry } from '$lib/schema/annotation';
import { CollectionFile } from '$lib/schema/collection';
import { DisputeEntry } from '$lib/schema/dispute';
import { DocumentFile } from '$lib/schema/document';
import { EventEntry } from '$lib/schema/event';
import { FormationEntry } from '$lib/schema/formation';
import { FrontFile } from '$lib/schema/front';
import { GlossaryEntry } from '$lib/schema/glossary';
import { KioskFile } from '$lib/schema/kiosk';
import { PlainFile } from '$lib/schema/lesson';
import { MovementEntry } from '$lib/schema/movement';
import { PersonEntry } from '$lib/schema/person';
import { PlaceEntry } from '$lib/schema/place';
import { SourceEntry } from '$lib/schema/source';
import { StandardEntry } from '$lib/schema/standard';
import { problemAt, valueAt, type DataFile, type DataPath } from './data-file';
import { describeValue } from './describe-value';
import type { Draft, DraftDocument, Entry, IdKind } from './draft';
import type { Files } from './files';
import { isMisnamed, listDocumentFolders, listParts, type ListFile } from './folder-layout';
import type { Problem } from './problems';
import { readLessons } from './read-lessons';
import { cleanText, parseDocumentFile } from './parse-document';
import { parseGeojson } from './parse-geojson';
import { parseYaml } from './parse-yaml';
import type { Schema } from './schema-issue';
import { checkSchema } from './schema-problems';

/** Reads every file on its own: form and schema. */
export function readDraft(files: Files): Draft {
	const draft: Draft = {
		collection: null,
		documents: [],
		events: [],
		places: [],
		people: [],
		formations: [],
		movements: [],
		fronts: [],
		sources: [],
		glossary: [],
		disputes: [],
		standards: [],
		lessons: [],
		kiosk: null,
		declarations: [],
		unread: new Set(),
		problems: []
	};
	draft.collection = readAbout(draft, files);
	draft.events = readTop(draft, files, 'events.yaml', EventEntry, 'event');
	draft.places = readTop(draft, files, 'places.yaml', PlaceEntry, 'place');
	draft.people = readTop(draft, files, 'people.yaml', PersonEntry, 'person');
	draft.formations = readTop(draft, files, 'formations.yaml', FormationEntry, 'formation');
	draft.movements = readTop(draft, files, 'movements.yaml', MovementEntry, 'movement');
	draft.sources = readTop(draft, files, 'sources.yaml', SourceEntry, 'source');
	draft.glossary = readTop(draft, files, 'glossary.yaml', GlossaryEntry, 'term');
	draft.disputes = readTop(draft, files, 'disputes.yaml', DisputeEntry, 'dispute');
	draft.standards = readTop(draft, files, 'standards.yaml', StandardEntry, 'standard');
	draft.documents = listDocumentFolders(files.keys()).map((id) => readDocument(draft, files, id));
	if (draft.documents.length === 0) draft.unread.add('document');
	for (const path of [...files.keys()].filter((path) => /^fronts\/[^/]+\.geojson$/.test(path)).sort()) {
		readFront(draft, files, path);
	}
	draft.lessons = readLessons(draft, files);
	const kiosk = readYaml(draft, files, 'kiosk.yaml', '');
	draft.kiosk = kiosk && keep(draft, KioskFile, kiosk, []);
	return draft;
}

/** Lists of collection.yaml whose entries can be referred to. */
const ABOUT_LISTS: Record<string, IdKind> = {
	desks: 'desk',
	sides: 'side',
	event_kinds: 'event kind',
	lanes: 'lane'
};

function readAbout(draft: Draft, files: Files): Draft['collection'] {
	const data = readYaml(draft, files, 'collection.yaml', '');
	for (const [list, kind] of Object.entries(ABOUT_LISTS)) {
		const entries = valueAt(data?.value, [list]);
		if (data && Array.isArray(entries)) {
			entries.forEach((_entry, index) => declare(draft, kind, data, [list, index]));
		} else {
			draft.unread.add(kind);
		}
	}
	return data && keep(draft, CollectionFile, data, []);
}

function readTop<T>(draft: Draft, files: Files, file: ListFile, schema: Schema<T>, kind: IdKind): Entry<T>[] {
	const parts = listParts(files.keys(), file);
	if (parts.length === 0 && isMisnamed(files.keys(), file)) draft.unread.add(kind);
	return parts.flatMap((part) => {
		const data = readYaml(draft, files, part, file.replace('.yaml', ''));
		if (data && isList(draft, data)) return readList(draft, data, schema, kind);
		draft.unread.add(kind);
		return [];
	});
}

/** Entries are judged one by one: a fault in one hides nothing of the others. */
function readList<T>(
	draft: Draft,
	data: DataFile,
	schema: Schema<T>,
	kind: IdKind,
	within?: string
): Entry<T>[] {
	if (!Array.isArray(data.value)) return [];
	const before = draft.problems.length;
	return data.value.flatMap((_value, index) => {
		declare(draft, kind, data, [index], within);
		// Whoever has so much to mend is helped by no more; the ids still count.
		if (draft.problems.length - before > MOST_FAULTS) return [];
		return keep(draft, schema, data, [index]) ?? [];
	});
}

/** Faults of one list that are looked for. */
const MOST_FAULTS = 200;

/** More is no handwriting, and would take minutes to report on. */
const MOST_ENTRIES = 10_000;

/** Phrases of one document: each is looked for in the whole of its text. */
const MOST_PHRASES = 2_000;

/** A file that says nothing is an empty list. */
function isList(draft: Draft, data: DataFile, most = MOST_ENTRIES): boolean {
	const count = Array.isArray(data.value) ? data.value.length : 0;
	if (count > most) {
		const expected = `at most ${most} entries`;
		const words = { expected, found: `a list of ${count}`, advice: 'take out what is not needed' };
		draft.problems.push({ ...problemAt(data, [], words), path: '' });
		return false;
	}
	if (data.value === null || Array.isArray(data.value)) return true;
	const words = {
		expected: 'a list: each entry begins with "- "',
		found: describeValue(data.value),
		advice: 'put "- " before the first line of every entry and indent its other lines by two spaces'
	};
	draft.problems.push({ ...problemAt(data, [], words), path: '' });
	return false;
}

function readDocument(draft: Draft, files: Files, id: string): DraftDocument {
	const file = `documents/${id}/document.md`;
	const content = files.get(file);
	const parsed = typeof content === 'string' ? parseDocumentFile(file, cleanText(content)) : null;
	report(draft, parsed?.problems ?? []);
	const data = parsed?.data ?? null;
	const nowhere = { file, root: '', locate: () => ({ line: 1, column: 1 }) };
	draft.declarations.push({ kind: 'document', id, data: data ?? nowhere, path: ['id'] });

	const beside = `documents/${id}/annotations.yaml`;
	const list = files.has(beside) ? readYaml(draft, files, beside, 'annotations') : null;
	const listed = list && isList(draft, list, MOST_PHRASES) ? list : null;
	if (files.has(beside) && !listed) draft.unread.add('annotation');
	const plain = readYaml(draft, files, `documents/${id}/plain.yaml`, '');
	return {
		id,
		body: parsed?.body ?? null,
		entry: data && keep(draft, DocumentFile, data, []),
		annotations: listed ? readList(draft, listed, AnnotationEntry, 'annotation', id) : [],
		plain: plain && keep(draft, PlainFile, plain, [])
	};
}

/** A front is one line, and what lay apart from it. */
const MOST_FEATURES = 500;

function readFront(draft: Draft, files: Files, file: string) {
	const content = files.get(file);
	const parsed = typeof content === 'string' ? parseGeojson(file, cleanText(content)) : null;
	report(draft, parsed?.problems ?? []);
	const data = parsed?.data ?? { file, root: '', value: null, locate: () => ({ line: 1, column: 1 }) };
	const path = ['features', 0, 'properties', 'id'];
	const id = valueAt(data.value, path);
	const stem = file.replace(/^fronts\/|\.geojson$/g, '');
	draft.declarations.push({ kind: 'front', id: typeof id === 'string' ? id : stem, data, path });
	const features = valueAt(data.value, ['features']);
	if (Array.isArray(features) && features.length > MOST_FEATURES) {
		const found = `a list of ${features.length}`;
		const words = {
			expected: `at most ${MOST_FEATURES} features`,
			found,
			advice: 'take out what is not needed'
		};
		draft.problems.push(problemAt(data, ['features'], words));
		return;
	}
	const entry = parsed?.data && keep(draft, FrontFile, parsed.data, []);
	if (entry) draft.fronts.push(entry);
}

function report(draft: Draft, problems: readonly Problem[]) {
	// One by one: a call takes no hundred thousand arguments.
	for (const problem of problems) draft.problems.push(problem);
}

function readYaml(draft: Draft, files: Files, file: string, root: string): DataFile | null {
	const content = files.get(file);
	if (typeof content !== 'string') return null;
	const { data, problems } = parseYaml(file, cleanText(content), root);
	report(draft, problems);
	return data;
}

function declare(draft: Draft, kind: IdKind, data: DataFile, path: DataPath, within?: string) {
	const id = valueAt(data.value, [...path, 'id']);
	if (typeof id === 'string') draft.declarations.push({ kind, id, within, data, path: [...path, 'id'] });
}

function keep<T>(draft: Draft, schema: Schema<T>, data: DataFile, path: DataPath): Entry<T> | null {
	const { record, problems } = checkSchema(schema, data, path);
	report(draft, problems);
	return record === null ? null : { record, data, path };
}
