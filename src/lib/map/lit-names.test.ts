import { describe, expect, it } from 'vitest';
import type { Reference } from '$lib/model/references';
import { findLitPlaces } from './lit-names';
import { pointAt, tell } from './told';

const camera = { centre: [10, 50] as [number, number], zoom: 6 };
const size = { width: 800, height: 500 };
const dark = { lit: false, related: false, selected: false };

function place(id: string, lon: number, lat: number) {
	const light: Reference = `place:${id}`;
	return tell(pointAt([lon, lat]), { light, layer: 'place', status: 'town', label: id, rank: 14, from: 8 });
}

const story = [place('near', 10.5, 50.2), place('far', 60, 20), place('other', 9, 50)];
const find = (lights: [Reference, Partial<typeof dark>][], named: Reference[] = []) =>
	findLitPlaces(
		story,
		new Map(lights.map(([light, state]) => [light, { ...dark, ...state }])),
		new Set(named),
		camera,
		size
	).map(({ light, label }) => [light, label?.lines]);

describe('places pointed at or chosen', () => {
	it('are named although their rank is not shown at this zoom', () => {
		expect(find([['place:near', { lit: true }]])).toEqual([['place:near', ['near']]]);
		expect(find([['place:other', { selected: true }]])).toEqual([['place:other', ['other']]]);
	});

	it('are named, too, where they only belong to what is chosen', () => {
		expect(find([['place:other', { related: true }]])).toHaveLength(1);
	});

	it('are left out where they are named already or outside the picture', () => {
		expect(find([['place:near', { lit: true }]], ['place:near'])).toEqual([]);
		expect(find([['place:far', { lit: true }]])).toEqual([]);
	});
});
