import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { keyOf } from '$lib/model/spelling';
import { makeEntries } from '$lib/search/entries';
import { Finder } from '$lib/search/finder';
import { currentCollection } from '$lib/server/current-collection';

const BUDGET = 150_000;
const entries = makeEntries(currentCollection());
let finder: Finder;
beforeAll(async () => {
	finder = await Finder.build(entries);
});

const find = (query: string) =>
	finder.find(query).entries.map(({ kind, id }) => `${kind}:${id}`);

it('the index of the shipped collection is small enough for a first focus', () => {
	expect(gzipSync(JSON.stringify(entries)).length).toBeLessThanOrEqual(BUDGET);
	expect(entries.length).toBeGreaterThan(100);
});

it('every record is found by its own title, and by every spelling of its name', () => {
	const lost = entries.flatMap(({ kind, id, title, names = [] }) =>
		[title, ...names].filter((name) => !find(name).includes(`${kind}:${id}`)).map((name) => `${name} (${id})`)
	);
	expect(lost).toEqual([]);
});

it('an exact name comes before all that only contains it', () => {
	const behind = entries
		.filter(({ kind }) => kind === 'place' || kind === 'person')
		.filter(({ title }) => keyOf(finder.find(title).entries[0]?.title ?? '') !== keyOf(title))
		.map(({ title }) => title);
	expect(behind).toEqual([]);
});

it.each([
	['person:pak-il-u', ['Pak Il-u', 'Pak Il U', 'Pak Ilu', '박일우', '朴一禹', '박일우는']],
	['place:peking', ['Peking', 'Beijing', '北京', 'Bejing']],
	['place:inchon', ['Inchon', "Inch'on", 'Inch’on', 'Incheon', '인천']],
	['place:pyongyang', ['P’yŏngyang', 'Pyongyang', '평양']]
])('%s under each of its names', (reference, names) => {
	for (const name of names) expect(find(name)[0], name).toBe(reference);
});

it('every entry speaks only of entries that are there', () => {
	for (const { about = [] } of entries) for (const number of about) expect(entries[number]).toBeDefined();
});

it('no part of a text makes a query fail', () => {
	const text = entries.map((entry) => `${entry.title} ${entry.text ?? ''}`).join(' ');
	fc.assert(
		fc.property(fc.nat(text.length), fc.nat(60), (from, length) => {
			expect(() => finder.find(text.slice(from, from + length))).not.toThrow();
		}),
		{ numRuns: 60 }
	);
});
