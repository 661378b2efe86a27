import { describe, expect, it } from 'vitest';
import { loadToy } from '../../../tests/data/toy-collection';
import { noteFor, readGuidePage } from './guide-page';

describe('the guide of a lesson', () => {
	const page = readGuidePage(loadToy(), 'ask-for-the-boat');
	if (!page) throw new Error('no guide');

	it('answers every task at every level that is asked it, once where levels are asked the same', () => {
		for (const step of page.lesson.steps) {
			const answers = page.steps.find(({ id }) => id === step.id)?.answers ?? [];
			const told = answers.flatMap(({ levels, task }) => levels.map((level) => `${level} ${task}`)).sort();
			const asked = page.lesson.levels
				.flatMap((level) => (step.tasks[level] === null ? [] : `${level} ${step.tasks[level]}`))
				.sort();
			expect(told, step.id).toEqual(asked);
		}
		const [first] = page.steps[0]?.answers ?? [];
		expect(first?.levels.length, 'the first task is the same for all').toBe(page.lesson.levels.length);
	});

	it('quotes the words to point to, and says where they stand', () => {
		const shown = page.steps.flatMap(({ answers }) => answers.flatMap(({ phrases }) => phrases));
		const quoted = shown.find(({ quote }) => quote !== null);
		expect(quoted?.light).toMatch(/^annotation:1911-02-03-skerry-to-head\//);
		expect(quoted?.quote).toMatch(/\w/);
	});

	it('counts the same minutes as the lesson’s variants', () => {
		for (const { minutes, steps } of page.lesson.variants) {
			const mine = page.steps.flatMap((step) => step.minutes[minutes] ?? []);
			expect(mine.reduce((sum, one) => sum + one, 0)).toBe(
				steps.reduce((sum, { minutes }) => sum + minutes, 0)
			);
		}
	});

	it('is not there for a lesson that is not there', () => {
		expect(readGuidePage(loadToy(), 'nothing')).toBeNull();
	});
});

describe('a note for the room', () => {
	it('is that of the length, or of the nearest length that has one', () => {
		expect(noteFor({ notes: { 15: 'hands', 45: 'pairs' } }, 45)).toBe('pairs');
		expect(noteFor({ notes: { 15: 'hands', 45: 'pairs' } }, 90)).toBe('pairs');
		expect(noteFor({ notes: {} }, 15)).toBeNull();
	});
});
