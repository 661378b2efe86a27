import type { LessonRecords } from '$lib/model/lesson';
import type { Prose } from '$lib/model/prose';
import { GuideFile, LessonFile, StepFile } from '$lib/schema/lesson';
import type { LevelName, StepRecord, TaskRecord } from '$lib/schema/records';
import { valueAt, type DataFile, type DataPath } from './data-file';
import type { Draft, DraftLesson, DraftPage, DraftText } from './draft';
import type { Files } from './files';
import { listLessonFolders, listSteps, withoutNumber } from './folder-layout';
import { cleanText, parseDocumentFile, type DocumentText } from './parse-document';
import { parseMarkdown } from './parse-markdown';
import type { Schema } from './schema-issue';
import { checkSchema } from './schema-problems';

/** Reads the files of every lesson, each on its own. Ids and problems go into the draft. */
export function readLessons(draft: Draft, files: Files): DraftLesson[] {
	return listLessonFolders(files.keys()).map((folder) => {
		const id = withoutNumber(folder);
		const at = `lessons/${folder}/`;
		const lesson = readPage(draft, files, `${at}lesson.md`, id, LessonFile, 'lesson');
		const steps = listSteps(files.keys(), folder).map((file) => {
			const step = withoutNumber(file.split('/').at(-1) ?? '');
			const page = readPage(draft, files, file, step, StepFile, 'step', id);
			declareTasks(draft, page, id);
			return page;
		});
		const guide = files.has(`${at}guide.md`)
			? readPage(draft, files, `${at}guide.md`, id, GuideFile, null)
			: null;
		return { ...lesson, folder, steps, guide };
	});
}

/** Places of a step's front matter where a task may stand. */
export const TASK_PATHS: readonly DataPath[] = [
	['task'],
	...(['middle', 'high', 'university'] satisfies LevelName[]).map((level) => ['levels', level, 'task'])
];

/** The tasks of a step: its own, and what single levels have instead. */
export function listTasks(record: StepRecord): { task: TaskRecord; path: DataPath }[] {
	return TASK_PATHS.flatMap((path) => {
		const task = valueAt(record, path) as TaskRecord | 'none' | undefined;
		return task && task !== 'none' ? { task, path } : [];
	});
}

/** A lesson whose files are all in order, for the model; nothing where one is not. */
export function recordsOfLesson({ entry, text, steps, guide }: DraftLesson): LessonRecords[] {
	if (!entry || !text || !guide?.entry || !guide.text) return [];
	return [
		{
			record: entry.record,
			introduction: text.prose,
			steps: steps.flatMap((step) =>
				step.entry && step.text
					? { record: step.entry.record, text: step.text.prose, levels: readLevels(step.entry.record) }
					: []
			),
			guide: { record: guide.entry.record, text: guide.text.prose }
		}
	];
}

function readLevels({ levels }: StepRecord): Partial<Record<LevelName, Prose>> {
	return Object.fromEntries(
		Object.entries(levels).flatMap(([level, change]) =>
			change?.text === undefined ? [] : [[level, parseMarkdown(change.text).prose]]
		)
	);
}

function readPage<T>(
	draft: Draft,
	files: Files,
	file: string,
	id: string,
	schema: Schema<T>,
	kind: 'lesson' | 'step' | null,
	within?: string
): DraftPage<T> {
	const content = files.get(file);
	const parsed = typeof content === 'string' ? parsePage(file, cleanText(content)) : null;
	draft.problems = draft.problems.concat(parsed?.problems ?? []);
	const data = parsed?.data ?? null;
	if (kind) {
		const nowhere = { file, root: '', locate: () => ({ line: 1, column: 1 }) };
		draft.declarations.push({ kind, id, within, data: data ?? nowhere, path: ['id'] });
	}
	const checked = data && checkSchema(schema, data);
	draft.problems = draft.problems.concat(checked?.problems ?? []);
	const record = checked?.record ?? null;
	return {
		...{ id, file },
		entry: data && record !== null ? { record, data, path: [] } : null,
		text: parsed?.body ? readText(parsed.body) : null
	};
}

/** A page of a lesson is read in minutes: nobody writes as much, and Markdown of a single sign would take seconds. */
const MOST_CHARACTERS = 100_000;

function parsePage(file: string, content: string): ReturnType<typeof parseDocumentFile> {
	if (content.length <= MOST_CHARACTERS) return parseDocumentFile(file, content);
	const found = `${content.length} characters`;
	const advice = 'divide it into several steps, or leave out what is not needed';
	const expected = `at most ${MOST_CHARACTERS} characters on a page of a lesson`;
	return { data: null, body: null, problems: [{ file, line: 1, path: '', expected, found, advice }] };
}

function readText(body: DocumentText): DraftText {
	const starts = [0, ...[...body.text.matchAll(/\n/g)].map(({ index }) => index + 1)];
	return { ...parseMarkdown(body.text), lineAt: (line) => body.lineAt(starts[line] ?? 0) };
}

/** A task and the one that a level has in its place may share an id: one answer is kept for both. */
function declareTasks(draft: Draft, { entry }: DraftPage<StepRecord>, lesson: string) {
	const data: DataFile | undefined = entry?.data;
	const seen = new Set<string>();
	for (const { task, path } of entry && data ? listTasks(entry.record) : []) {
		if (!data || seen.has(task.id)) continue;
		seen.add(task.id);
		draft.declarations.push({ kind: 'task', id: task.id, within: lesson, data, path: [...path, 'id'] });
	}
}
