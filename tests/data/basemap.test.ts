import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { FeatureCollection, MultiLineString, MultiPolygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';

type Shape = MultiPolygon | MultiLineString;
type Box = [west: number, south: number, east: number, north: number];

const DETAIL: Box = [123.5, 33, 131.5, 43.5];
const CONTEXT: Box = [105, 22, 150, 55];
const FILES: [name: string, box: Box, type: Shape['type']][] = [
	['detail/land', DETAIL, 'MultiPolygon'],
	['detail/coast', DETAIL, 'MultiLineString'],
	['detail/rivers', DETAIL, 'MultiLineString'],
	['detail/lakes', DETAIL, 'MultiPolygon'],
	['context/land', CONTEXT, 'MultiPolygon'],
	['context/coast', CONTEXT, 'MultiLineString'],
	['context/rivers', CONTEXT, 'MultiLineString'],
	['context/lakes', CONTEXT, 'MultiPolygon'],
	['sketch/land', CONTEXT, 'MultiPolygon'],
	['sketch/coast', CONTEXT, 'MultiLineString'],
	['sketch/rivers', DETAIL, 'MultiLineString']
];

const readBytes = (name: string) => readFileSync(`data/basemap/${name}.geojson`);
const read = (name: string) => JSON.parse(readBytes(name).toString()) as FeatureCollection<Shape>;
const shapes = (name: string) => read(name).features.map(({ geometry }) => geometry);
const rings = (shape: Shape) => (shape.type === 'MultiPolygon' ? shape.coordinates.flat() : []);
const lines = (shape: Shape) => (shape.type === 'MultiPolygon' ? rings(shape) : shape.coordinates);
const zipped = (folder: string) =>
	FILES.filter(([name]) => name.startsWith(folder)).reduce(
		(sum, [name]) => sum + gzipSync(readBytes(name), { level: 9 }).length,
		0
	);

/** Twice the area of a ring in square degrees, above zero if it runs counter-clockwise. */
function turn(ring: Position[]): number {
	return ring.reduce((sum, [x = 0, y = 0], i) => {
		const [nextX = 0, nextY = 0] = ring[(i + 1) % ring.length] ?? [];
		return sum + x * nextY - nextX * y;
	}, 0);
}

type Edge = readonly [start: Position, end: Position];
const edges = (line: Position[]) => line.slice(1).map((end, i): Edge => [line[i] ?? [], end]);
const shores = new Map(
	['detail/land', 'context/land', 'sketch/land'].map((name) => [
		name,
		shapes(name).flatMap(rings).flatMap(edges)
	])
);

/** Whether a point is in the polygons of a file, by counting the edges east of it. */
function isLand(name: string, [x, y]: [number, number]): boolean {
	let land = false;
	for (const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] of shores.get(name) ?? [])
		if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) land = !land;
	return land;
}

describe.each(FILES)('%s', (name, [west, south, east, north], type) => {
	it('is one kind of geometry, with points inside its box', () => {
		expect(read(name).type).toBe('FeatureCollection');
		expect(shapes(name).map((shape) => shape.type)).toEqual(shapes(name).map(() => type));
		const points = shapes(name).flatMap(lines).flat();
		expect(points.length).toBeGreaterThan(20);
		const outside = points.filter(
			([x = NaN, y = NaN]) => !(x >= west && x <= east && y >= south && y <= north)
		);
		expect(outside).toEqual([]);
	});

	it('has lines of two points or more, and closed rings, outer ones counter-clockwise', () => {
		for (const shape of shapes(name)) {
			expect(lines(shape).filter((line) => line.length < 2)).toEqual([]);
			expect(rings(shape).filter((ring) => ring.length < 4 || ring[0]?.join() !== ring.at(-1)?.join())).toEqual([]);
			if (shape.type !== 'MultiPolygon') continue;
			expect(shape.coordinates.filter(([outer = []]) => turn(outer) <= 0)).toEqual([]);
			expect(shape.coordinates.flatMap((polygon) => polygon.slice(1)).filter((hole) => turn(hole) >= 0)).toEqual([]);
		}
	});
});

describe('land and water', () => {
	it.each([
		['detail/land', [127, 37.5], true],
		['detail/land', [125.7543, 39.0339], true],
		['detail/land', [126.5, 33.38], true],
		['detail/land', [126.44, 37.46], false],
		['detail/land', [126.7, 37.31], false],
		['detail/land', [130, 38], false],
		['context/land', [116.3972, 39.9075], true],
		['context/land', [139.6917, 35.6895], true],
		['context/land', [132.5, 38], false],
		['context/land', [127, 37.5], false],
		['sketch/land', [127, 37.5], true],
		['sketch/land', [126.5, 33.38], true],
		['sketch/land', [116.3972, 39.9075], true],
		['sketch/land', [132.5, 38], false],
		['sketch/land', [130, 38], false]
	] as [string, [number, number], boolean][])('%s at %s: land is %s', (name, point, land) => {
		expect(isLand(name, point)).toBe(land);
	});

	it('meets at the edge of the detailed box: what is land just outside is land just inside', () => {
		const [west, south, east, north] = DETAIL;
		const along = (from: number, to: number) => Array.from({ length: 40 }, (_, i) => from + ((i + 0.5) / 40) * (to - from));
		const pairs: [[number, number], [number, number]][] = [
			...along(south, north).flatMap((y): [[number, number], [number, number]][] => [
				[[west + 1e-4, y], [west - 1e-4, y]],
				[[east - 1e-4, y], [east + 1e-4, y]]
			]),
			...along(west, east).flatMap((x): [[number, number], [number, number]][] => [
				[[x, south + 1e-4], [x, south - 1e-4]],
				[[x, north - 1e-4], [x, north + 1e-4]]
			])
		];
		expect(pairs.filter(([inside, outside]) => isLand('detail/land', inside) !== isLand('context/land', outside))).toEqual([]);
	});

	it('has no coast along the cut', () => {
		const [west, south, east, north] = DETAIL;
		const cut = ([x1, y1]: Position, [x2, y2]: Position) =>
			(x1 === x2 && (x1 === west || x1 === east)) || (y1 === y2 && (y1 === south || y1 === north));
		for (const name of ['detail/coast', 'context/coast']) {
			const found = shapes(name).flatMap(lines).flatMap(edges);
			expect(found.filter(([start, end]) => cut(start, end))).toEqual([]);
		}
	});
});

it('knows the rivers a reader will look for', () => {
	const named = (name: string) => read(name).features.map(({ properties }) => properties?.river as string | undefined);
	for (const name of ['detail/rivers', 'sketch/rivers'])
		expect(named(name)).toEqual(
			expect.arrayContaining(['yalu-river', 'tumen-river', 'naktong-river', 'han-river', 'north-han-river', 'imjin-river', 'taedong-river', 'kum-river'])
		);
	const supplement = read('supplement').features;
	expect(supplement.map(({ properties }) => (properties?.river ?? properties?.lake) as string)).toEqual(['chongchon-river', 'chosin-reservoir', 'pujon-reservoir']);
});

it('stays within its budget', () => {
	expect(zipped('detail') + zipped('context')).toBeLessThanOrEqual(130_000);
	expect(zipped('sketch')).toBeLessThanOrEqual(25_000);
});
