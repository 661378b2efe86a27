import type { Polygon } from 'geojson';
import { project, unproject, unitsPerKm, type LonLat, type Spot } from './mercator';

/** Cells of the grid to the half-width: finer is smoother and slower. */
const CELLS = 5;

/**
 * All ground within `km` of a line, as one polygon. A wide translucent stroke would do in SVG; the engine would draw it twice
 * wherever the line bends, so both get the same outline, traced (marching squares) round the distance from the line.
 */
export function bandAround(line: readonly LonLat[], km: number): Polygon {
	const spots = line.map(project);
	const latitudes = line.map(([, lat]) => lat);
	const reach = km * unitsPerKm((Math.min(...latitudes) + Math.max(...latitudes)) / 2);
	const rings = traceRings(measure(spots, reach));
	const positions = rings
		.map((ring) => [...ring, ...ring.slice(0, 1)].map(unproject))
		.sort((a, b) => spread(b) - spread(a));
	return { type: 'Polygon', coordinates: positions };
}

interface Field {
	columns: number;
	rows: number;
	/** Reach less distance at each knot of the grid: positive inside. */
	depth: Float64Array;
	at: (column: number, row: number) => Spot;
}

function measure(line: readonly Spot[], reach: number): Field {
	const cell = reach / CELLS;
	const margin = reach + cell * 2;
	const xs = line.map(([x]) => x);
	const ys = line.map(([, y]) => y);
	const [left, top] = [Math.min(...xs) - margin, Math.min(...ys) - margin];
	const columns = Math.ceil((Math.max(...xs) + margin - left) / cell) + 1;
	const rows = Math.ceil((Math.max(...ys) + margin - top) / cell) + 1;
	const depth = new Float64Array(columns * rows).fill(-cell);
	line.slice(1).forEach((to, index) => {
		const from = line[index] ?? to;
		const span = (a: number, b: number, start: number, most: number) => [
			Math.max(Math.floor((Math.min(a, b) - margin - start) / cell), 0),
			Math.min(Math.ceil((Math.max(a, b) + margin - start) / cell), most - 1)
		];
		const [firstColumn = 0, lastColumn = 0] = span(from[0], to[0], left, columns);
		const [firstRow = 0, lastRow = 0] = span(from[1], to[1], top, rows);
		for (let row = firstRow; row <= lastRow; row++) {
			for (let column = firstColumn; column <= lastColumn; column++) {
				const knot = row * columns + column;
				const here = reach - distance([left + column * cell, top + row * cell], from, to);
				depth[knot] = Math.max(depth[knot] ?? 0, here);
			}
		}
	});
	return { columns, rows, depth, at: (column, row) => [left + column * cell, top + row * cell] };
}

function distance([x, y]: Spot, [ax, ay]: Spot, [bx, by]: Spot): number {
	const [dx, dy] = [bx - ax, by - ay];
	const length = dx * dx + dy * dy;
	const share = length > 0 ? Math.min(Math.max(((x - ax) * dx + (y - ay) * dy) / length, 0), 1) : 0;
	return Math.hypot(x - ax - share * dx, y - ay - share * dy);
}

/** For each of the 16 ways a cell's corners can lie in or out: which sides the outline enters and leaves by (0 top, clockwise). */
const CROSSINGS: readonly [enter: number, leave: number][][] = [
	[],
	[[3, 0]],
	[[0, 1]],
	[[3, 1]],
	[[1, 2]],
	[
		[3, 0],
		[1, 2]
	],
	[[0, 2]],
	[[3, 2]],
	[[2, 3]],
	[[2, 0]],
	[
		[0, 1],
		[2, 3]
	],
	[[2, 1]],
	[[1, 3]],
	[[1, 0]],
	[[0, 3]],
	[]
];

function traceRings({ columns, rows, depth, at }: Field): Spot[][] {
	const next = new Map<string, string>();
	const spots = new Map<string, Spot>();
	const cross = (column: number, row: number, side: number): string => {
		const isLevel = side % 2 === 0;
		const [c, r] = [column + (side === 1 ? 1 : 0), row + (side === 2 ? 1 : 0)];
		const key = `${isLevel ? 'h' : 'v'}${c},${r}`;
		if (!spots.has(key)) {
			const [here, there] = [
				depth[r * columns + c] ?? 0,
				depth[isLevel ? r * columns + c + 1 : (r + 1) * columns + c] ?? 0
			];
			const share = here === there ? 0.5 : here / (here - there);
			const [x, y] = at(c, r);
			const [farX, farY] = at(isLevel ? c + 1 : c, isLevel ? r : r + 1);
			spots.set(key, [x + (farX - x) * share, y + (farY - y) * share]);
		}
		return key;
	};
	for (let row = 0; row < rows - 1; row++) {
		for (let column = 0; column < columns - 1; column++) {
			const knots = [row * columns + column, row * columns + column + 1];
			const corners = [knots[0], knots[1], (knots[1] ?? 0) + columns, (knots[0] ?? 0) + columns];
			const kind = corners.reduce<number>(
				(sum, knot, bit) => sum + ((depth[knot ?? 0] ?? 0) > 0 ? 1 << bit : 0),
				0
			);
			for (const [enter, leave] of CROSSINGS[kind] ?? []) {
				next.set(cross(column, row, enter), cross(column, row, leave));
			}
		}
	}
	const rings: Spot[][] = [];
	while (next.size > 0) {
		const ring: Spot[] = [];
		let key = next.keys().next().value;
		while (key !== undefined && next.has(key)) {
			ring.push(spots.get(key) ?? [0, 0]);
			const following = next.get(key);
			next.delete(key);
			key = following;
		}
		rings.push(ring);
	}
	return rings;
}

function spread(ring: readonly (readonly number[])[]): number {
	const lons = ring.map(([lon = 0]) => lon);
	return Math.max(...lons) - Math.min(...lons);
}
