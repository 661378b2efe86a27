import { geoCircle } from 'd3';
import type { Polygon } from 'geojson';
import { project, unproject, type LonLat, type Spot } from './mercator';

const KM_PER_DEGREE = 111.2;

/** A ring of so many km about a place. */
export function circle(centre: LonLat, km: number): Polygon {
	return geoCircle()
		.center([centre[0], centre[1]])
		.radius(km / KM_PER_DEGREE)
		.precision(8)();
}

/** The path with its corners cut (Chaikin), its ends kept: schematic arrows must not look like roads. */
export function smooth(path: readonly LonLat[], rounds = 3): [number, number][] {
	let line = path.map(([lon, lat]): [number, number] => [lon, lat]);
	for (let round = 0; round < rounds && line.length > 2; round++) {
		const cut = line.slice(1).flatMap((to, index): [number, number][] => {
			const from = line[index] ?? to;
			return [between(from, to, 0.25), between(from, to, 0.75)];
		});
		line = [line[0] ?? [0, 0], ...cut.slice(1, -1), line.at(-1) ?? [0, 0]];
	}
	return line;
}

/** A ring with its corners cut: doubt has no corners. */
export function smoothRing(ring: readonly LonLat[], rounds = 3): [number, number][] {
	let corners = ring.slice(1).map(([lon, lat]): [number, number] => [lon, lat]);
	for (let round = 0; round < rounds; round++) {
		corners = corners.flatMap((to, index): [number, number][] => {
			const from = corners.at(index - 1) ?? to;
			return [between(from, to, 0.25), between(from, to, 0.75)];
		});
	}
	return [...corners, corners[0] ?? [0, 0]];
}

/**
 * A bow from one place to another, to the left of the way, so that an answer does not lie on its question. Takes the short
 * way round the world; longitudes may go past ±180°.
 *
 * @param bow height as a share of the distance
 */
export function arc(from: LonLat, to: LonLat, bow: number, steps = 32): [number, number][] {
	const turn = Math.round((to[0] - from[0]) / 360) * 360;
	const [x0, y0] = project(from);
	const [x1, y1] = project([to[0] - turn, to[1]]);
	const control: Spot = [(x0 + x1) / 2 + (y1 - y0) * bow * 2, (y0 + y1) / 2 - (x1 - x0) * bow * 2];
	return Array.from({ length: steps + 1 }, (_, step) => {
		const t = step / steps;
		const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
		return unproject([a * x0 + b * control[0] + c * x1, a * y0 + b * control[1] + c * y1]);
	});
}

/** Where a line ends up heading on the map: degrees clockwise from north. */
export function headingOf(line: readonly LonLat[]): number {
	const [x0, y0] = project(line.at(-2) ?? [0, 0]);
	const [x1, y1] = project(line.at(-1) ?? [0, 0]);
	return (Math.atan2(x1 - x0, y0 - y1) * 180) / Math.PI;
}

/** The middle of a ring's corners. */
export function middleOfRing(ring: readonly (readonly number[])[]): [number, number] {
	const corners = ring.slice(1);
	const sum = corners.reduce<[number, number]>(([x, y], [lon = 0, lat = 0]) => [x + lon, y + lat], [0, 0]);
	return [sum[0] / corners.length, sum[1] / corners.length];
}

function between(a: LonLat, b: LonLat, share: number): [number, number] {
	return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}
