import type { Collection } from '$lib/model/collection';
import { createCollection } from '$lib/model/join';
import { checkAnchors } from './check-anchors';
import { checkDates } from './check-dates';
import { checkDocuments } from './check-documents';
import { checkIds } from './check-ids';
import { checkKiosk } from './check-kiosk';
import { checkLessonReferences } from './check-lesson-references';
import { checkLessons } from './check-lessons';
import { checkOrder } from './check-order';
import { checkPlaces } from './check-places';
import { checkPlain } from './check-plain';
import { checkReferences } from './check-references';
import { checkStandards } from './check-standards';
import { checkTasks } from './check-tasks';
import type { Draft, Entry } from './draft';
import { readFiles, type Files } from './files';
import { checkFolder, isCollection } from './folder-layout';
import { cutProblems, sortProblems, type Problem } from './problems';
import { readDraft } from './read-draft';
import { recordsOfLesson } from './read-lessons';

/** A collection without problems, or no collection and all its problems, in order of file and line. */
export type Loaded = { collection: Collection; problems: [] } | { collection: null; problems: Problem[] };

const CHECKS = [
	checkIds,
	checkReferences,
	checkAnchors,
	checkPlaces,
	checkDates,
	checkOrder,
	checkDocuments,
	checkLessons,
	checkLessonReferences,
	checkTasks,
	checkStandards,
	checkPlain,
	checkKiosk
] as const;

/**
 * Reads the collection in a folder.
 * @throws Error when there is no such folder, or nothing in it is part of a collection
 */
export function loadCollection(folder: string): Loaded {
	const { files, problems } = readFiles(folder);
	if (![...files.keys()].some(isCollection)) {
		throw new Error(`There is no collection in ${folder}: it has no collection.yaml and no documents.`);
	}
	return readCollection(files, problems);
}

/**
 * Reads, checks and joins the files of a collection.
 * @param known problems met when the files were read
 */
export function readCollection(files: Files, known: readonly Problem[] = []): Loaded {
	const draft = readDraft(files);
	const problems = [
		...known,
		...checkFolder([...files.keys()]),
		...draft.problems,
		...CHECKS.flatMap((check) => check(draft))
	];
	const { collection } = draft;
	if (problems.length > 0 || !collection)
		return { collection: null, problems: cutProblems(sortProblems(problems)) };
	return { collection: joinDraft(draft, collection.record), problems: [] };
}

function joinDraft(draft: Draft, collection: NonNullable<Draft['collection']>['record']): Collection {
	const records = <T>(entries: readonly Entry<T>[]): T[] => entries.map(({ record }) => record);
	return createCollection({
		collection,
		documents: draft.documents.flatMap(({ entry, body, annotations, plain }) =>
			entry && body
				? {
						...{ record: entry.record, text: body.text, annotations: records(annotations) },
						...(plain && { plain: plain.record })
					}
				: []
		),
		events: records(draft.events),
		places: records(draft.places),
		people: records(draft.people),
		formations: records(draft.formations),
		movements: records(draft.movements),
		fronts: records(draft.fronts),
		sources: records(draft.sources),
		glossary: records(draft.glossary),
		disputes: records(draft.disputes),
		standards: records(draft.standards),
		lessons: draft.lessons.flatMap(recordsOfLesson),
		kiosk: draft.kiosk?.record
	});
}
