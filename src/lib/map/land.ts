import type { Land } from '$lib/model/compare-fronts';
import { unproject, type Extent } from './mercator';

/** The land of the light base map as rings, as far as it reaches into an extent: the path of the sketch read back. */
export function landOf(path: string, { west, south, east, north }: Extent): Land {
	const rings = path.split('z').flatMap((text) => {
		const [start, steps = ''] = text.split('l');
		const numbers = (part = '') => (part.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
		const [x, y] = numbers(start);
		if (x === undefined || y === undefined) return [];
		const ring: [number, number][] = [unproject([x, y])];
		let spot: [number, number] = [x, y];
		const by = numbers(steps);
		for (let index = 0; index + 1 < by.length; index += 2) {
			spot = [spot[0] + (by[index] ?? 0), spot[1] + (by[index + 1] ?? 0)];
			ring.push(unproject(spot));
		}
		return [ring];
	});
	return rings.filter((ring) => {
		const [lons, lats] = [ring.map(([lon]) => lon), ring.map(([, lat]) => lat)];
		return reaches(lons, west, east) && reaches(lats, south, north);
	});
}

function reaches(values: readonly number[], from: number, to: number): boolean {
	return values.some((value) => value >= from) && values.some((value) => value <= to);
}
