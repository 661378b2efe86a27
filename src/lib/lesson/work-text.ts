import type { Lesson } from '$lib/model/lesson';
import { m } from '$lib/paraglide/messages';
import type { TaskRecord } from '$lib/schema/records';
import { WEIGHINGS } from './tasks/task-words';
import type { Json, Note, WorkData } from './work-data';

/** What a lesson asks, in words: enough to read a student's answers by, and nothing of what is right. */
export interface LessonWords {
	id: string;
	title: string;
	steps: { id: string; title: string; question: string; tasks: TaskWords[] }[];
}
export interface TaskWords {
	id: string;
	prompt: string;
	/** Names of what an answer names by its id. */
	names: { [id: string]: string };
}

/** One answer or note as it is read on paper. */
export interface WorkLine {
	kind: 'answer' | 'note' | 'bookmark';
	lesson: string;
	step: string;
	/** The prompt of the task, or the words of the document that a note stands at. */
	about: string;
	text: string;
	/** The note itself. */
	note: Note | null;
}

/** Words of a page or file in the reader's language. */
export interface WorkLabels {
	title: string;
	columns: [kind: string, lesson: string, step: string, about: string, text: string];
	kinds: Record<WorkLine['kind'], string>;
}

/** What the records of a collection are called, for answers that name them. */
export interface Names {
	/** Phrases of a document with their words. */
	phrasesIn: (document: string) => readonly { id: string; quote: string }[];
	placeName: (place: string) => string;
}

export function wordsOfLesson({ id, title, steps }: Lesson, names: Names): LessonWords {
	return {
		...{ id, title },
		steps: steps.map(({ id, title, question, tellings }) => {
			const tasks = Object.values(tellings).flatMap(({ task }) => task ?? []);
			return {
				...{ id, title, question },
				tasks: [...new Map(tasks.map((task) => [task.id, wordsOfTask(task, names)])).values()]
			};
		})
	};
}

function wordsOfTask(task: TaskRecord, names: Names): TaskWords {
	return { id: task.id, prompt: task.prompt, names: Object.fromEntries(namesIn(task, names)) };
}

function namesIn(task: TaskRecord, { phrasesIn, placeName }: Names): [string, string][] {
	switch (task.kind) {
		case 'choose':
			return task.options.map(({ id, text }) => [id, text]);
		case 'mark':
			return phrasesIn(task.document).map(({ id, quote }) => [id, `“${quote}”`]);
		case 'sort':
			return [
				...task.bins.map(({ id, name }): [string, string] => [id, name]),
				...task.cards.map(({ id, text, phrase }): [string, string] => {
					const of = phrase && phrasesIn(phrase.document).find((one) => one.id === phrase.annotation);
					return [id, text ?? (of ? `“${of.quote}”` : id)];
				})
			];
		case 'order':
			return task.items.map(({ id, text }) => [id, text]);
		case 'place':
			return [
				...task.choices.map((place): [string, string] => [place, placeName(place)]),
				...task.tokens.map(({ id, name }): [string, string] => [id, name]),
				[NOT_GIVEN, m.task_place_unknown()]
			];
		case 'weigh':
			return [
				...task.points.map(({ id, text }): [string, string] => [id, text]),
				...Object.entries(WEIGHINGS).map(([id, name]): [string, string] => [id, name()])
			];
		case 'cite':
			return [
				...task.fields.map(({ id, label }): [string, string] => [id, label]),
				[NOT_GIVEN, m.task_not_given()]
			];
		case 'write':
			return [];
	}
}

/** The answer that the documents do not say. */
const NOT_GIVEN = 'unknown';

/** An answer in words, whatever its task: ids become the names they stand for, and pairs are told as "name: what was given". */
export function answerText(answer: Json, names: TaskWords['names']): string {
	const nameOf = (id: string) => (Object.hasOwn(names, id) ? (names[id] ?? id) : id);
	if (typeof answer === 'string') return nameOf(answer);
	if (Array.isArray(answer)) return answer.map((one) => answerText(one, names)).join('; ');
	if (answer === null) return nameOf(NOT_GIVEN);
	if (typeof answer !== 'object') return String(answer);
	if (typeof answer.place === 'string' && Object.keys(answer).length === 1) return nameOf(answer.place);
	if (Array.isArray(answer.centre)) return degreesText(answer.centre);
	return Object.entries(answer)
		.map(([id, one]) => `${nameOf(id)}: ${answerText(one, names)}`)
		.join('; ');
}

