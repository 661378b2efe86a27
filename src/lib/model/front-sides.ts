/** East and north in km from an origin that does not matter. */
export type KmSpot = readonly [number, number];
export type Plane = (position: readonly [number, number]) => KmSpot;

/** Which hand of a line, as it runs; beyond: off one of its ends, where it says nothing. */
export type Side = 'left' | 'right' | 'beyond';

const KM_PER_DEGREE = 111.2;

/** A plane fitted to the middle latitude of the positions: good to 1 % over a few hundred km. */
export function onPlane(positions: readonly (readonly [number, number])[]): Plane {
	const latitudes = positions.map(([, latitude]) => latitude);
	const middle = (Math.min(...latitudes) + Math.max(...latitudes)) / 2;
	const narrowing = Math.cos((middle * Math.PI) / 180);
	return ([lon, lat]) => [lon * KM_PER_DEGREE * narrowing, lat * KM_PER_DEGREE];
}

/** Prepares the question on which hand of a line a spot lies, and how far from it, km. */
export function sidesOf(line: readonly KmSpot[]): (spot: KmSpot) => { side: Side; km: number } {
	const steps = line.slice(1).flatMap(([bx, by], index) => {
		const [ax, ay] = line[index] ?? [0, 0];
		const [dx, dy] = [bx - ax, by - ay];
		const length = Math.hypot(dx, dy);
		return length > 0 ? [{ ax, ay, dx, dy, length }] : [];
	});
	const pastEnds = watchEnds(line);
	return (spot) => {
		const [x, y] = spot;
		let [km, across, isEnd] = [Infinity, 0, false];
		for (let index = 0; index < steps.length; index++) {
			const { ax, ay, dx, dy, length } = steps[index] ?? NO_STEP;
			const along = ((x - ax) * dx + (y - ay) * dy) / (length * length);
			const at = Math.min(Math.max(along, 0), 1);
			const here = Math.hypot(x - ax - at * dx, y - ay - at * dy);
			const off = (dx * (y - ay) - dy * (x - ax)) / length;
			// At a corner both its steps are as near: the one that sees the spot less askew knows the side.
			if (here > km + 1e-9 || (here > km - 1e-9 && Math.abs(off) <= Math.abs(across))) continue;
			km = here;
			across = off;
			isEnd = (index === 0 && along < 0) || (index === steps.length - 1 && along > 1);
		}
		return { side: pastEnds(spot, isEnd) ?? (across >= 0 ? 'left' : 'right'), km };
	};
}

const NO_STEP = { ax: 0, ay: 0, dx: 0, dy: 0, length: 1 };

/**
 * Past its ends the line is thought to go on as it runs on the whole; what lies ahead of it there, within 45°, is on neither side.
 * The same holds beside an end that is the nearest part of the line, whatever way its last steps take. null: not near an end.
 */
function watchEnds(line: readonly KmSpot[]): (spot: KmSpot, isEnd: boolean) => Side | null {
	const from: KmSpot = line[0] ?? [0, 0];
	const to: KmSpot = line.at(-1) ?? [0, 0];
	const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
	if (length === 0) return () => 'beyond';
	const [ux, uy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
	const along = ([x, y]: KmSpot) => x * ux + y * uy;
	const first = line.reduce((one, other) => (along(other) < along(one) ? other : one), from);
	const last = line.reduce((one, other) => (along(other) > along(one) ? other : one), to);
	const [least, most] = [along(first), along(last)];
	return (spot, isEnd) => {
		const here = along(spot);
		const ahead = Math.max(least - here, here - most);
		if (ahead <= 0 && !isEnd) return null;
		const end = here - least < most - here ? first : last;
		const across = ux * (spot[1] - end[1]) - uy * (spot[0] - end[0]);
		if (ahead >= Math.abs(across)) return 'beyond';
		return across >= 0 ? 'left' : 'right';
	};
}

/** Whether a spot lies inside an odd number of the rings. */
export function contains(rings: readonly (readonly KmSpot[])[], [x, y]: KmSpot): boolean {
	return crossingsOf(rings, y).filter((at) => x < at).length % 2 === 1;
}

/** Where a level line enters and leaves the rings, from west to east. */
export function crossingsOf(rings: readonly (readonly KmSpot[])[], y: number): number[] {
	const found: number[] = [];
	for (const ring of rings) {
		for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
			const [ax, ay] = ring[before] ?? [0, 0];
			const [bx, by] = ring[index] ?? [0, 0];
			if (ay > y !== by > y) found.push(((bx - ax) * (y - ay)) / (by - ay) + ax);
		}
	}
	return found.sort((a, b) => a - b);
}
