import { describe, expect, it } from 'vitest';
import { loadToy } from '../../../tests/data/toy-collection';
import { Catalogue } from '$lib/model/catalogue';
import { viewOf } from './step-view';
import { openingView, parseView, printView } from './url';

const toy = loadToy();
const catalogue = new Catalogue(toy.data);
const opening = openingView(catalogue.about);
const views = toy.lessons.flatMap(({ steps }) => steps.map(({ id, view }) => [id, view] as const));

describe('the view of a step', () => {
	it('is the opening where the step says nothing', () => {
		expect(viewOf({}, catalogue)).toEqual(opening);
	});

	it.each(views)('%s: an address without a query means it, and nothing is said of it', (_id, view) => {
		const facts = viewOf(view, catalogue);
		expect(printView(facts, facts, catalogue)).toBe('');
		expect(parseView('', facts, catalogue)).toEqual({ facts, unread: [] });
	});

	it.each(views)('%s: any other view comes out of its link the same', (_id, view) => {
		const facts = viewOf(view, catalogue);
		for (const [, other] of views) {
			const elsewhere = {
				...viewOf(other, catalogue),
				camera: { centre: [10.5, 57.25] as [number, number], zoom: 5 }
			};
			const query = printView(elsewhere, facts, catalogue);
			expect(parseView(query, facts, catalogue)).toEqual({ facts: elsewhere, unread: [] });
		}
	});

	it('chooses what its phrase speaks of, or its document', () => {
		const letter = '1911-02-03-skerry-to-head';
		expect(viewOf({ document: letter, phrase: 'open-sound' }, catalogue).selection).toBe('place:the-sound');
		expect(viewOf({ document: '1911-02-05-head-to-skerry' }, catalogue).selection).toBe(
			'document:1911-02-05-head-to-skerry'
		);
	});

	it('moves the window so that the cursor is in it', () => {
		const cursor = Date.UTC(1911, 2, 1);
		const { window } = viewOf({ cursor }, catalogue);
		expect(window[0]).toBeLessThan(cursor);
		expect(window[1]).toBeGreaterThan(cursor);
		expect(window[1] - window[0]).toBe(opening.window[1] - opening.window[0]);
	});
});
