import { describe, expect, it } from 'vitest';
import type { SearchEntry } from './entry';
import { findPassage, markRuns } from './passage';

const words = (...tokens: string[]) => ({ tokens: new Set(tokens), names: new Set<string>() });
const show = (runs: { text: string; isFound: boolean }[] | null) =>
	runs?.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join('');

it('marks words and keeps the text', () => {
	const text = 'To P’yŏngyang, and back.';
	expect(show(markRuns(text, words('pyongyang', 'back')))).toBe('To [P’yŏngyang], and [back].');
	expect(
		markRuns(text, words())
			.map((run) => run.text)
			.join('')
	).toBe(text);
});

describe('the line where it was found', () => {
	const entry: SearchEntry = {
		kind: 'document',
		id: 'letter',
		title: 'Letter',
		names: ['Writ'],
		text: `First line.\nThe rails and the road.\n${'word '.repeat(60)}harbour ${'word '.repeat(60)}`
	};
	it('is the one with most of the words', () =>
		expect(show(findPassage(entry, words('first', 'rails', 'road')))).toBe('The [rails] and the [road].'));
	it('is cut around the first of them', () => {
		const shown = show(findPassage(entry, words('harbour')));
		expect(shown).toMatch(/^…word .*\[harbour\].*word…$/);
		expect(shown?.length).toBeLessThan(200);
	});
	it('is the name where only that was found', () =>
		expect(show(findPassage(entry, words('writ')))).toBe('[Writ]'));
	it('is the first line where nothing of it was', () =>
		expect(show(findPassage(entry, words('letter')))).toBe('First line.'));
	it('is none where there are no words', () =>
		expect(findPassage({ kind: 'movement', id: 'a', title: 'A' }, words('a'))).toBeNull());
});
