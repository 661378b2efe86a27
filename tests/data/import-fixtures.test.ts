import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importArchivePage } from '$lib/importers/archive-page';
import { decodePage } from '$lib/importers/page-text';

const root = join(process.cwd(), 'tests/fixtures/import');

/** A case is a folder: input.* with expected.json (the draft; blocks as kind and text) or error.txt (the message). */
describe.each(readdirSync(root))('import of %s', (name) => {
	const folder = join(root, name);
	const input = readdirSync(folder).find((file) => file.startsWith('input.')) ?? 'input.txt';
	const bytes = readFileSync(join(folder, input));
	const error = join(folder, 'error.txt');

	if (existsSync(error)) {
		it('is refused with the message in error.txt', () => {
			expect(() => importArchivePage(decodePage(bytes))).toThrow(readFileSync(error, 'utf8').trimEnd());
		});
		return;
	}

	const text = decodePage(bytes);
	const { draft } = importArchivePage(text);

	it('gives the draft in expected.json', () => {
		const expected: unknown = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
		const blocks = draft.blocks.map(({ kind, text }) => ({ kind, text }));
		expect({ ...draft, blocks }).toEqual(expected);
	});

	it('gives the input back when its blocks are put together', () => {
		expect(draft.blocks.map((block) => block.text).join('')).toBe(text);
		for (const block of draft.blocks) expect(text.slice(block.start, block.end)).toBe(block.text);
	});
});

describe('the summary carried to the top of a captured page', () => {
	const page = readFileSync(join(root, 'zhou-to-kim-1950-10-01/input.txt'), 'utf8');
	const stray = 'Pak Il-u';
	const attached = (text: string) => {
		const { draft, paragraphs } = importArchivePage(text);
		const own = { ...draft, related: [], blocks: draft.blocks.filter(({ kind }) => kind !== 'related-abstract') };
		return JSON.stringify([own, paragraphs]);
	};

	it('stays with the related document', () => {
		expect(importArchivePage(page).draft.related[0]?.abstract).toContain(stray);
		expect(attached(page)).not.toContain(stray);
	});

	it('is given to nobody when two related documents are listed', () => {
		const two = page.replace('Document Information', 'October 4, 1950 | Cable from Gao Gang |\nDocument Information');
		const { draft } = importArchivePage(two);
		expect(draft.related.map((document) => document.abstract)).toEqual([undefined, undefined]);
		expect(draft.notes.join('\n')).toMatch(/^line 1: .*not known/m);
		expect(attached(two)).not.toContain(stray);
	});

	it('is never taken for the page’s own, wherever the page breaks off', () => {
		const earliest = page.indexOf('Comrade Ni');
		for (let end = earliest; end < page.length; end += 7) expect(attached(page.slice(0, end))).not.toContain(stray);
	});

	it('is not missed when the page has none', () => {
		const { draft } = importArchivePage(page.slice(page.indexOf('October 1, 1950')));
		expect(draft.related).toEqual([{ date: '1950-10-02', title: 'Telegram from Zhou Enlai to Ni Zhiliang' }]);
		expect(draft.abstract).toMatch(/^China advises/);
	});

	it('leaves the own abstract open when the page has lost it', () => {
		const { draft } = importArchivePage(page.replace(/^China advises.*\n/m, ''));
		expect(draft.abstract).toBeNull();
		expect(draft.signature).toBe('Zhou Enlai');
	});
});
