import { describe, expect, it } from 'vitest';
import { loadToy } from '../../../tests/data/toy-collection';
import { Catalogue, receivedWhen, sentWhen } from './catalogue';

const catalogue = new Catalogue(loadToy().data);
const letter = '1911-02-03-skerry-to-head';
const phrase = (id: string) => `annotation:${letter}/${id}` as const;

describe('Catalogue', () => {
	it('finds records by kind and id', () => {
		expect(catalogue.find('place', 'the-sound')?.name).toBe('The Sound');
		expect(catalogue.find('person', 'the-sound')).toBeUndefined();
		expect(catalogue.findPhrase(letter, 'ice-came')?.quote).toBe('The ice came this morning');
		expect(catalogue.findPhrase('other', 'ice-came')).toBeUndefined();
	});

	it('knows what is a reference to one of its records', () => {
		expect(catalogue.has('place:the-sound')).toBe(true);
		expect(catalogue.has('place:nowhere')).toBe(false);
		expect(catalogue.has('the-sound')).toBe(false);
	});

	it('lights a phrase, its event and the places of the event from each side', () => {
		expect(catalogue.litBy(phrase('ice-came'))).toContain('event:ice-seen');
		const lit = catalogue.litBy('event:ice-seen');
		for (const light of [phrase('ice-came'), 'place:north-skerry', 'person:anna-holm'] as const) {
			expect(lit).toContain(light);
			expect(catalogue.litBy(light)).toContain('event:ice-seen');
		}
		expect(lit).toContain('front:1911-02-03-edge-at-dusk');
		expect(lit).not.toContain('place:far-harbour');
	});

	it('lights the ends of the way with a document, by desk where no place is given', () => {
		const lit = catalogue.litBy(`document:${letter}`);
		for (const end of ['place:north-skerry', 'place:south-head', 'person:peter-lund'] as const) {
			expect(lit).toContain(end);
		}
		expect(lit).toContain('document:1911-02-05-head-to-skerry');
	});

	it('lights a movement with its formation and the phrase that vouches for it', () => {
		const lit = catalogue.litBy('movement:relief-by-boat');
		expect(lit).toContain('formation:relief-crew');
		expect(lit).toContain(phrase('send-boat'));
	});

	it('lights what stands alone by itself', () => {
		expect([...catalogue.litBy('place:far-harbour')]).toEqual(['place:far-harbour']);
	});

	it('lists the phrases of a record, each once', () => {
		expect(catalogue.phrasesFor('event:ice-seen').map(({ id }) => id)).toEqual(['ice-came']);
		expect(catalogue.phrasesFor('place:far-harbour')).toEqual([]);
	});

	it.each([
		['event:light-out', 'The light is out for an hour'],
		['person:anna-holm', 'Anna Holm'],
		['movement:relief-by-boat', 'Boat to the Skerry'],
		['term:drift-ice', 'drift ice'],
		['place:nowhere', 'place:nowhere']
	] as const)('calls %s "%s"', (reference, title) => {
		expect(catalogue.titleOf(reference)).toBe(title);
	});
});

describe('the way of a document', () => {
	const [first, second] = loadToy().data.documents;

	it('begins when it was sent and ends when it was received', () => {
		expect(first && sentWhen(first)?.edtf).toBe('1911-02-04');
		expect(first && receivedWhen(first)?.edtf).toBe('1911-02-05');
	});

	it('has no end where the receipt is unknown', () => {
		expect(second && receivedWhen(second)).toBeUndefined();
	});

	it('begins with the best date there is', () => {
		if (!first) throw new Error('the toy collection has lost its documents');
		const { written } = first.dates;
		expect(sentWhen({ ...first, dates: { sent: 'unknown', written } })).toBe(written);
		expect(sentWhen({ ...first, dates: { sent: 'unknown' } })).toBeUndefined();
	});
});
