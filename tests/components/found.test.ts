import { expect, it } from 'vitest';
import { rangesIn } from '$lib/reader/found';

function element(html: string): HTMLElement {
	const text = document.createElement('div');
	text.innerHTML = html;
	return text;
}

const words = (...tokens: string[]) => ({ tokens: new Set(tokens), names: new Set(['pakilu']) });
const found = (html: string, ...tokens: string[]) =>
	rangesIn(element(html), words(...tokens)).map((range) => range.toString());

it('finds words across the marks that lie in a text, and not across its paragraphs', () => {
	expect(found('<p>The <a>rail</a>way and <b>a</b> road.</p><p>Rails</p>', 'railway', 'rails')).toEqual([
		'railway',
		'Rails'
	]);
	expect(found('<p>near the par</p><p>allel</p>', 'parallel')).toEqual([]);
});

it('finds names in any of their spellings, to the last letter of a text', () => {
	expect(found('<p>He met <a>Pak</a> Il-u</p>')).toEqual(['Pak Il-u']);
});

it('finds nothing where nothing was asked', () => {
	expect(rangesIn(element('<p>a</p>'), { tokens: new Set(), names: new Set() })).toEqual([]);
});
