import { describe, expect, it } from 'vitest';
import type { Lesson } from './lesson';
import { tabulateStandards } from './standards';

const task = (...standards: string[]) => ({ standards });
const step = (id: string, middle: string[], high: string[]) => ({
	id,
	tellings: { middle: { task: task(...middle) }, high: { task: task(...high) }, university: { task: null } }
});
const lesson = (id: string, ...steps: ReturnType<typeof step>[]) =>
	({ id, levels: ['middle', 'high', 'university'], steps }) as unknown as Lesson;

const list = [
	{ code: 'A.6-8', framework: 'A', label: 'Quote' },
	{ code: 'A.9-12', framework: 'A', label: 'Quote' },
	{ code: 'B', framework: 'B', label: 'Weigh' },
	{ code: 'C', framework: 'B', label: 'Never asked' }
];

describe('the matrix of standards', () => {
	const lessons = [
		lesson('one', step('first', ['A.6-8'], ['A.9-12', 'B']), step('second', [], ['B'])),
		lesson('two', step('first', [], ['A.9-12']))
	];

	it('has a row for what several codes ask alike, with every step and level that is tagged', () => {
		expect(tabulateStandards(list, lessons)[0]).toEqual({
			framework: 'A',
			rows: [
				{
					label: 'Quote',
					codes: ['A.6-8', 'A.9-12'],
					places: [
						{ lesson: 'one', step: 'first', levels: ['middle', 'high'] },
						{ lesson: 'two', step: 'first', levels: ['high'] }
					]
				}
			]
		});
	});

	it('leaves out a code that no task carries', () => {
		const rows = tabulateStandards(list, lessons).flatMap((group) => group.rows.map(({ label }) => label));
		expect(rows).toEqual(['Quote', 'Weigh']);
	});
});

describe('the tasks of this collection', () => {
	it('are all in the matrix, at each level they are asked at', async () => {
		const { loadCollection } = await import('$lib/server/load-collection');
		const { collection } = loadCollection('data/collections/korea-1950');
		if (!collection) throw new Error('the collection has problems');
		const groups = tabulateStandards(collection.standards, collection.lessons);
		const places = groups.flatMap(({ rows }) => rows.flatMap((row) => row.places));
		const told = new Set(
			places.flatMap(({ lesson, step, levels }) => levels.map((level) => `${lesson}/${step}/${level}`))
		);
		const asked = collection.lessons.flatMap(({ id, levels, steps }) =>
			steps.flatMap(({ id: step, tellings }) =>
				levels.filter((level) => tellings[level].task).map((level) => `${id}/${step}/${level}`)
			)
		);
		expect(asked.length).toBeGreaterThan(50);
		expect(asked.filter((one) => !told.has(one))).toEqual([]);
		expect(groups.map(({ framework }) => framework)).toEqual([
			'C3 Framework',
			'CCSS history and social studies',
			'AP history skills',
			'OPVL'
		]);
	});
});
