import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadToy } from '../../../tests/data/toy-collection';
import { Catalogue } from '$lib/model/catalogue';
import { openingView, parseInstant, parseView, printInstant, printView, type ViewFacts } from './url';

const catalogue = new Catalogue(loadToy().data);
const opening = openingView(catalogue.about);

describe('a link to a view', () => {
	it('says nothing of what is as in the opening view', () => {
		expect(printView(opening, opening, catalogue)).toBe('');
	});

	it('restores the view to the minute', () => {
		const facts: ViewFacts = {
			document: '1911-02-03-skerry-to-head',
			selection: 'place:the-sound',
			phrase: 'open-sound',
			cursor: Date.UTC(1911, 1, 4, 6, 7),
			window: [Date.UTC(1911, 1, 2, 3, 4), Date.UTC(1911, 1, 9, 8, 7)],
			camera: { centre: [12.345, 56.789], zoom: 6.25 },
			seenFrom: 'head',
			filters: { desk: ['skerry'], text: ['full'] },
			against: Date.UTC(1911, 1, 3, 1, 2),
			divider: 11.25,
			beside: '1911-02-05-head-to-skerry'
		};
		const query = printView(facts, opening, catalogue);
		expect(query).toContain('t=1911-02-04T06:07Z');
		expect(parseView(query, opening, catalogue)).toEqual({ facts, unread: [] });
	});

	it('keeps what others put into the query', () => {
		expect(printView({ ...opening, phrase: 'asks-for-boat' }, opening, catalogue, 'lang=ko')).toBe(
			'lang=ko&p=asks-for-boat'
		);
	});

	it('chooses what its phrase speaks of, or else its document, when it does not say', () => {
		expect(parseView('p=open-sound', opening, catalogue).facts.selection).toBe('place:the-sound');
		expect(parseView('doc=1911-02-05-head-to-skerry', opening, catalogue).facts.selection).toBe(
			'document:1911-02-05-head-to-skerry'
		);
	});

	it('takes the moment of what is chosen, when it does not say', () => {
		const { facts } = parseView('sel=event:sound-open', opening, catalogue);
		const when = catalogue.find('event', 'sound-open')?.when;
		expect(facts.cursor).toBeGreaterThanOrEqual(when?.earliestStart ?? Infinity);
		expect(facts.cursor).toBeLessThanOrEqual(when?.latestEnd ?? -Infinity);
		expect(printView(facts, opening, catalogue)).toBe('sel=event:sound-open');
	});

	it('keeps a moment that is not the one of what is chosen', () => {
		const facts: ViewFacts = { ...opening, selection: 'event:sound-open' };
		expect(parseView(printView(facts, opening, catalogue), opening, catalogue).facts).toEqual(facts);
	});

	it.each([
		['doc=no-such-document', 'doc'],
		['sel=place:atlantis', 'sel'],
		['sel=1234', 'sel'],
		['p=no-such-phrase', 'p'],
		['t=yesterday', 't'],
		['t=1911-13-45T99:99Z', 't'],
		['w=1911-02-09T00:00Z_1911-02-02T00:00Z', 'w'],
		['w=x', 'w'],
		['m=1,2', 'm'],
		['m=900,0,3', 'm'],
		['m=NaN,NaN,NaN', 'm']
	])('%s falls back to the opening view and is named', (query, key) => {
		const { facts, unread } = parseView(query, opening, catalogue);
		expect(facts).toEqual(opening);
		expect(unread.map((part) => part.key)).toEqual([key]);
	});

	it('never throws, whatever is in the address', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom('doc', 'sel', 'p', 't', 'w', 'm'), fc.string()), (query) => {
				const { facts } = parseView(new URLSearchParams(query).toString(), opening, catalogue);
				expect(catalogue.find('document', facts.document)).toBeDefined();
			})
		);
	});

	it('prints and reads instants to the minute', () => {
		const anyMinute = fc.integer({ min: -60_000_000, max: 60_000_000 }).map((minutes) => minutes * 60_000);
		fc.assert(
			fc.property(anyMinute, (instant) => {
				expect(parseInstant(printInstant(instant))).toBe(instant);
			})
		);
	});
});
