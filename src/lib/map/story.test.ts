import { describe, expect, it } from 'vitest';
import { Catalogue } from '$lib/model/catalogue';
import { frontAt } from '$lib/model/front-at';
import { watchFlights } from '$lib/model/in-flight';
import type { Reference } from '$lib/model/references';
import { loadCollection } from '$lib/server/load-collection';
import { inDrawingOrder, storyFeatures } from './story';
import { tellCables } from './story-cables';
import { tellFronts } from './story-fronts';
import { wrap, type Moment, type StoryFeature } from './told';

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

describe('documents on their way', () => {
	const watch = watchFlights(catalogue.data.documents);
	function flyingAt(time: string, more: Partial<Moment> = {}) {
		const cursor = Date.parse(`${time}Z`);
		const front = frontAt(catalogue.data.fronts, cursor);
		return storyFeatures({
			...{ catalogue, cursor, front, document: '1911-02-03-skerry-to-head', selection: null },
			...{ flights: watch(cursor), ...more }
		});
	}
	const dotAt = (time: string) => {
		const found = flyingAt(time).find(({ properties }) => properties.layer === 'courier');
		return found?.geometry.type === 'Point' ? found.geometry.coordinates : undefined;
	};

	it('move along their arc from one end to the other', () => {
		const [early, late] = [dotAt('1911-02-04T14:00'), dotAt('1911-02-05T07:00')];
		expect(early?.[1]).toBeGreaterThan(late?.[1] ?? Infinity);
		expect(late?.[1]).toBeGreaterThan(55.1);
		expect(dotAt('1911-02-05T12:00')).toBeUndefined();
	});

	it('have no dot but a broken arc where no arrival is recorded', () => {
		const story = flyingAt('1911-02-05T13:00');
		const telegram = 'document:1911-02-05-head-to-skerry';
		expect(of(story, 'courier')).toEqual([]);
		expect(of(story, 'cable').find(({ light }) => light === telegram)).toMatchObject({ dashed: true });
	});

	it('and all others fade, are drawn half or are left out as the view says', () => {
		const letter = 'document:1911-02-03-skerry-to-head';
		const standings = { shown: 'shown', maybe: 'maybe', faded: 'faded' } as const;
		for (const standing of Object.values(standings)) {
			const [cable] = of(flyingAt('1911-02-04T14:00', { standing: () => standing }), 'cable');
			expect(cable).toMatchObject({ light: letter, standing, dashed: standing === 'maybe' });
		}
		const hidden = flyingAt('1911-02-07T12:00', { standing: () => 'hidden' });
		expect([...of(hidden, 'cable'), ...of(hidden, 'movement'), ...of(hidden, 'courier')]).toEqual([]);
	});
});

describe('cables of a busy day', () => {
	it('are drawn as far as there is room, and the others counted', () => {
		const [letter] = catalogue.data.documents;
		if (!letter) throw new Error('no letter');
		const documents = Array.from({ length: 100 }, (_, number) => ({ ...letter, id: `copy-${number}` }));
		const busy = new Catalogue({ ...structuredClone(catalogue.data), documents });
		const cursor = Date.parse('1911-02-04T12:00Z');
		const { features, left } = tellCables({
			...{ catalogue: busy, cursor, front: null, document: 'copy-3', selection: 'document:copy-3' }
		});
		const drawn = new Set(features.map(({ properties }) => properties.light));
		expect(drawn.size + left).toBe(100);
		expect(left).toBeGreaterThan(50);
		expect(drawn.has('document:copy-3')).toBe(true);
	});
});

describe('the front as a desk heard of it', () => {
	const cursor = Date.parse('1911-02-07T12:00Z');
	const front = frontAt(catalogue.data.fronts, cursor);
	const [claim] = catalogue.data.fronts;
	const [document] = catalogue.data.documents;
	if (!claim || !document) throw new Error('no front, no letter');
	const receipt = { earliest: 0, latest: 0, because: 'received' as const };
	const heard = { claim, document, phrase: 'open-sound', receipt, standing: 'known' as const };

	it('is drawn beside the front as it was, which is then the thinner one', () => {
		const story = inDrawingOrder(tellFronts({ catalogue, front, seenFrom: 'head', heard }));
		expect(of(story, 'heard')).toMatchObject([{ label: 'as South Head last heard: evening of 3 Feb' }]);
		expect(of(story, 'front')).toMatchObject([{ thin: true, standing: 'shown' }]);
		const maybe = tellFronts({
			...{ catalogue, front, seenFrom: 'head', heard: { ...heard, standing: 'maybe' } }
		});
		expect(of(maybe, 'heard')).toMatchObject([{ dashed: true, standing: 'maybe' }]);
		expect(of(maybe, 'heard')[0]?.label).toMatch(/^as South Head may have heard/);
	});

	it('is not made up where no document tells: ours is drawn faded and says so', () => {
		const story = tellFronts({ catalogue, front, seenFrom: 'head', heard: null });
		expect(of(story, 'heard')).toEqual([]);
		expect(of(story, 'front')).toMatchObject([{ standing: 'faded', thin: false }]);
		expect(of(story, 'front')[0]?.label).toBe('front as we know it, 7 Feb');
	});

	it('stands apart from the front of a second moment, which keeps its own band and pockets', () => {
		const then = frontAt(catalogue.data.fronts, Date.parse('1911-02-03T18:30Z'));
		const story = tellFronts({ catalogue, front, then });
		expect(of(story, 'then')).toMatchObject([{ light: 'front:1911-02-03-edge-at-dusk' }]);
		expect(of(story, 'band')).toHaveLength(2);
	});
});

describe('wrap', () => {
	it('makes lines of about equal length and cuts no word', () => {
		expect(wrap('First Front Army, scattered (±40 km)')).toBe('First Front Army,\nscattered (±40 km)');
		expect(wrap('short')).toBe('short');
	});
});
