import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWords, takeWords, type Json, type WorkData } from './work-data';
import { printWork, readWork } from './work-file';

const text = fc.string({ unit: 'binary' });
// JSON knows no zero below zero.
const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as Json);
const words = fc.record({
	...{ phrase: text, quote: text, prefix: text, suffix: text },
	...{ start: fc.nat(), end: fc.nat() }
});
const place = fc.oneof(
	fc.record({ document: fc.constant(null), words: fc.constant(null) }),
	fc.record({ document: text, words: fc.option(words) })
);
const note = fc
	.tuple(fc.record({ id: fc.nat(), lesson: text, step: text, text }), place)
	.map(([one, where]) => ({ ...one, ...where }));
const work: fc.Arbitrary<WorkData> = fc.record({
	answers: fc.array(fc.record({ lesson: text, task: text, answer: json })),
	seen: fc.array(fc.record({ lesson: text, step: text })),
	notes: fc.uniqueArray(note, { selector: ({ id }) => id })
});
const WORK: WorkData = {
	answers: [{ lesson: 'ice', task: 'ask', answer: { one: ['a', 2] } }],
	seen: [{ lesson: 'ice', step: 'first' }],
	notes: [{ id: 1, lesson: 'ice', step: 'first', document: null, words: null, text: 'cold' }]
};
const FILE = printWork(WORK, 'toy');

describe('the file of a student’s work', () => {
	it('gives the same work back, whatever it is', () => {
		fc.assert(
			fc.property(work, (data) => {
				expect(readWork(printWork(data, 'toy'), 'toy')).toEqual({ ok: true, data });
			})
		);
	});

	it('is the same file for the same work, and says nothing of who or when', () => {
		expect(printWork(WORK, 'toy')).toBe(FILE);
		expect(Object.keys(JSON.parse(FILE) as object)).toEqual([
			...['format', 'version', 'collection', 'answers', 'seen', 'notes']
		]);
	});

	it('is read with the mark that some editors put first', () => {
		expect(readWork(`\uFEFF${FILE}`, 'toy').ok).toBe(true);
	});

	it.each([
		['nothing', '', 'foreign'],
		['a text', 'Dear Peter', 'foreign'],
		['other JSON', '[1, 2]', 'foreign'],
		['null', 'null', 'foreign'],
		['another format', '{"format": "scores", "version": 1}', 'foreign'],
		['a newer version', FILE.replace('"version": 1', '"version": 2'), 'version'],
		['another collection', printWork(WORK, 'sea'), 'collection'],
		['a file cut off', FILE.slice(0, 80), 'damaged'],
		['a list gone', FILE.replace('"seen"', '"sean"'), 'damaged'],
		['a number for a text', FILE.replace('"cold"', '7'), 'damaged'],
		['an answer gone', FILE.replace('"answer":', '"answers":'), 'damaged'],
		['a note without its number', FILE.replace('"id": 1', '"id": -1'), 'damaged'],
		['words of no document', FILE.replace('"words": null', '"words": {}'), 'damaged']
	])('refuses %s', (_title, file, reason) => {
		expect(readWork(file, 'toy')).toEqual({ ok: false, reason });
	});

	it('never throws', () => {
		fc.assert(
			fc.property(fc.oneof(text, fc.json()), (file) => {
				expect(readWork(file, 'toy').ok).toBe(false);
			})
		);
	});
});

describe('the words of a note', () => {
	const letter = 'The ice came. I see the ice, and the ice does not stop.';
	const second = takeWords(letter, 'ice', 37, 40);

	it('are found where they were, with their twins about', () => {
		expect(second.quote).toBe('ice');
		expect(findWords(letter, second)).toEqual({ start: 37, end: 40 });
	});

	it('are found again when the text before them has grown', () => {
		expect(findWords(`Dear Peter, ${letter}`, second)).toEqual({ start: 49, end: 52 });
	});

	it('are found by themselves when all around them has changed, if they stand once', () => {
		const words = takeWords(letter, 'stop', 50, 54);
		expect(findWords('Nothing will stop us', words)).toEqual({ start: 13, end: 17 });
	});

	it.each([
		['gone', 'The snow came.'],
		['no longer alone', 'ice, ice, ice']
	])('are not guessed at when they are %s', (_title, now) => {
		expect(findWords(now, second)).toBeNull();
	});
});
