import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchor, MOST_PLACES, nearestMatch } from './anchoring';

const text = 'The ice came. I see the ice, and the ice does not stop.';

/** A text and a stretch of it that is not empty. */
const textAndSpan = fc
	.tuple(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), fc.nat())
	.map(([whole, from, length]) => {
		const start = from % whole.length;
		return { whole, start, end: start + 1 + (length % (whole.length - start)) };
	});

describe('anchor', () => {
	it('finds a quote that stands once', () => {
		expect(anchor(text, { quote: 'I see' })).toEqual({ ok: true, start: 14, end: 19 });
	});

	it('refuses a quote that stands twice, and says where', () => {
		expect(anchor(text, { quote: 'the ice' })).toEqual({ ok: false, reason: 'ambiguous', starts: [20, 33] });
	});

	it.each([
		['prefix', { quote: 'the ice', prefix: 'and ' }, 33],
		['suffix', { quote: 'the ice', suffix: ', and' }, 20],
		['both', { quote: 'ice', prefix: 'the ', suffix: ' does' }, 37]
	])('is told by its %s which one is meant', (_title, selector, start) => {
		expect(anchor(text, selector)).toEqual({ ok: true, start, end: start + selector.quote.length });
	});

	it('sees occurrences that overlap', () => {
		expect(anchor('aaa', { quote: 'aa' })).toMatchObject({ starts: [0, 1] });
	});

	it('refuses a quote that is not there', () => {
		expect(anchor(text, { quote: 'I saw the ice' })).toEqual({ ok: false, reason: 'missing' });
		expect(anchor('', { quote: 'ice' })).toEqual({ ok: false, reason: 'missing' });
	});

	it('stops counting the places of words that stand everywhere', () => {
		expect(anchor('a'.repeat(10_000), { quote: 'a' })).toMatchObject({
			starts: Array.from({ length: MOST_PLACES }, (_, at) => at)
		});
	});

	it('does not take a quote whose surroundings are wrong', () => {
		expect(anchor(text, { quote: 'I see', prefix: 'and ' })).toMatchObject({ ok: false, reason: 'missing' });
	});

	it('notices a position that does not agree with the quote', () => {
		expect(anchor(text, { quote: 'I see', start: 14, end: 19 })).toMatchObject({ ok: true });
		expect(anchor(text, { quote: 'I see', start: 13 })).toEqual({
			ok: false,
			reason: 'moved',
			start: 14,
			end: 19
		});
		expect(anchor(text, { quote: 'I see', end: 20 })).toMatchObject({ reason: 'moved' });
	});

	it('finds any stretch that stands once, where it stands', () => {
		fc.assert(
			fc.property(textAndSpan, ({ whole, start, end }) => {
				const quote = whole.slice(start, end);
				fc.pre(whole.indexOf(quote) === whole.lastIndexOf(quote));
				expect(anchor(whole, { quote })).toEqual({ ok: true, start, end });
			})
		);
	});

	it('finds any stretch at all when told everything around it', () => {
		fc.assert(
			fc.property(textAndSpan, ({ whole, start, end }) => {
				const selector = {
					quote: whole.slice(start, end),
					prefix: whole.slice(0, start),
					suffix: whole.slice(end)
				};
				expect(anchor(whole, selector)).toEqual({ ok: true, start, end });
			})
		);
	});

	it('never picks one of two', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1 }), fc.string(), fc.string(), (quote, between, after) => {
				const found = anchor(quote + between + quote + after, { quote });
				expect(found).toMatchObject({ ok: false, reason: 'ambiguous' });
			})
		);
	});
});

describe('nearestMatch', () => {
	it.each([
		['another word', 'I saw the ice', 'I see the ice,'],
		['a slip of the pen', 'does nto stop', 'does not stop.'],
		['a word too many', 'I can see the ice', 'I see the ice,'],
		['another case', 'i SEE', 'I see'],
		['nothing like it', 'lighthouse keeper', null]
	])('%s', (_title, quote, expected) => {
		expect(nearestMatch(text, quote)).toBe(expected);
	});

	it('gives up on what would take long', () => {
		expect(nearestMatch('word '.repeat(50_000), 'ward '.repeat(50))).toBeNull();
		expect(nearestMatch('a'.repeat(300_000), 'b'.repeat(300_000))).toBeNull();
	});
});
