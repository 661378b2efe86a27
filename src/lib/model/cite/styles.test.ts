import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { DateRole, DocumentBody, DocumentSummary, Person } from '$lib/model/collection';
import { toInterval } from '$lib/model/edtf-interval';
import type { WhenRecord } from '$lib/schema/records';
import { formatApa } from './apa';
import { formatChicago } from './chicago';
import { toCsl } from './csl-json';
import { citeDocument, citeView, type CitedDocument } from './item';
import { formatMla } from './mla';
import type { Entry } from './runs';

const FOLDER = 'tests/fixtures/cite';
const WHEREABOUTS = {
	collection: 'Autumn 1950: The Telegrams',
	site: 'Parallel 38',
	address: 'https://site.example.org/d/1',
	accessed: { year: 2026, month: 3, day: 4 }
};

interface Input extends Pick<DocumentSummary, 'title' | 'kind' | 'text' | 'from' | 'evidence'> {
	title_is?: DocumentSummary['title_is'];
	original_language?: string;
	dates: Partial<Record<DateRole, WhenRecord>>;
	archive: DocumentBody['archive'];
	/** The text, and the phrase of it that is cited. */
	words?: string;
	phrase?: string;
}

function read<T>(...path: string[]): T {
	return parse(readFileSync(join(FOLDER, ...path), 'utf8')) as T;
}

const people = read<Pick<Person, 'id' | 'name'>[]>('people.yaml').map((person): Person => ({
	names: [],
	role: 'x',
	dates_checked: true,
	...person,
	...provenance()
}));

function provenance() {
	return { certainty: 'high' as const, sources: [], dispute: [] };
}

function cite(name: string): CitedDocument {
	const { words: text = '', phrase, dates, archive, ...input } = read<Input>(name, 'input.yaml');
	const document: DocumentSummary = {
		...provenance(),
		...{ id: '1950-x', title_is: 'archive', language: 'en', to: [], via: [] },
		...{ answers: [], answered_by: [], related: [] },
		...input,
		dates: Object.fromEntries(
			Object.entries(dates).map(([role, date]) => [role, date === 'unknown' ? date : toInterval(date, 'UTC')])
		)
	};
	let start = 0;
	const paragraphs = text.split('\n\n').map((words) => {
		const end = start + words.length;
		const found = { role: 'body' as const, start, end };
		start = end + 2;
		return found;
	});
	const body = {
		id: document.id,
		text,
		paragraphs,
		annotations: [],
		archive,
		attested_by: [],
		...{ notes: [], unheld: [] }
	};
	const chosen = phrase ? { id: 'words', quote: phrase, start: text.indexOf(phrase) } : null;
	const findPerson = (id: string) => people.find((person) => person.id === id);
	return citeDocument({ document, body, phrase: chosen, findPerson }, WHEREABOUTS);
}

/** As the expected files write it: italics between asterisks. */
function show(entries: Entry[], use: Entry['use']): string | undefined {
	return entries
		.find((entry) => entry.use === use)
		?.runs.map(({ text, italic }) => (italic ? `*${text}*` : text))
		.join('');
}

const cases = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe.each(cases.map(({ name }) => name))('%s', (name) => {
	const item = cite(name);
	const { csl = {}, ...expected } = read<{ csl?: object }>(name, 'expected.yaml');

	it('in Chicago, MLA and APA', () => {
		expect({
			note: show(formatChicago(item), 'note'),
			bibliography: show(formatChicago(item), 'bibliography'),
			mla: show(formatMla(item), 'works-cited'),
			'mla-in-text': show(formatMla(item), 'in-text'),
			apa: show(formatApa(item), 'reference'),
			'apa-in-text': show(formatApa(item), 'in-text')
		}).toEqual(expected);
	});

	it('as CSL-JSON', () => {
		expect(toCsl(item)).toMatchObject(csl);
	});
});

it('reads every case', () => {
	expect(cases.length).toBeGreaterThanOrEqual(10);
});

describe('a page made before anyone opened it', () => {
	it('has neither address nor day of access', () => {
		const { address: _address, accessed: _accessed, ...item } = cite('full-telegram');
		expect(show(formatChicago(item), 'note')).toMatch(/in \*Autumn 1950: The Telegrams\*, Parallel 38\.$/);
		expect(show(formatMla(item), 'works-cited')).toMatch(/\*Autumn 1950: The Telegrams\*, Parallel 38\.$/);
		expect(show(formatApa(item), 'reference')).toMatch(/In \*Autumn 1950: The Telegrams\*\. Parallel 38\.$/);
		expect(Object.keys(toCsl(item))).not.toContain('URL');
	});
});

describe('a view', () => {
	const moment = Date.UTC(1950, 9, 1, 14, 40);
	const item = citeView({ shown: 'Zhou Enlai to “Kim”', moment, desk: 'Moscow' }, WHEREABOUTS);

	it('names what is shown, for whom, the moment and the day of access', () => {
		const view = 'Explorer view of “Zhou Enlai to ‘Kim’”, as known in Moscow, at 14:40 UTC on';
		expect([...formatChicago(item), ...formatMla(item), ...formatApa(item)].map(({ use }) => use)).toEqual([
			...['note', 'bibliography', 'works-cited', 'in-text', 'reference', 'in-text']
		]);
		expect(show(formatChicago(item), 'note')).toBe(
			`${view} October 1, 1950, in *Autumn 1950: The Telegrams*, Parallel 38, accessed March 4, 2026, https://site.example.org/d/1.`
		);
		expect(show(formatChicago(item), 'bibliography')).toBe(
			`*Autumn 1950: The Telegrams*. Parallel 38. ${view} October 1, 1950. Accessed March 4, 2026. https://site.example.org/d/1.`
		);
		expect(show(formatMla(item), 'works-cited')).toBe(
			`${view} 1 Oct. 1950. *Autumn 1950: The Telegrams*, Parallel 38, https://site.example.org/d/1. Accessed 4 Mar. 2026.`
		);
		expect(show(formatApa(item), 'reference')).toBe(
			`*Autumn 1950: The Telegrams* [${view} October 1, 1950]. (n.d.). Parallel 38. Retrieved March 4, 2026, from https://site.example.org/d/1`
		);
		expect(show(formatApa(item), 'in-text')).toBe('(*Autumn 1950: The Telegrams*, n.d.)');
	});

	it('is a web page as CSL-JSON', () => {
		expect(toCsl(item)).toMatchObject({
			id: 'view-1950-10-01-14-40',
			type: 'webpage',
			title: 'Explorer view: Zhou Enlai to “Kim”',
			URL: WHEREABOUTS.address,
			accessed: { 'date-parts': [[2026, 3, 4]] }
		});
	});
});
