import { describe, expect, it } from 'vitest';
import { didYouMean, suggest } from './suggest';

describe('suggest', () => {
	it.each([
		['a typo', 'harbuor', ['harbour', 'harvest'], 'harbour'],
		['the nearer of two', 'harvast', ['harbour', 'harvest'], 'harvest'],
		['capitals, blanks and accents', 'Port Élan', ['port-elan', 'port-alan'], 'port-elan'],
		['a part of the id', 'inchon', ['wonsan', 'inchon-harbour'], 'inchon-harbour'],
		['more than the id', 'inchon-harbour', ['inchon', 'wonsan'], 'inchon'],
		['a typo before a part', 'port', ['sort', 'port-elan'], 'sort'],
		['letters in a word are no part', 'in', ['inchon', 'berlin'], null],
		['nothing near', 'lighthouse', ['seoul', 'wonsan'], null],
		['nothing known', 'seoul', [], null],
		['nothing given', '', ['a'], null]
	])('%s', (_title, word, known, expected) => {
		expect(suggest(word, known)).toBe(expected);
	});

	it('offers a way out in any case', () => {
		expect(didYouMean('harbor', ['harbour'], 'add it')).toBe('did you mean "harbour"? Or add it');
		expect(didYouMean('x', ['harbour'], 'add it')).toBe('add it');
	});
});