/** Longitude and latitude as people write them, the latitude first. */
function degreesText(centre: Json[]): string {
	return centre
		.map((one) => (typeof one === 'number' ? one.toFixed(2) : ''))
		.reverse()
		.join(', ');
}

/** All answers and notes in the order of the lessons; what belongs to no known lesson comes last, under its ids. */
export function listWork({ answers, notes }: WorkData, lessons: readonly LessonWords[]): WorkLine[] {
	const placed: { at: number; line: WorkLine }[] = [];
	const stepOf = (lesson: LessonWords | undefined, step: string) =>
		lesson?.steps.findIndex(({ id }) => id === step) ?? -1;
	const put = (lesson: string, index: number, line: Omit<WorkLine, 'lesson'>) => {
		const row = lessons.findIndex(({ id }) => id === lesson);
		const at = row < 0 ? Infinity : row + (index < 0 ? 0.999 : index / 1000);
		placed.push({ at, line: { lesson: lessons[row]?.title ?? lesson, ...line } });
	};
	for (const { lesson: id, task: taskId, answer } of answers) {
		const lesson = lessons.find((one) => one.id === id);
		const index = lesson?.steps.findIndex(({ tasks }) => tasks.some((task) => task.id === taskId)) ?? -1;
		const step = lesson?.steps[index];
		const task = step?.tasks.find((one) => one.id === taskId);
		const text = answerText(answer, task?.names ?? {});
		put(id, index, {
			kind: 'answer',
			step: step?.title ?? '',
			about: task?.prompt ?? taskId,
			text,
			note: null
		});
	}
	for (const note of notes) {
		const lesson = lessons.find(({ id }) => id === note.lesson);
		const index = stepOf(lesson, note.step);
		const kind = note.text.trim() ? 'note' : 'bookmark';
		const about = note.words?.quote ?? note.document ?? '';
		const step = lesson?.steps[index]?.title ?? note.step;
		put(note.lesson, index, { kind, step, about, text: note.text, note });
	}
	return placed.sort((a, b) => (a.at === b.at ? 0 : a.at - b.at)).map(({ line }) => line);
}

export interface Chapter {
	title: string;
	steps: { title: string; lines: WorkLine[] }[];
}

/** Lines that follow each other under their lesson, and there under their step. */
export function chaptersOf(lines: readonly WorkLine[]): Chapter[] {
	const chapters: Chapter[] = [];
	for (const line of lines) {
		if (chapters.at(-1)?.title !== line.lesson) chapters.push({ title: line.lesson, steps: [] });
		const steps = chapters.at(-1)?.steps ?? [];
		if (steps.at(-1)?.title !== line.step) steps.push({ title: line.step, lines: [] });
		steps.at(-1)?.lines.push(line);
	}
	return chapters;
}

/** RFC 4180: CRLF, and quotation marks around what needs them. */
export function printCsv(lines: readonly WorkLine[], { columns, kinds }: WorkLabels): string {
	const rows = lines.map(({ kind, lesson, step, about, text }) => [kinds[kind], lesson, step, about, text]);
	return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string): string {
	// A spreadsheet must not take a student's words for a formula.
	const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function printMarkdown(lines: readonly WorkLine[], { title, kinds }: WorkLabels): string {
	const parts = [`# ${title}`];
	for (const chapter of chaptersOf(lines)) {
		parts.push(`## ${plain(chapter.title)}`);
		for (const step of chapter.steps) {
			if (step.title) parts.push(`### ${plain(step.title)}`);
			for (const { kind, about, text } of step.lines) {
				parts.push(`**${kinds[kind]}**${about ? ` – ${plain(about)}` : ''}`);
				if (text.trim()) parts.push(quoted(text));
			}
		}
	}
	return `${parts.join('\n\n')}\n`;
}

/** On one line, and with no marks of Markdown's own. */
function plain(text: string): string {
	return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#]/g, '\\$&');
}

function quoted(text: string): string {
	return text
		.split(/\r\n|\r|\n/)
		.map((line) => `> ${plain(line)}`.trimEnd())
		.join('\n');
}
