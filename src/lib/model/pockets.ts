import type { Pocket } from './collection';
import { contains, onPlane, sidesOf, type KmSpot, type Plane } from './front-sides';

/** Whether a position lies in ground held apart. Lines and points are as wide as the doubt of their claim. */
export function pocketHolds(
	{ geometry }: Pocket,
	position: readonly [number, number],
	km: number,
	plane: Plane
): boolean {
	const spot = plane(position);
	switch (geometry.type) {
		case 'Polygon':
			return contains(
				geometry.coordinates.map((ring) => toSpots(ring, plane)),
				spot
			);
		case 'LineString':
			return sidesOf(toSpots(geometry.coordinates, plane))(spot).km <= km;
		case 'MultiPoint':
			return toSpots(geometry.coordinates, plane).some(
				([x, y]) => Math.hypot(x - spot[0], y - spot[1]) <= km
			);
	}
}

/** Whether two claims speak of the same ground: held by the same side, and touching within so many km. */
export function sameGround(one: Pocket, other: Pocket, km: number): boolean {
	if (one.properties.side !== other.properties.side) return false;
	const [a, b] = [positionsOf(one), positionsOf(other)];
	const plane = onPlane([...a, ...b]);
	const [boxA, boxB] = [boxOf(a.map(plane)), boxOf(b.map(plane))];
	return (
		boxA.west <= boxB.east + km &&
		boxB.west <= boxA.east + km &&
		boxA.south <= boxB.north + km &&
		boxB.south <= boxA.north + km
	);
}

function positionsOf({ geometry }: Pocket): [number, number][] {
	const positions = geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates;
	return positions.map(([lon = 0, lat = 0]) => [lon, lat]);
}

function toSpots(positions: readonly (readonly number[])[], plane: Plane): KmSpot[] {
	return positions.map(([lon = 0, lat = 0]) => plane([lon, lat]));
}

function boxOf(spots: readonly KmSpot[]) {
	const [xs, ys] = [spots.map(([x]) => x), spots.map(([, y]) => y)];
	return { west: Math.min(...xs), east: Math.max(...xs), south: Math.min(...ys), north: Math.max(...ys) };
}
