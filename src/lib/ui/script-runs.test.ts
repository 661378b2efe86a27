import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitByScript } from './script-runs';

it('marks each run of a foreign script', () => {
	expect(splitByScript('Lamp 燈 and 등대.')).toEqual([
		{ text: 'Lamp ' },
		{ text: '燈', lang: 'und-Hani' },
		{ text: ' and ' },
		{ text: '등대', lang: 'ko' },
		{ text: '.' }
	]);
});

it('loses no letter', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			const runs = splitByScript(text);
			expect(runs.map((run) => run.text).join('')).toBe(text);
		})
	);
});
