import { describe, expect, it } from 'vitest';
import { readCollection } from '$lib/server/load-collection';
import { generateData, generateFiles } from '../bench/generate';

describe('the collection that is generated to measure with', () => {
	it('is read from its files without a problem, and is the same as when it is made directly', () => {
		const { collection, problems } = readCollection(generateFiles(120));
		expect(problems).toEqual([]);
		const data = generateData(120);
		expect(collection?.data.documents.map(({ id }) => id)).toEqual(data.documents.map(({ id }) => id));
		expect(collection?.data.events.length).toBe(data.events.length);
		expect(data.documents.length + data.events.length).toBe(120);
	});

	it('is the same every time', () => {
		expect(generateData(80)).toEqual(generateData(80));
		expect(generateData(81).documents).not.toEqual(generateData(80).documents);
	});
});
