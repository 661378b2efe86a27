import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importArchivePage } from '$lib/importers/archive-page';
import { ImportRefused, type BlockKind, type Draft } from '$lib/importers/importer';
import { decodePage } from '$lib/importers/page-text';

const root = join(process.cwd(), 'tests/fixtures/import');
const pages = readdirSync(root).flatMap((name) => {
	const folder = join(root, name);
	const input = readdirSync(folder).find((file) => /^input\.(?:txt|html)$/.test(file));
	return input ? [decodeOrEmpty(readFileSync(join(folder, input)))] : [];
});
const realPage = readFileSync(join(root, 'zhou-to-kim-1950-10-01/input.txt'), 'utf8');
const kinds = new Set<BlockKind>(
	['body', 'own-abstract', 'related-abstract', 'credit', 'label', 'related', 'rights', 'unknown']
);

function decodeOrEmpty(bytes: Uint8Array): string {
	try {
		return decodePage(bytes);
	} catch {
		return '';
	}
}

/** The draft, or null when the text was refused; anything else that is thrown fails the test. */
function importOrRefuse(text: string): Draft | null {
	try {
		return importArchivePage(text).draft;
	} catch (error) {
		if (error instanceof ImportRefused) return null;
		throw error;
	}
}

function expectWhole(text: string): void {
	const draft = importOrRefuse(text);
	if (!draft) return;
	let end = 0;
	for (const block of draft.blocks) {
		expect(block.start).toBe(end);
		expect(block.end).toBeGreaterThan(block.start);
		expect(text.slice(block.start, block.end)).toBe(block.text);
		expect(kinds.has(block.kind)).toBe(true);
		end = block.end;
	}
	expect(end).toBe(text.length);
	const { title, signature, dateline, body, abstract, credit, rights } = draft;
	for (const field of [title, signature, dateline, body, abstract, credit, rights]) expect(field).not.toBe('');
	for (const name of [...draft.authors, ...draft.addressees, ...draft.via]) expect(name.trim()).not.toBe('');
}

const line = fc.oneof(
	fc.constantFrom(...pages.flatMap((page) => page.split(/\r?\n/))),
	fc.constantFrom('1950', 'Rights', 'Source', 'Author(s): A', '|||', '1950 | |', '• ', '<p>', '<br>', '</p>', '<script>', '&amp;'),
	fc.string({ unit: 'binary', maxLength: 60 })
);
const lineEnd = fc.constantFrom('\n', '\r\n', '\r', '\n\n');
const soup = fc
	.array(fc.tuple(line, lineEnd), { maxLength: 40 })
	.map((lines) => lines.map(([text, end]) => text + end).join(''));
const edit = fc.record({ at: fc.nat(3000), length: fc.nat(200), insert: fc.oneof(line, soup) });

describe('an import of anything', () => {
	it('puts every character of a soup of lines into exactly one block', () => {
		fc.assert(fc.property(soup, expectWhole), { numRuns: 300 });
	});

	it('puts every character of a soup below a header into exactly one block', () => {
		const header = 'October 1, 1950\nTelegram from A to B\n';
		fc.assert(fc.property(soup, (text) => expectWhole(`${header}${text}Author(s):\n${text}`)), { numRuns: 300 });
	});

	it('puts every character of a changed page into exactly one block', () => {
		const changed = fc.tuple(fc.constantFrom(realPage, ...pages), fc.array(edit, { minLength: 1, maxLength: 6 }));
		const apply = ([page, edits]: [string, { at: number; length: number; insert: string }[]]) =>
			edits.reduce((text, { at, length, insert }) => text.slice(0, at) + insert + text.slice(at + length), page);
		fc.assert(fc.property(changed, (change) => expectWhole(apply(change))), { numRuns: 300 });
	});

	it.each([
		['commas', ','],
		['spaces', ' '],
		['line ends', '\n'],
		['points', '. '],
		['quotes', '”'],
		['open tags', '<b>'],
		['open comments', '<!--'],
		['dates', 'October 1, 1950\n'],
		['labels', 'Author(s):\n'],
		['names', 'Kim Il Sung, '],
		['authors', 'Author(s): Kim\n'],
		['rights', 'Rights: all of these are reserved for us\n'],
		['digits', '1'],
		['dashes', '10.'],
		['lone surrogates', '\ud800']
	])('ends with a draft or a refusal for a page full of %s', (_, unit) => {
		const flood = unit.repeat(Math.ceil(400_000 / unit.length));
		const [header = '', tail = ''] = ['October 1, 1950\nTelegram from A to B\n', '\nAuthor(s):\n'];
		expectWhole(flood);
		expectWhole(`${header}${flood}${tail}${flood}x\n`);
		expectWhole(`<html>${header}${flood}${tail}${flood}</html>`);
	});
});
