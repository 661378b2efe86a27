import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkData } from './work-data';
import { answerText, listWork, printCsv, printMarkdown, type LessonWords, type WorkLine } from './work-text';

const LESSONS: LessonWords[] = [
	{
		id: 'ice',
		title: 'Ice',
		steps: [
			{ id: 'first', title: 'First look', question: 'What?', tasks: [] },
			{
				id: 'second',
				title: 'Second look',
				question: 'Why?',
				tasks: [{ id: 'sort', prompt: 'Sort the words.', names: { please: 'Please come', ask: 'Asks' } }]
			}
		]
	}
];
const NOTE = { lesson: 'ice', document: null, words: null };
const WORK: WorkData = {
	answers: [
		{ lesson: 'gone', task: 'old', answer: 'kept' },
		{ lesson: 'ice', task: 'sort', answer: { please: 'ask' } }
	],
	seen: [],
	notes: [
		{ id: 1, step: 'second', text: '', ...NOTE },
		{ id: 2, step: 'first', text: 'Two lines,\nand "marks".', ...NOTE }
	]
};
const LABELS = {
	title: 'My work',
	columns: ['Kind', 'Lesson', 'Step', 'About', 'Text'] as [string, string, string, string, string],
	kinds: { answer: 'Answer', note: 'Note', bookmark: 'Bookmark' }
};
const lines = listWork(WORK, LESSONS);
const textLine = (text: string): WorkLine => ({
	...{ kind: 'note', lesson: 'L', step: 'S', about: '', note: null },
	text
});

describe('an answer in words', () => {
	it.each([
		['an id', 'ask', 'Asks'],
		['free text', 'I think so', 'I think so'],
		['several', ['ask', 'please'], 'Asks; Please come'],
		['pairs', { please: 'ask', other: null }, 'Please come: Asks; other: Not said'],
		['a place by name', { please: { place: 'ask' } }, 'Please come: Asks'],
		['a place on the map', { please: { centre: [12.25, 56] } }, 'Please come: 56.00, 12.25'],
		['a number', 3, '3'],
		['a word of the language', { toString: 'constructor' }, 'toString: constructor']
	])('%s', (_title, answer, expected) => {
		expect(answerText(answer, { ask: 'Asks', please: 'Please come', unknown: 'Not said' })).toBe(expected);
	});
});

describe('the list of the work', () => {
	it('goes through lessons and steps in their order, and loses nothing that they no longer have', () => {
		expect(lines.map(({ kind, step, text }) => [kind, step, text])).toEqual([
			['note', 'First look', 'Two lines,\nand "marks".'],
			['answer', 'Second look', 'Please come: Asks'],
			['bookmark', 'Second look', ''],
			['answer', '', 'kept']
		]);
		expect(lines.at(-1)).toMatchObject({ lesson: 'gone', about: 'old' });
	});
});

/** Reads CSV as RFC 4180 says. */
function readCsv(text: string): string[][] {
	const rows: string[][] = [[]];
	for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
		rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
		if (end === '\r\n') rows.push([]);
	}
	return rows.slice(0, -1);
}

describe('the table', () => {
	it('is told as RFC 4180 says', () => {
		expect(printCsv(lines.slice(0, 2), LABELS)).toBe(
			'Kind,Lesson,Step,About,Text\r\n' +
				'Note,Ice,First look,,"Two lines,\nand ""marks""."\r\n' +
				'Answer,Ice,Second look,Sort the words.,Please come: Asks\r\n'
		);
	});

	it('gives every text back to a reader of tables', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', ' ', 'a', '冰') }), (text) => {
				fc.pre(!/^[=+\-@\t\r]/.test(text));
				expect(readCsv(printCsv([textLine(text)], LABELS))[1]?.[4]).toBe(text);
			})
		);
	});

	it.each(['=1+1', '+1', '-1', '@x', '\tx'])('gives a spreadsheet no formula: %j', (text) => {
		expect(readCsv(printCsv([textLine(text)], LABELS))[1]?.[4]).toBe(`'${text}`);
	});
});

describe('the text', () => {
	it('has a heading for each lesson and step, and the student’s words as quotations', () => {
		expect(printMarkdown(lines.slice(0, 2), LABELS)).toBe(
			'# My work\n\n## Ice\n\n### First look\n\n**Note**\n\n> Two lines,\n> and "marks".\n\n' +
				'### Second look\n\n**Answer** – Sort the words.\n\n> Please come: Asks\n'
		);
	});

	it('lets no mark of the student’s words become markup', () => {
		expect(printMarkdown([textLine('<b>*x*</b>\n# no')], LABELS)).toContain(
			'> \\<b\\>\\*x\\*\\</b\\>\n> \\# no'
		);
	});
});
