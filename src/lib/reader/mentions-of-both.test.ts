import { describe, expect, it } from 'vitest';
import { Catalogue } from '$lib/model/catalogue';
import type { Phrase } from '$lib/model/collection';
import { tabulatePhrases } from '$lib/model/phrases';
import { loadCollection } from '$lib/server/load-collection';
import { sharedMentions } from './mentions-of-both';

const { collection } = loadCollection('tests/fixtures/collections/valid');
if (!collection) throw new Error('the fixture does not load');
const { data } = collection;
const [FIRST, SECOND] = data.documents.map(({ id }) => id) as [string, string];

function catalogueOf(phrases: Phrase[]): Catalogue {
	const ids = data.documents.map(({ id }) => id);
	return new Catalogue({ ...data, phrases: tabulatePhrases(phrases, ids) });
}

function phrase(
	document: string,
	id: string,
	target: Phrase['target'],
	kind: Phrase['kind'] = 'place'
): Phrase {
	return { document, id, kind, target, quote: id };
}

describe('sharedMentions', () => {
	it('aligns what both texts speak of, in the order of the first', () => {
		const shared = sharedMentions(
			catalogueOf([
				phrase(FIRST, 'sound', 'place:the-sound'),
				phrase(FIRST, 'head', 'place:south-head'),
				phrase(FIRST, 'sound-again', 'place:the-sound'),
				phrase(FIRST, 'anna', 'person:anna-holm', 'person'),
				phrase(SECOND, 'the-head', 'place:south-head'),
				phrase(SECOND, 'the-sound', 'place:the-sound')
			]),
			FIRST,
			SECOND
		);
		expect(
			shared.both.map(({ reference, first, second }) => [
				reference,
				first.map(({ id }) => id),
				second.map(({ id }) => id)
			])
		).toEqual([
			['place:the-sound', ['sound', 'sound-again'], ['the-sound']],
			['place:south-head', ['head'], ['the-head']]
		]);
		expect([shared.onlyFirst, shared.onlySecond]).toEqual([1, 0]);
	});

	it('does not take a letter’s own date for a mention of the letter', () => {
		const shared = sharedMentions(
			catalogueOf([
				phrase(FIRST, 'own-date', `document:${FIRST}`, 'date'),
				phrase(SECOND, 'your-letter', `document:${FIRST}`, 'document'),
				phrase(SECOND, 'please', null, 'act')
			]),
			FIRST,
			SECOND
		);
		expect(shared).toEqual({ both: [], onlyFirst: 0, onlySecond: 1 });
	});
});
