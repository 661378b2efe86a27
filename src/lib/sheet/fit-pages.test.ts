import { describe, expect, it } from 'vitest';
import { fitPages, hasRoomForNotes, heightOf, type PaperBlock, type PaperSource } from './fit-pages';
import type { PaperBody, PaperTask } from './paper-task';

function taskOf(number: number, body: PaperBody, isBeforeText = false): PaperTask {
	return {
		...{ id: `task-${number}`, number, minutes: 5, isBeforeText, body },
		...{ title: 'A step', prompt: 'What is asked?', given: [], starters: [], phrases: [] }
	};
}
const written = (number: number, lines: number, isBefore = false) =>
	taskOf(number, { kind: 'write', lines }, isBefore);
const cards = (count: number) => Array.from({ length: count }, (_, index) => `Card ${index + 1}`);
const sorted = (number: number, count: number) =>
	taskOf(number, { kind: 'sort', bins: ['here', 'there'], cards: cards(count) });

const source: PaperSource = {
	name: 'A letter, 1911',
	credit: 'An archive',
	paragraphs: ['So it was, and no other way. '.repeat(30)],
	waits: false
};
const nameOf = (block: PaperBlock) => (block.kind === 'task' ? block.task.number : block.kind);
const names = (pages: PaperBlock[][]) => pages.map((blocks) => blocks.map(nameOf));
const ids = (tasks: PaperTask[]) => tasks.map(({ id }) => id);

describe('the pages of a sheet', () => {
	it('print the text after what is to be answered before it is read, and say so', () => {
		const tasks = [written(1, 4, true), written(2, 4)];
		const { pages } = fitPages(tasks, source, ids(tasks));
		expect(names(pages)).toEqual([[1, 'source', 2], []]);
		expect(pages[0]?.[1]).toMatchObject({ source: { waits: true } });
	});

	it('take the first of the ranks where not all find room, in the order of the lesson, and count the others', () => {
		const tasks = [1, 2, 3, 4, 5, 6].map((number) => written(number, 10));
		const ranked = ids([tasks[4], tasks[5], tasks[0], tasks[1]].flatMap((task) => task ?? []));
		const { pages, left } = fitPages(tasks, null, ranked);
		expect(names(pages)).toEqual([
			[1, 2],
			[5, 6]
		]);
		expect(left).toBe(2);
	});

	it('give what is left over to a smaller task where a larger one finds no room', () => {
		const tasks = [written(1, 20), written(2, 20), written(3, 16), written(4, 2)];
		expect(names(fitPages(tasks, null, ids(tasks)).pages)).toEqual([[1], [2, 4]]);
	});

	it('part a long table between two pages, its question on the first', () => {
		const tasks = [written(1, 20), sorted(2, 12)];
		const { pages, left } = fitPages(tasks, null, ids(tasks));
		expect(names(pages)).toEqual([[1, 2], [2]]);
		const parts = pages.flat().flatMap((block) => (block.kind === 'task' ? block.task : []));
		const rows = parts.flatMap(({ body }) => (body.kind === 'sort' ? body.cards : []));
		expect(rows).toEqual(cards(12));
		expect(parts.map(({ isContinued }) => Boolean(isContinued))).toEqual([false, false, true]);
		expect(left).toBe(0);
	});

	it('open the second page with a text that the first has no room for', () => {
		const tasks = [written(1, 17, true), written(2, 3)];
		const { pages } = fitPages(tasks, source, ids(tasks));
		expect(names(pages)).toEqual([[1, 2], ['source']]);
		expect(pages[1]?.[0]).toMatchObject({ source: { waits: false } });
	});

	it('have lines for notes only where there is room and nothing else to write on', () => {
		const short: PaperBlock = { kind: 'task', task: sorted(1, 3) };
		expect(hasRoomForNotes([short], 0)).toBe(true);
		expect(hasRoomForNotes([short, { kind: 'task', task: written(2, 3) }], 0)).toBe(false);
		expect(
			hasRoomForNotes(
				Array.from({ length: 6 }, () => short),
				0
			)
		).toBe(false);
	});

	it('count a longer question as higher', () => {
		const task = sorted(1, 3);
		const long = { ...task, prompt: 'What is asked? '.repeat(30) };
		expect(heightOf({ kind: 'task', task: long })).toBeGreaterThan(heightOf({ kind: 'task', task }));
	});
});
