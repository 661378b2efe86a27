import { describe, expect, it } from 'vitest';
import type { Told } from '../../src/lib/model/kiosk';
import { bandOf, measureScreen, roomOf } from '../../src/lib/model/kiosk-screen';
import { speakNames } from '../../src/lib/model/speak';
import { lengthsOf } from '../../src/lib/schema/kiosk';
import { currentCollection } from '../../src/lib/server/current-collection';

const collection = currentCollection();
const { kiosk, data, bodies } = collection;
if (!kiosk) throw new Error('The shipped collection has no kiosk.yaml.');
const cards = [...kiosk.visit, ...kiosk.doors];
const all: [string, readonly Told[]][] = [
	...cards.map(({ id, title, text }): [string, Told[]] => [id, [title, text]]),
	...kiosk.doors.flatMap(({ stops }) => stops.map(({ annotation, text }): [string, Told[]] => [annotation, [text]]))
];

describe('the words of the kiosk', () => {
	it.each(all)('%s: no more than 60 words, or 170 characters', (_id, texts) => {
		const { en, ko, zh } = lengthsOf(texts);
		expect(en).toBeLessThanOrEqual(60);
		expect(Math.max(ko, zh)).toBeLessThanOrEqual(170);
	});

	it.each(all)('%s: each language in its own script', (_id, texts) => {
		for (const { en, ko, zh } of texts) {
			expect(en).not.toMatch(/[\p{Script=Hangul}\p{Script=Han}]/u);
			expect(ko).toMatch(/\p{Script=Hangul}/u);
			expect(zh).toMatch(/\p{Script=Han}/u);
			expect(zh).not.toMatch(/\p{Script=Hangul}/u);
		}
	});

	it('are read in 110 seconds, at 150 words a minute, with what moves', () => {
		const words = kiosk.visit.reduce((total, { title, text }) => total + lengthsOf([title, text]).en, 0);
		const quoted = kiosk.visit
			.flatMap(({ shows, view }) => (shows === 'words' ? (view.phrase ?? []) : []))
			.map((id) => bodies.get(kiosk.visit[1]?.view.document ?? '')?.annotations.find((one) => one.id === id)?.quote);
		const quotedWords = quoted.join(' ').split(/\s+/).length;
		expect(((words + quotedWords) / 150) * 60).toBeLessThanOrEqual(110);
	});
});

describe('the visit', () => {
	it('has one question, one phrase, one move of the map and three doors', () => {
		expect(kiosk.visit.filter(({ shows }) => shows === 'words')).toHaveLength(1);
		expect(kiosk.visit.filter(({ until }) => until !== null)).toHaveLength(1);
		expect(kiosk.visit[0]?.title).toEqual(kiosk.question);
		expect(kiosk.doors.map(({ kind }) => kind)).toEqual(['document', 'front', 'desks']);
	});

	it('says nothing without a source', () => {
		const known = new Set(data.sources.map(({ id }) => id));
		for (const { id, sources } of [...cards, ...kiosk.attract]) {
			expect(sources.length, id).toBeGreaterThan(0);
			for (const { source } of sources) expect(known.has(source), `${id}: ${source}`).toBe(true);
		}
	});

	it('quotes the document word for word where it quotes it', () => {
		const text = bodies.get(kiosk.visit[1]?.view.document ?? '')?.text.toLowerCase() ?? '';
		const quotes = kiosk.visit.flatMap(({ text }) => [...text.en.matchAll(/“([^”]+)”/g)].map(([, quote]) => quote));
		expect(quotes.length).toBeGreaterThan(2);
		for (const quote of quotes) expect(text).toContain(quote?.toLowerCase());
	});

	it('begins anew within half a minute while nobody is there', () => {
		expect(kiosk.attract.reduce((total, { seconds }) => total + seconds, 0)).toBeLessThanOrEqual(30);
	});
});

describe.each(['ko', 'zh-Hans'])('the map in %s', (tag) => {
	const { formations, movements, fronts } = speakNames(data, tag);
	const labels = [...movements, ...fronts.flatMap(({ pockets }) => pockets.map(({ properties }) => properties))];

	it('calls nobody by a name of abuse', () => {
		const names = [...formations.map(({ name }) => name), ...labels.map(({ label }) => label)];
		expect(names.filter((name) => /[伪敌匪]|傀儡|괴뢰|적군/u.test(name))).toEqual([]);
	});

	it('has no words left in English', () => {
		expect(labels.map(({ label }) => label).filter((label) => /[A-Za-z]/.test(label))).toEqual([]);
	});
});

it('stands on a screen that everybody reaches and reads', () => {
	expect(bandOf(kiosk.screen)).toBeGreaterThan(200);
	expect(roomOf(kiosk.screen)).toBeGreaterThan(30);
	expect(measureScreen(kiosk.screen).target * kiosk.screen.pitch).toBeGreaterThanOrEqual(20);
});
