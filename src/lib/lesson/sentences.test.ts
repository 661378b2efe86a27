import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from './sentences';

describe('the sentences of a text', () => {
	it.each([
		['two', 'The ice came. I saw it!', ['The ice came.', 'I saw it!']],
		['a quotation’s end', '“Come.” He came.', ['“Come.”', 'He came.']],
		[
			'short forms',
			'Mr. Head and Gen. P. Skerry met. They left.',
			['Mr. Head and Gen. P. Skerry met.', 'They left.']
		],
		['a number', 'No. 5 is lit. It burns.', ['No. 5 is lit.', 'It burns.']],
		['a paragraph’s number', '1. Send oil. 2. Send bread.', ['1. Send oil.', '2. Send bread.']],
		['one that goes on', 'He wrote … and stopped.', ['He wrote … and stopped.']],
		['a decimal', 'It is 3.5 miles. Go.', ['It is 3.5 miles.', 'Go.']],
		['no spaces', '冰来了。我看见了！', ['冰来了。', '我看见了！']],
		['paragraphs', 'A heading\n\nA line', ['A heading', 'A line']],
		['nothing', ' ', []]
	])('%s', (_title, text, expected) => {
		expect(splitSentences(text)).toEqual(expected);
	});

	it('lose no word', () => {
		const words = fc.array(fc.constantFrom('ice', 'A', 'Mr.', '…', '.', '。', '\n\n', ' ', '”', '5.'));
		fc.assert(
			fc.property(words, (list) => {
				const bare = (text: string) => text.replace(/\s/g, '');
				expect(bare(splitSentences(list.join('')).join(''))).toBe(bare(list.join('')));
			})
		);
	});
});
