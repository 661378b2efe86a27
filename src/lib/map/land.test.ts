import type { FeatureCollection } from 'geojson';
import { describe, expect, it } from 'vitest';
import { landOf } from './land';
import { projectSketch } from './sketch';

const ISLAND = [
	[10, 55],
	[12, 55],
	[12, 57],
	[10, 55]
];
const FAR = ISLAND.map(([lon = 0, lat = 0]) => [lon + 60, lat - 20]);
const none: FeatureCollection = { type: 'FeatureCollection', features: [] };
const land: FeatureCollection = {
	type: 'FeatureCollection',
	features: [ISLAND, FAR].map((ring) => ({
		type: 'Feature',
		properties: {},
		geometry: { type: 'Polygon', coordinates: [ring] }
	}))
};
const sketch = projectSketch({ land, coast: none, rivers: none, supplement: { rivers: none, lakes: none } });

describe('the land of the sketch', () => {
	it('is read back as rings, to a tenth of a unit, where the map is', () => {
		const rings = landOf(sketch.land, { west: 9, south: 54, east: 14, north: 59 });
		expect(rings).toHaveLength(1);
		const [ring = []] = rings;
		expect(ring.map(([lon, lat]) => [Number(lon.toFixed(2)), Number(lat.toFixed(2))])).toEqual(
			ISLAND.slice(0, 3)
		);
	});

	it('is none where there is no sketch', () => {
		expect(landOf('', { west: 9, south: 54, east: 14, north: 59 })).toEqual([]);
	});
});
