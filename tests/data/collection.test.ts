import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { anchor } from '$lib/model/anchoring';
import { toInterval } from '$lib/model/edtf-interval';
import { cleanText, parseDocumentFile } from '$lib/server/parse-document';
import { AnnotationsFile } from '$lib/schema/annotation';
import { CollectionFile } from '$lib/schema/collection';
import { DocumentFile } from '$lib/schema/document';
import { EventsFile } from '$lib/schema/event';
import { FormationsFile } from '$lib/schema/formation';
import { FrontFile } from '$lib/schema/front';
import { GlossaryFile } from '$lib/schema/glossary';
import { MovementsFile } from '$lib/schema/movement';
import { PeopleFile } from '$lib/schema/person';
import { PlacesFile } from '$lib/schema/place';
import { SourcesFile } from '$lib/schema/source';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'data/collections/korea-1950');
const TELEGRAM = '1950-10-01-zhou-enlai-to-kim-il-sung';
const CAPTURE = join(ROOT, 'tests/fixtures/import/zhou-to-kim-1950-10-01/input.txt');

const readText = (path: string) => cleanText(readFileSync(join(FOLDER, path), 'utf8'));
const readYaml = <T extends z.ZodType>(path: string, schema: T) => schema.parse(parse(readText(path)));
const list = (folder: string) => readdirSync(join(FOLDER, folder)).sort();

const collection = readYaml('collection.yaml', CollectionFile);
const events = readYaml('events.yaml', EventsFile);
const places = readYaml('places.yaml', PlacesFile);
const people = readYaml('people.yaml', PeopleFile);
const formations = readYaml('formations.yaml', FormationsFile);
const movements = readYaml('movements.yaml', MovementsFile);
const terms = readYaml('glossary.yaml', GlossaryFile);
const sources = readYaml('sources.yaml', SourcesFile);
const fronts = list('fronts').map((file) => FrontFile.parse(JSON.parse(readText(join('fronts', file)))));

const documents = list('documents').map((folder) => {
	const file = join('documents', folder, 'document.md');
	const { data, body, problems } = parseDocumentFile(file, readText(file));
	expect(problems).toEqual([]);
	const notes = join('documents', folder, 'annotations.yaml');
	const annotated = list(join('documents', folder)).includes('annotations.yaml');
	return {
		folder,
		record: DocumentFile.parse(data?.value),
		text: body?.text ?? '',
		annotations: annotated ? readYaml(notes, AnnotationsFile) : []
	};
});

function documentOf(id: string) {
	const found = documents.find(({ folder }) => folder === id);
	if (!found) throw new Error(`no document ${id}`);
	return found;
}

const telegram = documentOf(TELEGRAM);

/** Every value of the keys named, anywhere in the records. */
function valuesOf(value: unknown, keys: string[]): string[] {
	if (Array.isArray(value)) return value.flatMap((entry) => valuesOf(entry, keys));
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, entry]) => {
		const here = keys.includes(key) ? [entry].flat().filter((text) => typeof text === 'string') : [];
		return [...here, ...valuesOf(entry, keys)];
	});
}

const everything = {
	events,
	formations,
	movements,
	people,
	documents: documents.map(({ record, annotations }) => ({ record, annotations }))
};

