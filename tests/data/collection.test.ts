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
import { DisputesFile } from '$lib/schema/dispute';
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
const disputes = readYaml('disputes.yaml', DisputesFile);
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
	disputes,
	documents: documents.map(({ record, annotations }) => ({ record, annotations }))
};

describe('references', () => {
	it.each([
		['places', ['place', 'places'], places],
		['people', ['person', 'people'], people],
		['formations', ['formation', 'formations', 'part_of'], formations],
		['movements', ['movement'], movements],
		['events', ['event', 'events'], events],
		['terms', ['term'], terms],
		['documents', ['document', 'documents', 'answers', 'related'], documents.map(({ record }) => record)],
		['fronts', ['front', 'fronts'], fronts.map(({ features: [line] }) => line.properties)],
		['desks', ['desk', 'serves'], collection.desks],
		['sides', ['side'], collection.sides]
	])('point at %s that exist', (_, keys, records) => {
		const ids = new Set(records.map(({ id }) => id));
		expect(valuesOf(everything, keys).filter((id) => !ids.has(id))).toEqual([]);
	});

	it('lead from term to term', () => {
		const ids = terms.map(({ id }) => id);
		expect(terms.flatMap(({ see }) => see).filter((id) => !ids.includes(id))).toEqual([]);
	});

	it('cite sources that exist, in every record', () => {
		const ids = new Set(sources.map(({ id }) => id));
		const cited = [places, terms, fronts, everything].flatMap((records) => valuesOf(records, ['source', 'sources']));
		expect(cited.length).toBeGreaterThan(600);
		expect(cited.filter((id) => !ids.has(id))).toEqual([]);
	});

	it('give evidence by phrases that exist', () => {
		const given = [
			...events.flatMap(({ evidence }) => evidence),
			...movements.flatMap(({ evidence }) => evidence),
			...formations.flatMap(({ positions }) => positions.flatMap(({ evidence }) => evidence)),
			...disputes.flatMap(({ claims }) => claims.flatMap(({ evidence }) => evidence)),
			...documents.flatMap(({ record }) => record.attested_by ?? [])
		];
		const lost = given.filter(({ document, annotation }) => {
			const phrases = documentOf(document).annotations;
			return annotation !== undefined && !phrases.some(({ id }) => id === annotation);
		});
		expect(given.filter(({ annotation }) => annotation).length).toBeGreaterThan(10);
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

	it('say how certain they are, and on what ground', () => {
		expect(documents.length).toBeGreaterThanOrEqual(128);
		const bare = documents.filter(({ record }) => record.certainty === 'unknown' || record.sources.length === 0);
		expect(bare.map(({ folder }) => folder)).toEqual([]);
	});
});

describe('links', () => {
	// Archives, libraries and publishers that hold what is cited. A mirror or a scan never stands in for them.
	const holders = [
		...['digitalarchive.wilsoncenter.org', 'history.state.gov', 'digitallibrary.un.org', 'www.trumanlibrary.gov'],
		...['history.army.mil', 'www.history.army.mil', 'paperspast.natlib.govt.nz', 'nzetc.victoria.ac.nz'],
		...['www.hankyung.com', 'm.sedaily.com', 'www.nknews.org', 'www.koreanwaronline.com', 'zhouenlai.people.cn'],
		...['www.geonames.org', 'www.openstreetmap.org', 'en.wikipedia.org']
	];
	const hostsOf = (records: unknown) => valuesOf(records, ['url']).map((url) => new URL(url).host);

	it('of documents lead to the two archives that hold them', () => {
		const hosts = hostsOf(documents);
		expect(hosts.length).toBeGreaterThan(50);
		expect(new Set(hosts)).toEqual(new Set(['digitalarchive.wilsoncenter.org', 'history.state.gov']));
	});

	it('of everything else lead to holders and publishers, never to a copy', () => {
		const hosts = hostsOf([sources, collection, everything]);
		expect(hosts.length).toBeGreaterThan(100);
		expect(hosts.filter((host) => !holders.includes(host))).toEqual([]);
	});
});

describe('events and disputes', () => {
	it('rest on sources, from the parallel to the armistice', () => {
		expect(events.length).toBeGreaterThanOrEqual(60);
		expect(events.filter((event) => event.sources.length === 0).map(({ id }) => id)).toEqual([]);
		expect(events.at(0)?.id).toBe('parallel-drawn');
		expect(events.at(-1)?.id).toBe('armistice');
	});

	it('give every claim to someone, and no two claims in one', () => {
		expect(disputes.map(({ id }) => id)).toEqual(
			expect.arrayContaining([
				...['two-texts-of-2-october', 'when-stalin-had-the-letter', 'day-of-the-decision'],
				'which-formations-are-the-front-armies'
			])
		);
		for (const { id, claims } of disputes) {
			expect(new Set(claims.map(({ says }) => says)).size, id).toBe(claims.length);
			for (const claim of claims) expect(claim.sources.length, id).toBeGreaterThan(0);
		}
	});

	it('set the two texts of 2 October 1950 side by side', () => {
		const texts = disputes.find(({ id }) => id === 'two-texts-of-2-october');
		const shown = texts?.claims.flatMap(({ evidence }) => evidence.map(({ document }) => document));
		expect(shown).toEqual(['1950-10-02-mao-to-stalin-draft', '1950-10-03-mao-to-stalin-via-roshchin']);
	});

	it('are explained by forty terms or more', () => {
		expect(terms.length).toBeGreaterThanOrEqual(40);
	});
});

describe('what was proposed', () => {
	const ofTelegram = movements.filter(({ evidence }) => evidence.some(({ document }) => document === TELEGRAM));

	it('is called proposed and rests on phrases of a document', () => {
		expect(movements.length).toBeGreaterThan(ofTelegram.length);
		for (const { id, status, label, evidence, note } of movements) {
			expect(status, id).toBe('proposed');
			expect(label).toMatch(/^Proposed:/);
			expect(evidence.every(({ annotation }) => annotation), id).toBe(true);
			expect(note, id).toBeTruthy();
		}
	});

	it('is, for the telegram, three movements and all of its own words', () => {
		expect(ofTelegram).toHaveLength(3);
		for (const { evidence } of ofTelegram) {
			expect(evidence.map(({ document }) => document)).toEqual(evidence.map(() => TELEGRAM));
		}
	});

	it('ends north of the parallel wherever an arrow is drawn', () => {
		const ends = ofTelegram.flatMap(({ paths }) => paths.map((path) => path.at(-1)?.[1] ?? 0));
		expect(ends.length).toBeGreaterThan(3);
		expect(Math.min(...ends)).toBeGreaterThan(38);
	});
});

describe('the front', () => {
	const lines = fronts.map(({ features: [line] }) => line.properties);

	it('has every claim from the first day to the last', () => {
		expect(fronts.map(({ features: [line] }) => line.properties.id.slice(0, 10))).toEqual([
			...['1950-06-25', '1950-06-28', '1950-07-05', '1950-07-20', '1950-08-04', '1950-08-31'],
			...['1950-09-15', '1950-09-19', '1950-09-23', '1950-09-26', '1950-09-30'],
			...['1950-10-01', '1950-10-09', '1950-10-14', '1950-10-19', '1950-10-26'],
			...['1950-11-01', '1950-11-24', '1950-12-15', '1950-12-31', '1951-01-07', '1951-01-24'],
			...['1951-03-31', '1951-04-22', '1951-04-30', '1951-05-23', '1951-07-01', '1953-07-27']
		]);
	});

	it('carries a band, its source, and a certainty that the band allows', () => {
		const allowed = (km: number) => (km <= 3 ? 'high' : km <= 10 ? 'medium' : 'low');
		for (const { id, uncertainty_km: km, certainty, sources: cited } of lines) {
			expect(km, id).toBeGreaterThan(0);
			expect(cited.length, id).toBeGreaterThan(0);
			expect(certainty, id).toBe(allowed(km));
		}
	});

	it('ends on a line that is not the parallel', () => {
		const [line] = fronts.at(-1)?.features ?? [];
		const latitudes = line?.geometry.coordinates.map(([, latitude]) => latitude) ?? [];
		expect(Math.min(...latitudes)).toBeLessThan(37.9);
		expect(Math.max(...latitudes)).toBeGreaterThan(38.5);
	});

	it('gives a reason wherever it breaks with the line before', () => {
		const broken = lines.filter(({ breaks }) => breaks);
		expect(broken.map(({ id }) => id.slice(0, 10))).toEqual([
			...['1950-09-30', '1950-10-26', '1950-11-01', '1950-11-24', '1950-12-15'],
			...['1951-01-07', '1951-03-31', '1951-04-30', '1951-05-23', '1953-07-27']
		]);
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
	/** Whether the letters of a name are those of its language. */
	function fits({ text, lang }: { text: string; lang: string }): boolean {
		if (/\p{Script=Hangul}/u.test(text)) return lang === 'ko';
		if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return lang === 'ja';
		if (/\p{Script=Han}/u.test(text)) return ['ko-Hani', 'zh-Hans', 'zh-Hant', 'ja'].includes(lang);
		if (/\p{Script=Cyrillic}/u.test(text)) return lang === 'ru';
		return !['ko', 'ko-Hani', 'zh-Hans', 'zh-Hant', 'ja', 'ru'].includes(lang);
	}

	it('use no Japanese-era name as the name of a place in Korea', () => {
		const former = /^(heijo|keijo|genzan|kanko|seishin|seisin|jinsen|fusan|chosin|fusen|suiho|jemulpo|chemulpo)$/i;
		expect(places.map(({ name }) => name).filter((name) => former.test(name))).toEqual([]);
	});

	it('tell two places of one spelling apart by their ids', () => {
		const twice = places.filter(({ id, name }) => places.some((other) => other.id !== id && other.name === name));
		expect(twice).toEqual([]);
	});

	it('give every Korean and Chinese name the language it is in', () => {
		const named = [places, people, formations, terms].flat();
		const mismatched = named.flatMap(({ id, names }) => names.filter((name) => !fits(name)).map(({ text }) => [id, text]));
		expect(named.flatMap(({ names }) => names).length).toBeGreaterThan(500);
		expect(mismatched).toEqual([]);
	});

	it('are in Latin letters where they are the name on the map', () => {
		const main = [places, people, formations].flat().map(({ name }) => name);
		expect(main.filter((name) => /[^\p{Script=Latin}\p{Script=Common}]/u.test(name))).toEqual([]);
	});

	it('call each sea by both its names, in the order of the house style', () => {
		const seas = places.filter(({ id }) => id === 'east-sea' || id === 'yellow-sea').map(({ name }) => name);
		expect(seas).toEqual(['East Sea / Sea of Japan', 'Yellow Sea / West Sea']);
		const said = JSON.stringify([everything, places, fronts, collection]);
		expect(/.{0,40}(?<!East Sea \/ )Sea of Japan/.exec(said)).toBeNull();
	});

	it('leave “enemy” to authors: our own words do not use it unquoted', () => {
		const ours = [
			...valuesOf([events, formations, movements, fronts, places, people, disputes], ['summary', 'title', 'label', 'note']),
			...valuesOf([events, formations, places], ['description', 'known', 'guessed']),
			...documents.filter(({ record }) => record.text === 'precis').map(({ text }) => text)
		];
		expect(ours.map((text) => text.replace(/“[^”]*”/g, '')).filter((text) => /enemy/i.test(text))).toEqual([]);
	});
});
