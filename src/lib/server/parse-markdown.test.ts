import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lightsIn, linesOf, walkInlines } from '$lib/model/prose';
import { parseMarkdown } from './parse-markdown';

describe('parseMarkdown', () => {
	it('reads paragraphs, emphasis, lists, quotes and headings', () => {
		const { prose, faults } = parseMarkdown(
			'One *two*\n**three**.\n\n## Four\n\n- five\n- six\n\n> seven\n\n1. eight'
		);
		expect(faults).toEqual([]);
		expect(prose).toEqual([
			{
				kind: 'paragraph',
				inside: [
					{ kind: 'text', text: 'One ' },
					{ kind: 'emphasis', inside: [{ kind: 'text', text: 'two' }] },
					{ kind: 'text', text: ' ' },
					{ kind: 'strong', inside: [{ kind: 'text', text: 'three' }] },
					{ kind: 'text', text: '.' }
				]
			},
			{ kind: 'heading', rank: 2, inside: [{ kind: 'text', text: 'Four' }] },
			{
				kind: 'list',
				ordered: false,
				items: [
					[{ kind: 'paragraph', inside: [{ kind: 'text', text: 'five' }] }],
					[{ kind: 'paragraph', inside: [{ kind: 'text', text: 'six' }] }]
				]
			},
			{
				kind: 'quote',
				inside: [{ kind: 'paragraph', inside: [{ kind: 'text', text: 'seven' }] }]
			},
			{
				kind: 'list',
				ordered: true,
				items: [[{ kind: 'paragraph', inside: [{ kind: 'text', text: 'eight' }] }]]
			}
		]);
	});

	it('knows links to phrases, to records and to holders’ pages', () => {
		const { prose, links } = parseMarkdown(
			'[a](phrase:letter/first) [b](place:harbour)\n[c](https://museum.example.org/7)'
		);
		expect(lightsIn(prose)).toEqual(['annotation:letter/first', 'place:harbour']);
		expect(links).toEqual([
			{ target: 'phrase:letter/first', line: 0 },
			{ target: 'place:harbour', line: 0 }
		]);
		expect([...walkInlines(prose)].flatMap((one) => (one.kind === 'link' ? one.href : []))).toEqual([
			'https://museum.example.org/7'
		]);
	});

	it.each([
		['<b>bold</b> <script>alert(1)</script>'],
		['<div onclick="x()">in a block</div>'],
		['![a picture'],
		['`code` and &lt;b&gt;'.replace(/&lt;/g, '<').replace(/&gt;/g, '>')],
		['a line\n---'.replace('\n', ' ')]
	])('leaves what is no part of the set as text: %s', (text) => {
		const { prose, faults } = parseMarkdown(text);
		expect(faults).toEqual([]);
		expect(linesOf(prose).join('\n')).toBe(text);
	});

	it.each([
		['[x](javascript:alert(1))', 0],
		['one\n\n[x](data:text/html,x)', 2],
		['one\ntwo [x](page.html)', 1],
		['[x](//elsewhere.example)', 0],
		['# Title', 0]
	])('refuses %j, and says on which line', (text, line) => {
		const { faults, prose } = parseMarkdown(text);
		expect(faults.map((fault) => fault.line)).toEqual([line]);
		expect([...walkInlines(prose)].filter((one) => one.kind === 'link')).toEqual([]);
	});

	it('never throws, and never makes a link of what is not one', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				for (const one of walkInlines(parseMarkdown(text).prose))
					if (one.kind === 'link') expect(one.href).toMatch(/^https?:\/\//);
			})
		);
	});
});
