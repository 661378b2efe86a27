import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toInterval } from '$lib/model/edtf-interval';
import { printBibtex } from './bibtex';
import { printCslJson, toCsl } from './csl-json';
import { toCiteDate } from './dates';
import { citeView, type CitedDocument } from './item';
import { printRis } from './ris';
import { oneLine } from './runs';

const readBibtex = (text: string) => new Cite(text, { forceType: '@biblatex/text' }).data;
const readRis = (text: string) => new Cite(text, { forceType: '@ris/file' }).data;
const readCsl = (text: string) => new Cite(JSON.parse(text), { forceType: '@csl/list+object' }).data;

const LETTER: CitedDocument = {
	form: 'document',
	id: '1950-09-29-letter',
	kind: 'letter',
	authors: [
		{ family: 'Kim', given: 'Il Sung', familyFirst: true },
		{ family: 'Marshall', given: 'George C.', suffix: 'Jr.', familyFirst: false },
		{ literal: 'Office of Supply and Repair, Rear' }
	],
	title: 'On 50 % of {all} “guns” & $5_000 #1 ~ C:\\x ^ 박헌영',
	isDescriptive: false,
	date: toCiteDate(toInterval('1950-09-29', 'UTC')),
	archive: {
		holder: 'State Archive',
		collection: 'Papers & Letters',
		call_number: 'f. 45, op. 1',
		translator: 'Vera and Zed',
		url: 'https://archive.example.org/a_b?x=1&y=2#p~3'
	},
	language: 'en',
	originalLanguage: 'ko',
	text: 'precis',
	isOnlyMentioned: false,
	phrase: { quote: 'two\r\nlines', paragraph: 2 },
	collection: 'Autumn 1950',
	site: 'Parallel 38',
	address: 'https://site.example.org/?doc=a&t=1950-10-01T14:40Z&m=127.3,37.4,5.30#x_y',
	accessed: { year: 2026, month: 3, day: 4 }
};

const [ISSUED, ACCESSED] = [{ 'date-parts': [[1950, 9, 29]] }, { 'date-parts': [[2026, 3, 4]] }];

describe('a file, read by a parser that is not ours', () => {
	it('of BibTeX', () => {
		const [found, ...others] = readBibtex(printBibtex(LETTER));
		expect(others).toEqual([]);
		expect(found).toMatchObject({
			id: LETTER.id,
			author: [
				{ family: 'Kim Il Sung' },
				{ family: 'Marshall', given: 'George C.', suffix: 'Jr.' },
				{ family: 'Office of Supply and Repair, Rear' }
			],
			title: LETTER.title,
			issued: ISSUED,
			accessed: ACCESSED,
			translator: [{ family: 'Vera and Zed' }],
			URL: LETTER.address
		});
		expect(found?.['note']).toContain('What is shown is an editors’ précis, not the document’s own words.');
		expect(found?.['note']).toContain('“two lines”');
	});

	it('of RIS', () => {
		const [found, ...others] = readRis(printRis(LETTER));
		expect(others).toEqual([]);
		expect(found).toMatchObject({
			id: LETTER.id,
			type: 'personal_communication',
			author: [
				{ literal: 'Kim Il Sung' },
				{ family: 'Marshall', given: 'George C.', suffix: 'Jr.' },
				{ family: 'Office of Supply and Repair', given: 'Rear' }
			],
			title: LETTER.title,
			issued: ISSUED,
			accessed: ACCESSED,
			'call-number': 'f. 45, op. 1',
			archive_location: 'State Archive, Papers & Letters, f. 45, op. 1',
			URL: LETTER.address
		});
		expect(found?.['note']).toEqual(
			expect.arrayContaining(['What is shown is an editors’ précis, not the document’s own words.'])
		);
	});

	it('of CSL-JSON', () => {
		const [found, ...others] = readCsl(printCslJson(LETTER));
		expect(others).toEqual([]);
		expect(found).toMatchObject({ ...toCsl(LETTER) });
	});

	it('of a view', () => {
		const { collection, site, address, accessed } = LETTER;
		const view = citeView(
			{ shown: 'A & B', moment: Date.UTC(1950, 9, 1, 14, 40) },
			{ collection, site, address, accessed }
		);
		const wanted = { title: 'Explorer view: A & B', URL: address };
		const withDay = { ...wanted, accessed: ACCESSED };
		expect(readBibtex(printBibtex(view))).toEqual([expect.objectContaining(withDay)]);
		expect(readCsl(printCslJson(view))).toEqual([expect.objectContaining(withDay)]);
		// This reader of RIS looks for the day of access to a web page elsewhere.
		expect(readRis(printRis(view))).toEqual([expect.objectContaining(wanted)]);
		expect(printRis(view)).toContain('\r\nY2  - 2026/03/04/\r\n');
	});
});

