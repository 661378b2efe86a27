import type { PlaceRecord } from '$lib/schema/records';

/** Longitude and latitude, degrees WGS84. */
export type Point = readonly [number, number];

const EARTH_RADIUS_KM = 6371.0088;

/** Along the great circle, on a sphere. */
export function distanceKm([lonA, latA]: Point, [lonB, latB]: Point): number {
	const rad = (degrees: number) => (degrees * Math.PI) / 180;
	const chord =
		Math.sin(rad(latB - latA) / 2) ** 2 +
		Math.cos(rad(latA)) * Math.cos(rad(latB)) * Math.sin(rad(lonB - lonA) / 2) ** 2;
	return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** The point of a place that has one: no line or outline is taken for a point. */
export function pointOfPlace(place: Pick<PlaceRecord, 'geometry'> | undefined): Point | undefined {
	return place?.geometry && 'point' in place.geometry ? place.geometry.point : undefined;
}
