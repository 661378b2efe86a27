import type { FeatureCollection } from 'geojson';
import { expect, it } from 'vitest';
import { drawInkMap } from './ink-map';

const NONE: FeatureCollection = { type: 'FeatureCollection', features: [] };
const SIZE = { width: 700, height: 700 };
const placeOf = (name: string, lon: number, lat: number) => ({
	name,
	geometry: { point: [lon, lat] as [number, number] }
});
const near = [placeOf('A', 10, 50), placeOf('B', 11, 51), placeOf('C', 12, 50), placeOf('D', 11, 49)];

it('keeps places, lines and parallels inside the frame, north above', () => {
	const coast: FeatureCollection = {
		type: 'FeatureCollection',
		features: [
			{
				type: 'Feature',
				properties: {},
				geometry: {
					type: 'LineString',
					coordinates: [
						[8, 50],
						[30, 50]
					]
				}
			}
		]
	};
	const parallel = { name: '50 N', geometry: { latitude: 50, from: 0, to: 30 } };
	const map = drawInkMap({ coast, rivers: NONE }, [...near, parallel], SIZE);
	const yOf = (name: string) => map.places.find((place) => place.name === name)?.y ?? 0;
	expect(yOf('B')).toBeLessThan(yOf('A'));
	expect(yOf('A')).toBeLessThan(yOf('D'));
	expect(map.parallels).toEqual([{ name: '50 N', y: yOf('A') }]);
	const numbers = (map.coast.match(/-?\d+/g) ?? []).map(Number);
	expect(numbers.length).toBeGreaterThan(3);
	expect(numbers.every((value) => value >= 0 && value <= 700)).toBe(true);
});

it('sets a place that is far from all others at the edge, on its side', () => {
	const map = drawInkMap({ coast: NONE, rivers: NONE }, [...near, placeOf('Far', -30, 50)], SIZE);
	expect(map.places.filter(({ isBeyond }) => isBeyond).map(({ name }) => name)).toEqual(['Far']);
	const xOf = (name: string) => map.places.find((place) => place.name === name)?.x ?? 0;
	expect(xOf('Far')).toBeLessThan(50);
	expect(xOf('C') - xOf('A'), 'the others have the map to themselves').toBeGreaterThan(200);
});

it('writes no name over another', () => {
	const close = [placeOf('First', 10, 50), placeOf('Second', 10.2, 50.05), placeOf('Third', 12, 51)];
	const { places } = drawInkMap({ coast: NONE, rivers: NONE }, close, SIZE);
	const boxes = places.map(({ name, labelX, labelY, anchor }) => {
		const left = anchor === 'start' ? labelX : labelX - name.length * 17;
		return { left, right: left + name.length * 17, top: labelY - 26, bottom: labelY + 8 };
	});
	boxes.forEach((one, index) =>
		boxes.slice(index + 1).forEach((other) => {
			const isApart =
				one.right < other.left || one.left > other.right || one.bottom < other.top || one.top > other.bottom;
			expect(isApart).toBe(true);
		})
	);
});
