import { toInterval } from '$lib/model/edtf-interval';
import { BEGINNING, END } from '$lib/model/interval';
import type { LessonRecord, StepRecord, WhenRecord } from '$lib/schema/records';
import { findFault } from './check-dates';
import { problemAt, type DataPath } from './data-file';
import type { Draft, DraftLesson, DraftPage, DraftText, Entry } from './draft';
import { parseMarkdown } from './parse-markdown';
import type { Problem } from './problems';

/** What /lessons/ itself has besides lessons. */
const PAGES_BESIDE: readonly string[] = ['work'];

/** Whether files of lessons are called what they say they are, variants add up, dates are dates, and texts can be read. */
export function checkLessons(draft: Draft): Problem[] {
	const zone = draft.collection?.record.zone ?? 'UTC';
	return draft.lessons.flatMap((lesson) => [
		...checkName(lesson, `the name of its folder without the number`, lesson.folder),
		...checkAddress(lesson),
		...(lesson.entry ? checkVariants(lesson.entry) : []),
		...lesson.steps.flatMap((step) => [
			...checkName(step, 'the name of its file without the number', step.file.split('/').at(-1) ?? ''),
			...(step.entry ? [...checkMoments(step.entry, zone), ...checkHidden(step.entry)] : []),
			...checkLevels(step, lesson)
		]),
		...[lesson, ...lesson.steps, lesson.guide].flatMap((page) => (page ? checkText(page) : []))
	]);
}

function checkName({ id, entry }: DraftPage<{ id: string }>, what: string, name: string): Problem[] {
	if (!entry || entry.record.id === id) return [];
	return [
		problemAt(entry.data, ['id'], {
			expected: `"${id}", ${what}`,
			found: `"${entry.record.id}"`,
			advice: `write ${id} here, or rename ${name} so that it ends in ${entry.record.id}`
		})
	];
}

/** Pages of the site stand at the same place as lessons: none may lie over another. */
function checkAddress({ id, folder, entry }: DraftLesson): Problem[] {
	if (!entry || !PAGES_BESIDE.includes(id)) return [];
	return [
		problemAt(entry.data, ['id'], {
			expected: 'an id that is not the address of another page: not ' + PAGES_BESIDE.join(', '),
			found: `"${id}"`,
			advice: `choose another, and rename ${folder} after it`
		})
	];
}

function checkVariants({ record, data }: Entry<LessonRecord>): Problem[] {
	return record.variants.flatMap((variant, index) => {
		const { minutes, steps, around } = variant;
		const problems: Problem[] = [];
		const path = ['variants', index, 'minutes'];
		if (record.variants.findIndex((other) => other.minutes === minutes) < index) {
			const advice = 'make one of the two, or change its minutes';
			const expected = 'each length once';
			problems.push(problemAt(data, path, { expected, found: `a second variant of ${minutes}`, advice }));
		}
		const sum = [...steps, ...around].reduce((total, part) => total + part.minutes, 0);
		if (Math.abs(sum - minutes) > minutes / 10) {
			problems.push(
				problemAt(data, path, {
					expected: `steps and what is around them of ${minutes} minutes in all, give or take a tenth`,
					found: `${sum} minutes`,
					advice: 'change the minutes of the parts, or take a part out'
				})
			);
		}
		steps.forEach(({ step }, place) => {
			if (steps.findIndex((other) => other.step === step) === place) return;
			const expected = 'each step once in a variant';
			const words = { expected, found: `"${step}" again`, advice: 'take one of the two out' };
			problems.push(problemAt(data, ['variants', index, 'steps', place, 'step'], words));
		});
		return problems;
	});
}

function checkMoments({ record, data }: Entry<StepRecord>, zone: string): Problem[] {
	const { cursor, against, window } = record.view;
	const dates: { when: WhenRecord; path: DataPath }[] = [];
	for (const [name, moment] of Object.entries({ cursor, against })) {
		if (!moment) continue;
		const { date, ...rest } = moment;
		dates.push({ when: { edtf: date, ...rest }, path: ['view', name, 'date'] });
	}
	if (window !== undefined) dates.push({ when: window, path: ['view', 'window'] });
	return dates.flatMap(({ when, path }) => {
		const fault = findFault(when, zone);
		if (fault) return problemAt(data, path, fault);
		const { earliestStart, latestEnd, edtf } = toInterval(when, zone);
		if (earliestStart !== BEGINNING && latestEnd !== END) return [];
		const expected = 'a date with a beginning and an end';
		return problemAt(data, path, {
			expected,
			found: `"${edtf}"`,
			advice: 'write both, such as 1911-01/1911-03'
		});
	});
}

/** What waits for an answer needs a question. */
function checkHidden({ record, data }: Entry<StepRecord>): Problem[] {
	const isAsked = record.task || Object.values(record.levels).some((change) => isTask(change?.task));
	if (isAsked) return [];
	const waits = record.hide_text ? 'hide_text' : record.hold_back.length > 0 ? 'hold_back' : null;
	if (!waits) return [];
	return [
		problemAt(data, [waits], {
			expected: 'a task that the hidden words wait for',
			found: 'no task in this step',
			advice: `add a task, or take "${waits}" out`
		})
	];
}

function isTask(task: unknown): boolean {
	return task !== undefined && task !== 'none';
}

/** A change for readers whom the lesson does not speak to would never be seen. */
function checkLevels({ entry }: DraftPage<StepRecord>, lesson: DraftLesson): Problem[] {
	const levels = lesson.entry?.record.levels;
	if (!entry || !levels) return [];
	return Object.keys(entry.record.levels).flatMap((level) => {
		if (levels.some((known) => known === level)) return [];
		return problemAt(entry.data, ['levels', level], {
			expected: `one of the lesson’s levels: ${levels.join(', ')}`,
			found: `"${level}"`,
			advice: 'add the level to lesson.md, or take these lines out'
		});
	});
}

function checkText({ file, text, entry }: DraftPage<unknown>): Problem[] {
	const problems = (text?.faults ?? []).map(({ line, ...words }) => ({
		...{ file, line: text?.lineAt(line) ?? 1, column: 1, path: '' },
		...words
	}));
	if (entry && text && isEmpty(text)) {
		const expected = 'a text below the front matter';
		const spot = { file, line: text.lineAt(0), column: 1, path: '' };
		problems.push({ ...spot, expected, found: 'nothing', advice: 'write the text in Markdown' });
	}
	if (!entry) return problems;
	return [
		...problems,
		...listLevelTexts(entry.record).flatMap(({ text, path }) =>
			parseMarkdown(text).faults.map(({ line: _line, ...words }) => problemAt(entry.data, path, words))
		)
	];
}

function isEmpty({ prose }: DraftText): boolean {
	return prose.length === 0;
}

/** Markdown that stands in front matter. */
export function listLevelTexts(record: unknown): { text: string; path: DataPath }[] {
	const levels = (record as Partial<StepRecord>).levels;
	if (!levels || Array.isArray(levels)) return [];
	return Object.entries(levels).flatMap(([level, change]) =>
		change?.text === undefined ? [] : { text: change.text, path: ['levels', level, 'text'] }
	);
}
