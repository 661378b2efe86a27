import { describe, expect, it } from 'vitest';
import { Catalogue } from '$lib/model/catalogue';
import { toInterval } from '$lib/model/edtf-interval';
import { tabulatePhrases } from '$lib/model/phrases';
import { loadCollection } from '$lib/server/load-collection';
import { companionsOf, exchangeOf } from './exchange';
import { citedBy, documentsOf, eventsOf, inTime, mentionsInTime, positionsOf } from './in-time';

const { collection } = loadCollection('tests/fixtures/collections/valid');
if (!collection) throw new Error('the fixture does not load');
const { data } = collection;
const catalogue = new Catalogue(data);
const LETTER = '1911-02-03-skerry-to-head';
const ANSWER = '1911-02-05-head-to-skerry';

const documentOf = (id: string) => {
	const document = catalogue.find('document', id);
	if (!document) throw new Error(`no document ${id}`);
	return document;
};

describe('inTime', () => {
	it('orders by date, keeps the order within one, and puts what has none last', () => {
		const entries = ['', '1911-02-05', '1911-02-03', '1911-02-05', '../1911-01-01'].map((edtf, index) => ({
			index,
			when: edtf ? toInterval(edtf, 'UTC') : undefined
		}));
		expect(inTime(entries).map(({ index }) => index)).toEqual([4, 2, 1, 3, 0]);
	});
});

describe('mentions of a record', () => {
	it('come by the dates of their documents, not by their names', () => {
		const late = {
			...documentOf(LETTER),
			id: 'a-later-one',
			dates: { sent: toInterval('1911-03-01', 'UTC') }
		};
		const documents = [late, ...data.documents];
		const phrases = [late.id, LETTER].map((document) => ({
			...{ document, id: 'sound', kind: 'place' as const, target: 'place:the-sound' as const, quote: 'Sound' }
		}));
		const ids = documents.map(({ id }) => id);
		const shuffled = new Catalogue({ ...data, documents, phrases: tabulatePhrases(phrases, ids) });
		const found = mentionsInTime('place:the-sound', shuffled);
		expect(found.map(({ phrase }) => phrase.document)).toEqual([LETTER, late.id]);
	});
});

describe('what a record took part in', () => {
	it('is, for a person, what was sent and received', () => {
		const documents = documentsOf('anna-holm', catalogue);
		expect(documents.map(({ reference, role }) => [reference, role])).toEqual([
			[`document:${LETTER}`, 'sender'],
			[`document:${ANSWER}`, 'addressee']
		]);
	});

	it('is, for a place, what happened there', () => {
		const events = eventsOf('place:north-skerry', catalogue);
		expect(events.map(({ reference }) => reference)).toEqual(['event:ice-seen', 'event:light-out']);
	});

	it('is, for a formation, where it stood, with its area and how sure that is', () => {
		const [position] = positionsOf('relief-crew', catalogue, () => 'some area');
		expect(position).toMatchObject({
			texts: ['some area'],
			records: ['place:south-head'],
			certainty: 'low'
		});
	});

	it('is, for a source, what cites it, with the place in it', () => {
		const citing = citedBy('log-book', catalogue);
		expect(citing.slice(0, 2).map(({ reference }) => reference)).toEqual([
			`document:${LETTER}`,
			`document:${ANSWER}`
		]);
		expect(citing.find(({ reference }) => reference === 'event:light-out')?.texts).toEqual(['4 February']);
		expect(citing.some(({ reference }) => reference === 'event:sound-open')).toBe(false);
	});
});

describe('an exchange', () => {
	it('stands in order, with what is not held told in words', () => {
		const unheld = [
			{ relation: 'answers' as const, text: 'A lost note' },
			{ relation: 'mentions' as const, text: 'The tide table' }
		];
		const letters = exchangeOf(documentOf(ANSWER), unheld, catalogue);
		expect(letters.map(({ relation, document, text }) => [relation, document?.id ?? text])).toEqual([
			['answers', 'A lost note'],
			['answers', LETTER],
			['self', ANSWER]
		]);
	});

	it('offers each other document once, by what it has to do with this one', () => {
		const other = { ...documentOf(ANSWER), id: 'same-day', answers: [], answered_by: [], related: [] };
		const more = new Catalogue({ ...data, documents: [...data.documents, other] });
		const companions = companionsOf(documentOf(ANSWER), more);
		const ids = Object.entries(companions).map(([why, found]) => [why, found.map(({ id }) => id)]);
		expect(Object.fromEntries(ids)).toEqual({
			answers: [LETTER],
			'answered-by': [],
			related: [],
			'same-day': ['same-day'],
			other: []
		});
	});
});
