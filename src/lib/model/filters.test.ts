import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadToy } from '../../../tests/data/toy-collection';
import { Catalogue } from './catalogue';
import { facetOptions, FACETS, filteredOut, parseFilters, printFilters, type Filters } from './filters';

const catalogue = new Catalogue(loadToy().data);
const all = catalogue.data.documents.length + catalogue.data.events.length;

const anyFilters: fc.Arbitrary<Filters> = fc
	.tuple(...FACETS.map((facet) => fc.subarray(facetOptions(catalogue, {})[facet].map(({ value }) => value))))
	.map((chosen) =>
		Object.fromEntries(
			FACETS.flatMap((facet, index) => (chosen[index]?.length ? [[facet, chosen[index]]] : []))
		)
	);

describe('filters', () => {
	it('leave everything in when nothing is chosen', () => {
		expect(filteredOut(catalogue, {}).size).toBe(0);
		expect(filteredOut(catalogue, { desk: [] }).size).toBe(0);
	});

	it('join values of one facet by "or", facets by "and"', () => {
		expect([...filteredOut(catalogue, { text: ['full'] })].sort()).toEqual([
			'document:1911-02-05-head-to-skerry',
			'event:ice-seen',
			'event:light-out',
			'event:sound-open'
		]);
		expect(filteredOut(catalogue, { text: ['full', 'precis'] }).size).toBe(3);
		expect(filteredOut(catalogue, { text: ['full'], certainty: ['low'] }).size).toBe(all);
	});

	it('count beside each value what choosing it alone in its facet would leave', () => {
		fc.assert(
			fc.property(anyFilters, (filters) => {
				const options = facetOptions(catalogue, filters);
				for (const facet of FACETS) {
					for (const { value, count } of options[facet]) {
						expect(all - filteredOut(catalogue, { ...filters, [facet]: [value] }).size).toBe(count);
					}
				}
			})
		);
	});

	it('are written into a link and read from it', () => {
		fc.assert(
			fc.property(anyFilters, (filters) => {
				const text = printFilters(filters);
				expect(text === '' ? {} : parseFilters(text, catalogue)).toEqual(filters);
			})
		);
		expect(parseFilters('desk:nowhere', catalogue)).toBeNull();
		expect(parseFilters('colour:red', catalogue)).toBeNull();
	});
});