describe('references', () => {
	it.each([
		['places', ['place', 'places'], places],
		['people', ['person', 'people'], people],
		['formations', ['formation', 'formations', 'part_of'], formations],
		['movements', ['movement'], movements],
		['events', ['event'], events],
		['terms', ['term'], terms],
		['documents', ['document', 'answers', 'related'], documents.map(({ record }) => record)],
		['fronts', ['front'], fronts.map(({ features: [line] }) => line.properties)],
		['desks', ['desk'], collection.desks],
		['sides', ['side'], collection.sides]
	])('point at %s that exist', (_, keys, records) => {
		const ids = new Set(records.map(({ id }) => id));
		expect(valuesOf(everything, keys).filter((id) => !ids.has(id))).toEqual([]);
	});

	it('cite sources that exist, in every record', () => {
		const ids = new Set(sources.map(({ id }) => id));
		const cited = [places, terms, fronts, everything].flatMap((records) => valuesOf(records, ['source', 'sources']));
		expect(cited.length).toBeGreaterThan(250);
		expect(cited.filter((id) => !ids.has(id))).toEqual([]);
	});

	it('give evidence by phrases that exist', () => {
		const given = [
			...events.flatMap(({ evidence }) => evidence),
			...movements.flatMap(({ evidence }) => evidence),
			...formations.flatMap(({ positions }) => positions.flatMap(({ evidence }) => evidence)),
			...documents.flatMap(({ record }) => record.attested_by ?? [])
		];
		const lost = given.filter(
			({ document, annotation }) => !documentOf(document).annotations.some(({ id }) => id === annotation)
		);
		expect(given.length).toBeGreaterThan(10);
		expect(lost).toEqual([]);
	});
});

describe('the telegram of 1 October', () => {
	it('stands as captured: salutation, one paragraph, signature, dateline', () => {
		const lines = readFileSync(CAPTURE, 'utf8').split('\n');
		const first = lines.findIndex((line) => line.startsWith('Comrade Ni Zhiliang'));
		expect(telegram.text).toBe(lines.slice(first, first + 4).join('\n\n'));
		expect(telegram.record.parts).toEqual(['salutation', 'body', 'signature', 'dateline']);
	});

	it('has the archive’s own abstract, the line that follows the dateline', () => {
		const lines = readFileSync(CAPTURE, 'utf8').split('\n');
		const own = lines[lines.indexOf('Night of October 1') + 1];
		expect(telegram.record.abstract).toEqual({ text: own, origin: 'archive' });
	});

	it('never names Pak Il-u, whom the stray first line of the capture names', () => {
		expect(/.{0,60}pak.il.u.{0,20}/i.exec(JSON.stringify(telegram))).toBeNull();
		const vouched = [...events, ...movements, ...formations].filter((record) =>
			JSON.stringify(record).includes(TELEGRAM)
		);
		expect(vouched.length).toBeGreaterThan(3);
		expect(/.{0,60}pak.il.u.{0,20}/i.exec(JSON.stringify(vouched))).toBeNull();
	});

	it('does not say when it was received, deciphered or delivered', () => {
		const { received, deciphered, delivered } = telegram.record.dates;
		expect([received, deciphered, delivered]).toEqual(['unknown', 'unknown', 'unknown']);
	});

	it('is annotated in full', () => {
		expect(telegram.annotations.length).toBeGreaterThanOrEqual(35);
		const aimed = valuesOf(telegram.annotations, ['place', 'formation', 'movement', 'document', 'act']);
		for (const target of [
			'thirty-eighth-parallel',
			'kpa-first-army-group',
			'kpa-second-army-group',
			'1950-09-30-ni-zhiliang-to-zhou-enlai',
			...['acknowledges', 'informs', 'asks', 'proposes', 'urges', 'advises', 'requests-reply']
		]) {
			expect(aimed, target).toContain(target);
		}
		expect(aimed.filter((target) => target === 'thirty-eighth-parallel')).toHaveLength(2);
	});

	it('says of every sentence of the body what it does, and of none twice', () => {
		const acts = telegram.annotations
			.filter(({ kind }) => kind === 'act')
			.map((entry) => anchor(telegram.text, entry))
			.flatMap((found) => (found.ok ? [found] : []))
			.sort((a, b) => a.start - b.start);
		let reached = 0;
		for (const { start, end } of acts) {
			expect(start).toBeGreaterThanOrEqual(reached);
			expect(telegram.text.slice(reached, start).trim()).toBe('');
			reached = end;
		}
		expect(telegram.text.slice(reached).trim()).toBe('Zhou Enlai\n\nNight of October 1');
	});
});

