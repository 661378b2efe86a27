import { describe, expect, it } from 'vitest';
import { Catalogue } from '$lib/model/catalogue';
import { frontAt } from '$lib/model/front-at';
import type { Reference } from '$lib/model/references';
import { loadCollection } from '$lib/server/load-collection';
import { storyFeatures } from './story';
import { wrap, type StoryFeature } from './told';

const { collection } = loadCollection('tests/fixtures/collections/valid');
if (!collection) throw new Error('the collection of the tests has problems');
const catalogue = new Catalogue(collection.data);

function tellAt(time: string, selection: Reference | null = null, document = '1911-02-03-skerry-to-head') {
	const cursor = Date.parse(`${time}Z`);
	const front = frontAt(catalogue.data.fronts, cursor);
	return storyFeatures({ catalogue, cursor, front, document, selection });
}

function of(story: StoryFeature[], layer: string) {
	return story.filter(({ properties }) => properties.layer === layer).map(({ properties }) => properties);
}

describe('the story on the map', () => {
	it('names a parallel with its degrees, from the record', () => {
		expect(of(tellAt('1911-02-03T20:00'), 'parallel')).toMatchObject([
			{ light: 'place:middle-latitude', label: 'Middle latitude · 56.5° N' }
		]);
	});

	it('says whether a front is a claim or drawn between two, and gives it a band', () => {
		expect(of(tellAt('1911-02-03T18:30'), 'front')).toMatchObject([
			{ light: 'front:1911-02-03-edge-at-dusk', status: 'claim', certainty: 'medium' }
		]);
		expect(of(tellAt('1911-02-05T12:00'), 'front')).toMatchObject([{ status: 'between' }]);
		expect(of(tellAt('1911-02-05T12:00'), 'band')).toHaveLength(1);
		expect(of(tellAt('1911-01-20T12:00'), 'front')).toEqual([]);
	});

	it('draws ground held apart as an area, never as a point', () => {
		const pockets = tellAt('1911-02-07T12:00').filter(({ properties }) => properties.layer === 'pocket');
		expect(
			pockets.map(({ geometry, properties }) => [geometry.type, properties.ink, properties.hatch])
		).toEqual([['Polygon', 'slate', 'falling']]);
	});

	it('shows a formation where it may have stood at the cursor, and else only when it is chosen, with its date', () => {
		expect(of(tellAt('1911-02-04T12:00'), 'formation')).toMatchObject([{ status: 'now', certainty: 'low' }]);
		expect(of(tellAt('1911-02-09T12:00'), 'formation')).toEqual([]);
		const chosen = tellAt('1911-02-09T12:00', 'formation:relief-crew');
		expect(of(chosen, 'formation')).toMatchObject([{ status: 'elsewhen' }]);
		const label = of(chosen, 'name').find(({ light }) => light === 'formation:relief-crew')?.label;
		expect(label?.replaceAll('\n', ' ')).toBe('Relief crew, 4 Feb');
	});

	it('shows what is proposed from its time on for some days, or when it is chosen, as proposed', () => {
		expect(of(tellAt('1911-01-10T12:00'), 'movement')).toEqual([]);
		expect(of(tellAt('1911-01-10T12:00', 'movement:relief-by-boat'), 'movement')).toMatchObject([
			{ status: 'proposed' }
		]);
		expect(of(tellAt('1911-02-10T12:00'), 'movement')).toMatchObject([{ status: 'proposed' }]);
		expect(of(tellAt('1911-02-20T12:00'), 'movement')).toEqual([]);
	});

	it('draws the chosen cable from its sender to its addressee, and others of the day faintly', () => {
		const letter = 'document:1911-02-03-skerry-to-head';
		expect(of(tellAt('1911-02-05T12:00', letter), 'cable')).toMatchObject([
			{ light: letter, status: 'open', ends: ['North Skerry', 'South Head'] },
			{ light: 'document:1911-02-05-head-to-skerry', status: 'near' }
		]);
		expect(of(tellAt('1911-02-03T21:00'), 'cable')).toMatchObject([{ light: letter, status: 'open' }]);
		expect(of(tellAt('1911-01-05T12:00'), 'cable')).toEqual([]);
	});

	it('comes in drawing order: grounds below lines, words last', () => {
		const layers = tellAt('1911-02-07T12:00').map(({ properties }) => properties.layer);
		expect(layers.indexOf('band')).toBe(0);
		expect(layers.indexOf('front')).toBeGreaterThan(layers.indexOf('parallel'));
		expect(layers.lastIndexOf('cable')).toBeLessThan(layers.indexOf('place'));
	});
});

describe('wrap', () => {
	it('makes lines of about equal length and cuts no word', () => {
		expect(wrap('First Front Army, scattered (±40 km)')).toBe('First Front Army,\nscattered (±40 km)');
		expect(wrap('short')).toBe('short');
	});
});
