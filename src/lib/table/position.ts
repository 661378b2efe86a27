import type { Place } from '$lib/model/collection';
import { m } from '$lib/paraglide/messages';

/** A line in words: its ends and middle, degrees to a tenth. */
export function course(line: readonly [number, number][]): string {
	const stations = [line[0], line[Math.floor(line.length / 2)], line.at(-1)];
	return stations.map((at) => (at ? degrees(at) : '')).join(' – ');
}

function degrees([lon, lat]: readonly [number, number]): string {
	return m.degrees({
		lat: Math.abs(lat).toFixed(2),
		ns: lat < 0 ? m.south() : m.north(),
		lon: Math.abs(lon).toFixed(2),
		ew: lon < 0 ? m.west() : m.east()
	});
}

/** Where a place is, and how far off that may be. */
export function positionText({ geometry, plus_minus_km }: Place): string {
	if (!geometry) return m.table_no_position();
	const doubt = plus_minus_km ? ` ${m.table_plus_minus({ km: plus_minus_km })}` : '';
	if ('point' in geometry) return degrees(geometry.point) + doubt;
	if ('latitude' in geometry)
		return m.table_latitude({ lat: geometry.latitude, from: geometry.from, to: geometry.to });
	return 'line' in geometry ? m.table_line({ course: course(geometry.line) }) : m.table_outline();
}