describe('the lines of a file', () => {
	it('of RIS end in CR and LF, begin with TY and end with ER', () => {
		const lines = printRis(LETTER).split('\r\n');
		expect(lines.at(0)).toBe('TY  - PCOMM');
		expect(lines.slice(-2)).toEqual(['ER  - ', '']);
		for (const line of lines.slice(0, -1)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\r\n]*$/);
	});

	it('of BibTeX keep year and month beside the date, for readers that know no other', () => {
		expect(printBibtex(LETTER)).toContain('  date = {1950-09-29},\n  year = {1950},\n  month = sep,\n');
		const between = { ...LETTER, date: toCiteDate(toInterval('[1950-09-30..1950-10-01]', 'UTC')) };
		expect(printBibtex(between)).not.toMatch(/^ {2}date/m);
		expect(printBibtex(between)).toContain('Dated between September 30 and October 1, 1950.');
	});

	it('leave out what is not known, and say so', () => {
		const bare = { ...LETTER, authors: [], date: undefined, archive: { holder: 'State Archive' } };
		const said = 'Sender not known. Date not known. Translated from Korean, translator not named.';
		expect(toCsl(bare).note).toContain(said);
		expect(printBibtex(bare)).not.toMatch(/^ {2}(author|year|month|date) =/m);
		expect(printBibtex(bare)).toContain(said);
		expect(printRis(bare)).not.toMatch(/^(AU|PY|DA|CN) /m);
		expect(printRis(bare)).toContain('N1  - Call number not shown, collection not shown.');
	});
});

/** Words as bad as data can make them: markup of all three formats, ends of lines, other scripts. */
const words = fc
	.array(
		fc.oneof(
			fc.constantFrom('{', '}', '\\', '}}', '--', '---', "''", '``', '?`', '"', '$', '%', '&', '#', '_', '^'),
			fc.constantFrom('~', '<i>', '</', '@misc{x,', 'ER  - ', '\r\nER  - \r\n', '\n', ' and ', ',', '\u2028'),
			fc.constantFrom('박헌영', '朴宪永', 'é', 'ß', 'и', '“', '’', '–'),
			fc.string({ unit: 'grapheme' })
		),
		{ minLength: 1, maxLength: 8 }
	)
	.map((parts) => oneLine(`x${parts.join('')}x`));

describe('whatever the words', () => {
	it('BibTeX gives back title and author, in one entry', () => {
		fc.assert(
			fc.property(words, words, (title, author) => {
				const [found, ...others] = readBibtex(
					printBibtex({ ...LETTER, title, authors: [{ literal: author }] })
				);
				expect(others).toEqual([]);
				expect(found?.['title']).toBe(title);
				expect(found?.['author']).toEqual([{ family: author }]);
			}),
			{ numRuns: 300 }
		);
	});

	it('BibTeX keeps its braces in pairs', () => {
		fc.assert(
			fc.property(words, (title) => {
				let depth = 0;
				for (const letter of printBibtex({ ...LETTER, title, phrase: { quote: title } })) {
					if (letter === '{') depth += 1;
					if (letter === '}') depth -= 1;
					expect(depth).toBeGreaterThanOrEqual(0);
				}
				expect(depth).toBe(0);
			})
		);
	});

	it('RIS gives back the title, in one record', () => {
		fc.assert(
			fc.property(words, (title) => {
				const printed = printRis({ ...LETTER, title, phrase: { quote: title } });
				const [found, ...others] = readRis(printed);
				expect(others).toEqual([]);
				expect(found?.['title']).toBe(title);
				expect(printed.match(/^ER {2}- /gm)).toHaveLength(1);
			})
		);
	});

	it('CSL-JSON gives back title and author', () => {
		fc.assert(
			fc.property(words, words, (title, author) => {
				const item = { ...LETTER, title, authors: [{ literal: author }] };
				const [found] = readCsl(printCslJson(item));
				expect(found).toMatchObject({ title, author: [{ literal: author }] });
			})
		);
	});
});
