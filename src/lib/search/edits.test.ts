import { distance } from 'fastest-levenshtein';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countEdits, lettersOf } from './edits';

it.each([
	['bejing', 'beijing', 1],
	['pekign', 'peking', 1],
	['beking', 'peking', 1],
	['ambasad', 'ambassador', 1],
	['peking', 'peking', 0],
	['peking', 'pekingese', 0],
	['seoul', 'moscow', 3]
])('%s to %s takes %i', (typed, word, edits) => expect(countEdits(typed, word, 2)).toBe(edits));

it('is never more than by changing, adding and leaving out alone, and never less than half of that', () => {
	const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 8 });
	fc.assert(
		fc.property(letters, letters, (typed, word) => {
			const beginnings = Array.from({ length: word.length + 1 }, (_, end) => word.slice(0, end)).filter(
				(beginning) => beginning.length >= Math.min(typed.length, word.length)
			);
			const plain = Math.min(...beginnings.map((beginning) => distance(typed, beginning)));
			const edits = countEdits(typed, word, 20);
			expect(edits).toBeLessThanOrEqual(plain);
			expect(edits).toBeGreaterThanOrEqual(plain / 2);
		})
	);
});

it('letters are a set', () => expect(lettersOf('abab')).toBe(lettersOf('ba')));
