import { expect, it } from 'vitest';
import { partText } from './part-text';

const text = 'Dear Peter.\n\nThe ice came this morning.';
const paragraphs = [
	{ role: 'salutation' as const, start: 0, end: 11 },
	{ role: 'body' as const, start: 13, end: 39 }
];

it('parts a paragraph where the phrase begins and ends, and no other', () => {
	expect(partText({ text, paragraphs }, { start: 17, end: 25 })).toEqual([
		{ role: 'salutation', parts: [{ text: 'Dear Peter.', isLit: false }] },
		{
			role: 'body',
			parts: [
				{ text: 'The ', isLit: false },
				{ text: 'ice came', isLit: true },
				{ text: ' this morning.', isLit: false }
			]
		}
	]);
});

it('leaves the text whole where nothing is lit, and loses no letter', () => {
	for (const lit of [null, { start: 5, end: 20 }, { start: 0, end: 39 }]) {
		const all = partText({ text, paragraphs }, lit).map(({ parts }) =>
			parts.map((part) => part.text).join('')
		);
		expect(all.join('\n\n')).toBe(text);
	}
	expect(partText({ text, paragraphs }, null).every(({ parts }) => parts.every(({ isLit }) => !isLit))).toBe(
		true
	);
});
