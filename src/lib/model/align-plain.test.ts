import { describe, expect, it } from 'vitest';
import { alignSentences } from './align-plain';

const TEXT = 'Dear Peter,\n\nThe ice came. It does\nnot stop (yet).\n\nAnna';

describe('alignSentences', () => {
	it('finds sentences in their order, whatever white space stands between their words', () => {
		const { found, left } = alignSentences(TEXT, [
			'Dear Peter,',
			'The ice came.',
			'It does not stop (yet).',
			'Anna'
		]);
		expect(found.map((one) => one && TEXT.slice(one.start, one.end))).toEqual([
			'Dear Peter,',
			'The ice came.',
			'It does\nnot stop (yet).',
			'Anna'
		]);
		expect(left).toEqual([]);
	});

	it('names what is left out, and before which sentence', () => {
		expect(alignSentences(TEXT, ['Dear Peter,', 'It does not stop (yet).']).left).toEqual([
			{ before: 1, text: 'The ice came.' },
			{ before: 2, text: 'Anna' }
		]);
	});

	it('does not find a sentence before those above it', () => {
		expect(alignSentences(TEXT, ['The ice came.', 'Dear Peter,']).found[1]).toBeNull();
	});
});
