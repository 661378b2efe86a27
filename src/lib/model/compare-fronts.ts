import type { FrontAt } from './front-at';
import type { Place, Pocket } from './collection';
import { crossingsOf, onPlane, sidesOf, type Plane, type Side } from './front-sides';
import { sameGround, pocketHolds } from './pockets';

/** Where a place lies: on the left or right hand of the line as it runs, within its doubt, beyond its ends, or in ground held apart. */
export type Lie = Side | 'doubt' | { pocket: Pocket };

/** A place and a position to judge it by. Rank 1 is the most important. */
export interface PlacedName {
	id: string;
	name: string;
	rank: Place['rank'];
	position: readonly [number, number];
}

export interface FrontDifference {
	/** Quarter of the sky that is on the left hand of both lines; the right hand is opposite. */
	left: Quarter;
	/** Places that surely lie elsewhere in the two, most important first. */
	changed: { place: PlacedName; before: Lie; after: Lie }[];
	/** Places of which one of the two cannot say, because they lie within its doubt. */
	doubtful: PlacedName[];
	/** Land that came to lie on either hand, km² rounded by the doubt; null where the doubt is as large, or the land is not known. */
	ground: { toLeft: number | null; toRight: number | null };
	/** Where the lines lie furthest apart, km rounded by the doubt, and the place nearest to there; null within the doubt. */
	furthest: { km: number; near: PlacedName | null } | null;
	appeared: Pocket[];
	vanished: Pocket[];
}

export const QUARTERS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type Quarter = (typeof QUARTERS)[number];

/** Rings of land, longitude and latitude. */
export type Land = readonly (readonly (readonly [number, number])[])[];

/** Side of the squares in which ground is counted, km. */
const CELL = 7;

/** What differs between the fronts of two moments, as far as their doubt lets one say. `places` are those worth naming. */
export function compareFronts(
	before: FrontAt,
	after: FrontAt,
	places: readonly PlacedName[],
	land: Land = []
): FrontDifference {
	const plane = onPlane([...before.line, ...after.line]);
	const [was, is] = [watchLies(before, plane), watchLies(after, plane)];
	const lies = places.map((place) => ({ place, before: was(place.position), after: is(place.position) }));
	const ranked = lies.toSorted(
		(a, b) => a.place.rank - b.place.rank || (a.place.name < b.place.name ? -1 : 1)
	);
	return {
		left: leftOf(before, after, plane),
		changed: ranked.filter((one) => hasChanged(one.before, one.after)),
		doubtful: ranked
			.filter((one) => one.before === 'doubt' || one.after === 'doubt')
			.map(({ place }) => place),
		ground: measureGround(before, after, plane, land),
		furthest: findFurthest(before, after, places, plane),
		appeared: without(after, before),
		vanished: without(before, after)
	};
}

export function oppositeOf(quarter: Quarter): Quarter {
	return QUARTERS[(QUARTERS.indexOf(quarter) + 4) % 8] ?? quarter;
}

function watchLies(front: FrontAt, plane: Plane): (position: readonly [number, number]) => Lie {
	const sideAt = sidesOf(front.line.map(plane));
	return (position) => {
		const pocket = front.pockets.find((one) => pocketHolds(one, position, front.uncertainty_km, plane));
		if (pocket) return { pocket };
		const { side, km } = sideAt(plane(position));
		return km <= front.uncertainty_km ? 'doubt' : side;
	};
}

function hasChanged(before: Lie, after: Lie): boolean {
	const unsaid: Lie[] = ['doubt', 'beyond'];
	if (unsaid.includes(before) || unsaid.includes(after)) return false;
	if (typeof before === 'object' && typeof after === 'object')
		return before.pocket.properties.side !== after.pocket.properties.side;
	return before !== after;
}

/** Left of the way from the first ends to the last ends of both. */
function leftOf(before: FrontAt, after: FrontAt, plane: Plane): Quarter {
	const [east, north] = [before, after].reduce(
		([x, y], { line }) => {
			const [from, to] = [plane(line[0] ?? [0, 0]), plane(line.at(-1) ?? [0, 0])];
			return [x + to[0] - from[0], y + to[1] - from[1]];
		},
		[0, 0]
	);
	const clockwise = Math.atan2(-(north ?? 0), east ?? 0);
	return QUARTERS[(Math.round((clockwise * 4) / Math.PI) + 8) % 8] ?? 'n';
}

function measureGround(before: FrontAt, after: FrontAt, plane: Plane, land: Land) {
	if (land.length === 0) return { toLeft: null, toRight: null };
	const spots = [...before.line, ...after.line].map(plane);
	const [sideBefore, sideAfter] = [sidesOf(before.line.map(plane)), sidesOf(after.line.map(plane))];
	const rings = land.map((ring) => ring.map(plane));
	const [xs, ys] = [spots.map(([x]) => x), spots.map(([, y]) => y)];
	const cells = { toLeft: 0, toRight: 0, doubt: 0 };
	for (let y = Math.min(...ys) - 60; y < Math.max(...ys) + 60; y += CELL) {
		const shores = crossingsOf(rings, y);
		if (shores.length === 0) continue;
		for (let x = Math.min(...xs) - 60; x < Math.max(...xs) + 60; x += CELL) {
			if (shores.filter((at) => x < at).length % 2 === 0) continue;
			const [was, is] = [sideBefore([x, y]), sideAfter([x, y])];
			if (was.side === is.side || was.side === 'beyond' || is.side === 'beyond') continue;
			if (was.km <= before.uncertainty_km || is.km <= after.uncertainty_km) cells.doubt++;
			else if (is.side === 'left') cells.toLeft++;
			else cells.toRight++;
		}
	}
	const step = roundStep(Math.max(cells.doubt / 2, 8) * CELL * CELL);
	const rounded = (count: number) => Math.round((count * CELL * CELL) / step) * step || null;
	return { toLeft: rounded(cells.toLeft), toRight: rounded(cells.toRight) };
}

function findFurthest(
	before: FrontAt,
	after: FrontAt,
	places: readonly PlacedName[],
	plane: Plane
): FrontDifference['furthest'] {
	const [a, b] = [before.line.map(plane), after.line.map(plane)];
	let best = { km: 0, spot: a[0] ?? ([0, 0] as const) };
	for (const [line, other] of [
		[a, b],
		[b, a]
	] as const) {
		const sideAt = sidesOf(other);
		for (const spot of line) {
			const { km } = sideAt(spot);
			if (km > best.km) best = { km, spot };
		}
	}
	const doubt = before.uncertainty_km + after.uncertainty_km;
	if (best.km <= doubt) return null;
	const away = ({ position }: PlacedName) => {
		const [x, y] = plane(position);
		return Math.hypot(x - best.spot[0], y - best.spot[1]);
	};
	const [near] = places.toSorted((one, other) => away(one) - away(other));
	const step = roundStep(doubt / 2);
	return { km: Math.round(best.km / step) * step, near: near && away(near) < 60 ? near : null };
}

/** Pockets of one front that the other has nothing of. */
function without(front: FrontAt, other: FrontAt): Pocket[] {
	const km = Math.max(front.uncertainty_km, other.uncertainty_km);
	return front.pockets.filter((one) => !other.pockets.some((two) => sameGround(one, two, km)));
}

/** The largest of 1, 2, 5, 10, 20, ... that is no larger, or 1. */
function roundStep(doubt: number): number {
	const power = 10 ** Math.max(Math.floor(Math.log10(doubt)), 0);
	return ([5, 2, 1].find((digit) => digit * power <= doubt) ?? 1) * power;
}
