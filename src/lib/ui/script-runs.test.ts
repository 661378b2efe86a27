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

it('marks English amid Korean and Chinese, but not a name, and not the words around', () => {
	expect(splitByScript('발신자: Department of State (워싱턴).', 'ko')).toEqual([
		{ text: '발신자: ' },
		{ text: 'Department of State', lang: 'en' },
		{ text: ' (워싱턴).' }
	]);
	expect(splitByScript('由Arthur Tedder发往北京', 'zh')).toEqual([{ text: '由Arthur Tedder发往北京' }]);
	expect(splitByScript('由평양发', 'zh')).toEqual([
		{ text: '由' },
		{ text: '평양', lang: 'ko' },
		{ text: '发' }
	]);
});
