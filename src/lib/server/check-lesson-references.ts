import { parseReference } from '$lib/model/references';
import { parsePhrase, readLight } from '$lib/model/prose';
import type { GuideRecord, LessonRecord, StepRecord, TaskRecord } from '$lib/schema/records';
import { listLevelTexts } from './check-lessons';
import {
	createCheck,
	createJudge,
	type Check,
	type Judge,
	type Mention,
	type PlacedMention
} from './check-references';
import { problemAt, type DataPath } from './data-file';
import type { Draft, DraftLesson, DraftPage, Entry } from './draft';
import { parseMarkdown } from './parse-markdown';
import type { Problem } from './problems';
import { listTasks } from './read-lessons';

/** References of lessons that lead nowhere: in front matter, in tasks, in links of their texts. */
export function checkLessonReferences(draft: Draft): Problem[] {
	const judge = createJudge(draft);
	const check = createCheck(judge);
	const opening = draft.collection?.record.opening.document;
	return draft.lessons.flatMap((lesson) => [
		...(lesson.entry ? check(lesson.entry, listLessonMentions(lesson.entry.record, lesson.id)) : []),
		...lesson.steps.flatMap(({ entry }) =>
			entry ? check(entry, listStepMentions(entry.record, opening)) : []
		),
		...checkGuide(lesson, check),
		...[lesson, ...lesson.steps, lesson.guide].flatMap((page) => (page ? checkLinks(page, judge) : []))
	]);
}

function listLessonMentions({ words, variants }: LessonRecord, lesson: string): PlacedMention[] {
	return [
		...listTerms(words, ['words']),
		...variants.flatMap(({ steps }, variant) =>
			steps.map(({ step }, index) => ({
				...{ kind: 'step' as const, id: step, within: lesson },
				path: ['variants', variant, 'steps', index, 'step']
			}))
		)
	];
}

/** @param opening the document that a step shows when it names none */
function listStepMentions(record: StepRecord, opening: string | undefined): PlacedMention[] {
	const { view, hide_text, levels } = record;
	const within = view.document ?? opening;
	const mentions: PlacedMention[] = [];
	const add = (mention: Mention, ...path: DataPath) => mentions.push({ ...mention, path });
	if (view.phrase !== undefined) add({ kind: 'annotation', id: view.phrase, within }, 'view', 'phrase');
	if (view.seen_from !== undefined) add({ kind: 'desk', id: view.seen_from }, 'view', 'seen_from');
	if (view.beside !== undefined) add({ kind: 'document', id: view.beside }, 'view', 'beside');
	const selection = parseReference(view.selection ?? '');
	if (selection) add(selection, 'view', 'selection');
	hide_text?.except.forEach((id, index) => {
		add({ kind: 'annotation', id, within }, 'hide_text', 'except', index);
	});
	for (const [level, change] of Object.entries(levels)) {
		mentions.push(...listTerms(change?.words ?? [], ['levels', level, 'words']));
	}
	for (const { task, path } of listTasks(record)) mentions.push(...listTaskMentions(task, path));
	return mentions;
}

function listTaskMentions(task: TaskRecord, path: DataPath): PlacedMention[] {
	if (task.kind === 'mark') {
		return (['wanted', 'near'] as const).flatMap((list) =>
			task[list].map(({ annotation }, index) => ({
				...{ kind: 'annotation' as const, id: annotation, within: task.document },
				path: [...path, list, index, 'annotation']
			}))
		);
	}
	if (task.kind !== 'place') return [];
	return task.choices.map((id, index) => ({ kind: 'place', id, path: [...path, 'choices', index] }));
}

function listTerms(ids: readonly string[], path: DataPath): PlacedMention[] {
	return ids.map((id, index) => ({ kind: 'term', id, path: [...path, index] }));
}

/** Every task has its answer, at every level that meets it, and every answer its task. */
function checkGuide({ id, entry: about, guide, steps }: DraftLesson, check: Check): Problem[] {
	if (!guide?.entry) return [];
	const { entry } = guide;
	// The names of its answers are ids of tasks, whatever they are called.
	const { answers, ...record } = entry.record satisfies GuideRecord;
	const isRead = steps.every((step) => step.entry);
	const named = isRead
		? Object.keys(answers).map((task) => ({
				kind: 'task' as const,
				id: task,
				within: id,
				path: ['answers', task]
			}))
		: [];
	const missing = steps.flatMap((step) =>
		step.entry ? listUnanswered(step.entry, about?.record.levels ?? [], answers) : []
	);
	const unanswered = [...new Set(missing)].map((words) =>
		problemAt(entry.data, ['answers'], {
			expected: 'a model answer to every task of the lesson',
			found: `none to ${words}`,
			advice: 'add it'
		})
	);
	return [...check({ ...entry, record }, named), ...unanswered];
}

function listUnanswered(
	{ record }: Entry<StepRecord>,
	levels: LessonRecord['levels'],
	answers: GuideRecord['answers']
): string[] {
	return levels.flatMap((level) => {
		const change = record.levels[level]?.task;
		const task = change === 'none' ? undefined : (change ?? record.task);
		const answer = task && answers[task.id];
		if (!task || typeof answer === 'string' || answer?.[level] !== undefined) return [];
		return answer ? `"${task.id}" for level ${level}` : `"${task.id}"`;
	});
}

function checkLinks({ file, text, entry }: DraftPage<unknown>, judge: Judge): Problem[] {
	const inText = (text?.links ?? []).flatMap(({ target, line }) => {
		const words = judgeLink(target, judge);
		return words ? [{ file, line: text?.lineAt(line) ?? 1, column: 1, path: '', ...words }] : [];
	});
	if (!entry) return inText;
	const inLevels = listLevelTexts(entry.record).flatMap(({ text, path }) =>
		parseMarkdown(text).links.flatMap(({ target }) => {
			const words = judgeLink(target, judge);
			return words ? problemAt(entry.data, path, words) : [];
		})
	);
	return [...inText, ...inLevels];
}

function judgeLink(target: string, judge: Judge) {
	const light = readLight(target);
	const phrase = light && parsePhrase(light);
	if (phrase) {
		const { document, id } = phrase;
		return judge({ kind: 'document', id: document }) ?? judge({ kind: 'annotation', id, within: document });
	}
	const record = light && parseReference(light);
	return record ? judge(record) : null;
}
