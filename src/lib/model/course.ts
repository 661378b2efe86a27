import type { LevelName, TaskRecord } from '$lib/schema/records';
import type { Lesson } from './lesson';

/** Kinds of packages: SCORM 1.2 and cmi5 report to a course system; a web package and a Common Cartridge stand by themselves. */
export const COURSE_KINDS = ['scorm12', 'cmi5', 'web', 'cc13'] as const;
export type CourseKind = (typeof COURSE_KINDS)[number];

/** The ids that an answer to a task is made of, each list in the order of the alphabet: it tells nothing of what is right. */
export interface CourseTask {
	id: string;
	parts: string[];
	values: string[];
}

/** What the pages of a package know of it: the file `course.json` beside them. */
export interface CourseFile {
	kind: CourseKind;
	lesson: string;
	/** null: the student chooses. */
	level: LevelName | null;
	/** Ids of all steps of the lesson, in their order. */
	steps: string[];
	tasks: CourseTask[];
	/** Pages inside, as paths from the folder of course.json: "lessons/a-lesson/"; each with its last stroke. */
	pages: string[];
}

/**
 * What the answers to a lesson's tasks are made of, at all its levels.
 * @param phrasesOf ids of the annotations of a document
 */
export function listCourseTasks(
	{ steps }: Pick<Lesson, 'steps'>,
	phrasesOf: (document: string) => readonly string[]
): CourseTask[] {
	const tasks = new Map<string, { parts: Set<string>; values: Set<string> }>();
	for (const task of steps.flatMap(({ tellings }) =>
		Object.values(tellings).flatMap(({ task }) => task ?? [])
	)) {
		const { parts, values } = piecesOf(task, phrasesOf);
		const known = tasks.get(task.id) ?? { parts: new Set(), values: new Set() };
		for (const part of parts) known.parts.add(part);
		for (const value of values) known.values.add(value);
		tasks.set(task.id, known);
	}
	return [...tasks].map(([id, { parts, values }]) => ({
		id,
		parts: [...parts].sort(),
		values: [...values].sort()
	}));
}

function piecesOf(
	task: TaskRecord,
	phrasesOf: (document: string) => readonly string[]
): { parts: readonly string[]; values: readonly string[] } {
	const idsOf = (parts: readonly { id: string }[]) => parts.map(({ id }) => id);
	switch (task.kind) {
		case 'choose':
			return { parts: idsOf(task.options), values: [] };
		case 'write':
			return { parts: [], values: [] };
		case 'mark':
			return { parts: phrasesOf(task.document), values: [] };
		case 'sort':
			return { parts: idsOf(task.cards), values: idsOf(task.bins) };
		case 'order':
			return { parts: idsOf(task.items), values: [] };
		case 'place':
			return { parts: idsOf(task.tokens), values: [...task.choices, 'unknown'] };
		case 'weigh':
			return { parts: idsOf(task.points), values: ['agree', 'differ', 'silent'] };
		case 'cite':
			return { parts: idsOf(task.fields), values: [] };
	}
}
