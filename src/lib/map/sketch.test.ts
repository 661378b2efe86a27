import type { FeatureCollection, Geometry } from 'geojson';
import { expect, it } from 'vitest';
import { project } from './mercator';
import { projectSketch } from './sketch';

function collect(geometry: Geometry, properties = {}): FeatureCollection {
	return { type: 'FeatureCollection', features: [{ type: 'Feature', properties, geometry }] };
}

/** Where the pen goes, from a string of one absolute move and relative steps. */
function follow(path: string): [number, number][] {
	const [start = '', steps = ''] = path.slice(1).replace(/z$/, '').split('l');
	const numbers = (text: string) => (text.match(/-?\d*\.?\d+/g) ?? []).map(Number);
	const [x = 0, y = 0] = numbers(start);
	const spots: [number, number][] = [[x, y]];
	const rest = numbers(steps);
	for (let index = 0; index < rest.length; index += 2) {
		const [lastX, lastY] = spots.at(-1) ?? [0, 0];
		spots.push([lastX + (rest[index] ?? 0), lastY + (rest[index + 1] ?? 0)]);
	}
	return spots;
}

const NONE: FeatureCollection = { type: 'FeatureCollection', features: [] };
const nothing = { land: NONE, coast: NONE, rivers: NONE, supplement: { rivers: NONE, lakes: NONE } };

const coast: [number, number][] = [
	[10, 50],
	[10.3, 49.7],
	[9.2, 49.9],
	[9.9, 51.2]
];

it('draws each position within a tenth of a unit of where it is projected', () => {
	const { coast: path } = projectSketch({
		...nothing,
		coast: collect({ type: 'MultiLineString', coordinates: [coast] })
	});
	follow(path).forEach(([x, y], index) => {
		const [wantedX, wantedY] = project(coast[index] ?? [0, 0]);
		expect(Math.abs(x - wantedX)).toBeLessThan(0.06);
		expect(Math.abs(y - wantedY)).toBeLessThan(0.06);
	});
	expect(follow(path)).toHaveLength(coast.length);
});

it('closes rings, leaves out steps of no length, and keeps the ids of rivers and lakes', () => {
	const ring = [...coast, coast[0] ?? [0, 0]];
	const still = [coast[0] ?? [0, 0], coast[0] ?? [0, 0], coast[1] ?? [0, 0]];
	const { land, rivers, supplement } = projectSketch({
		...nothing,
		land: collect({ type: 'MultiPolygon', coordinates: [[ring], [ring]] }),
		rivers: collect({ type: 'LineString', coordinates: still }, { river: 'the-brook' }),
		supplement: {
			rivers: NONE,
			lakes: collect({ type: 'Polygon', coordinates: [ring] }, { lake: 'the-pond' })
		}
	});
	expect(land.match(/z/g)).toHaveLength(2);
	expect(rivers.map(({ place }) => place)).toEqual(['the-brook']);
	expect(supplement.lakes.map(({ place }) => place)).toEqual(['the-pond']);
	expect(follow(rivers[0]?.path ?? '')).toHaveLength(2);
});