describe('documents', () => {
	it('have every phrase exactly once', () => {
		const lost = documents.flatMap(({ folder, text, annotations }) =>
			annotations.filter((entry) => !anchor(text, entry).ok).map(({ id }) => `${folder}#${id}`)
		);
		expect(lost).toEqual([]);
	});

	it('hold words only where they say so, and carry the name of their folder', () => {
		for (const { folder, record, text } of documents) {
			expect(record.id).toBe(folder);
			expect(text === '', folder).toBe(record.text === 'none');
		}
		expect(documents.filter(({ record }) => record.text === 'full').map(({ folder }) => folder)).toEqual([TELEGRAM]);
	});

	it('link to their holders only', () => {
		const hosts = valuesOf(documents, ['url']).map((url) => new URL(url).host);
		expect(hosts.length).toBeGreaterThan(5);
		expect(new Set(hosts)).toEqual(new Set(['digitalarchive.wilsoncenter.org', 'history.state.gov']));
	});
});

describe('what was proposed', () => {
	it('is called proposed and rests on phrases of the telegram', () => {
		expect(movements).toHaveLength(3);
		for (const { status, label, evidence, note } of movements) {
			expect(status).toBe('proposed');
			expect(label).toMatch(/^Proposed:/);
			expect(evidence.map(({ document }) => document)).toEqual(evidence.map(() => TELEGRAM));
			expect(note).toBeTruthy();
		}
	});

	it('ends north of the parallel wherever an arrow is drawn', () => {
		const ends = movements.flatMap(({ paths }) => paths.map((path) => path.at(-1)?.[1] ?? 0));
		expect(ends.length).toBeGreaterThan(3);
		expect(Math.min(...ends)).toBeGreaterThan(38);
	});
});

describe('the front', () => {
	it('has every claim from 25 June to 19 October', () => {
		expect(fronts.map(({ features: [line] }) => line.properties.id.slice(0, 10))).toEqual([
			...['1950-06-25', '1950-06-28', '1950-07-05', '1950-07-20', '1950-08-04', '1950-08-31'],
			...['1950-09-15', '1950-09-19', '1950-09-23', '1950-09-26', '1950-09-30'],
			...['1950-10-01', '1950-10-09', '1950-10-14', '1950-10-19']
		]);
	});

	it('gives a reason wherever it breaks with the line before', () => {
		const broken = fronts.map(({ features: [line] }) => line.properties).filter(({ breaks }) => breaks);
		expect(broken.map(({ id }) => id.slice(0, 10))).toEqual(['1950-09-30']);
		for (const { note } of broken) expect(note).toMatch(/^Break: /);
	});

	it('has a claim for the moment at which the collection opens', () => {
		const { date, clock, zone } = collection.opening.cursor;
		const cursor = toInterval({ edtf: date, clock, zone }, collection.zone).earliestStart;
		const open = fronts.filter(({ features: [line] }) => {
			const when = toInterval(line.properties.when, collection.zone);
			return when.earliestStart <= cursor && cursor <= when.latestEnd;
		});
		expect(open.map(({ features: [line] }) => line.properties.id)).toEqual(['1950-10-01-night-of-the-telegram']);
	});
});

describe('names and words', () => {
	it('use no Japanese-era name as the name of a place in Korea', () => {
		const former = /^(heijo|keijo|genzan|kanko|seishin|seisin|jinsen|fusan|chosin|fusen|suiho|jemulpo|chemulpo)$/i;
		expect(places.map(({ name }) => name).filter((name) => former.test(name))).toEqual([]);
	});

	it('tell two places of one spelling apart by their ids', () => {
		const twice = places.filter(({ id, name }) => places.some((other) => other.id !== id && other.name === name));
		expect(twice).toEqual([]);
	});

	it('leave “enemy” to authors: our own words do not use it unquoted', () => {
		const ours = [
			...valuesOf([events, formations, movements, fronts, places, people], ['summary', 'title', 'label', 'note']),
			...valuesOf([events, formations, places], ['description', 'known', 'guessed']),
			...documents.filter(({ record }) => record.text === 'precis').map(({ text }) => text)
		];
		expect(ours.map((text) => text.replace(/“[^”]*”/g, '')).filter((text) => /enemy/i.test(text))).toEqual([]);
	});
});
