import { describe, expect, it } from 'vitest';
import type { CollectionData, DocumentSummary } from '$lib/model/collection';
import { loadCollection } from '$lib/server/load-collection';
import { excerptFor } from './excerpt';

const { collection } = loadCollection('tests/fixtures/collections/valid');
if (!collection) throw new Error('the fixture does not load');
const { data, bodies } = collection;
const LETTER = '1911-02-03-skerry-to-head';
const PRECIS = '1911-02-05-head-to-skerry';

function excerptOf(id: string, all: CollectionData = data): CollectionData {
	const document = all.documents.find((one) => one.id === id);
	const body = bodies.get(id);
	if (!document || !body) throw new Error(`no document ${id}`);
	return excerptFor(all, document, body, []);
}

describe('excerptFor', () => {
	it('holds what the document names beyond its phrases, and the disagreements that touch it', () => {
		const mentions = { places: ['the-sound'], people: [], formations: ['relief-crew'], documents: [] };
		const withMentions = (one: DocumentSummary) => (one.id === PRECIS ? { ...one, mentions } : one);
		const dispute = {
			...{ id: 'when-it-left', title: 'When did the boat leave?', summary: 'Two logs differ.', claims: [] },
			...{ documents: [PRECIS], events: [], fronts: [], formations: [] }
		};
		const excerpt = excerptOf(PRECIS, {
			...data,
			documents: data.documents.map(withMentions),
			disputes: [dispute, { ...dispute, id: 'elsewhere', documents: [] }]
		});
		expect(excerpt.places.map(({ id }) => id)).toContain('the-sound');
		expect(excerpt.formations.map(({ id }) => id)).toEqual(['relief-crew']);
		expect(excerpt.disputes.map(({ id }) => id)).toEqual(['when-it-left']);
	});

	it('leaves behind what the page does not draw', () => {
		const { fronts, formations, documents } = excerptOf(LETTER);
		expect(fronts.flatMap(({ line }) => line)).toEqual([]);
		expect(formations.flatMap(({ positions }) => positions)).toEqual([]);
		expect(documents.filter(({ id }) => id !== LETTER).flatMap(({ sources }) => sources)).toEqual([]);
	});
});
