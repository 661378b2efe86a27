import type { LineString, Point, Polygon } from 'geojson';
import type { Half, StoryFeature } from './told';

type Position = number[];

/**
 * What of the features lies on one side of a meridian. A line that comes and goes becomes several features, of which the longest
 * keeps the label.
 */
export function keepHalf(features: readonly StoryFeature[], longitude: number, half: Half): StoryFeature[] {
	const isInside = ([lon = 0]: Position) => (half === 'west' ? lon <= longitude : lon >= longitude);
	return features.flatMap((feature): StoryFeature[] => {
		const { geometry, properties } = feature;
		const pieces = cut(geometry, longitude, isInside);
		if (pieces[0] === geometry) return [feature];
		const longest = Math.max(...pieces.map(lengthOf));
		return pieces.map((piece) => ({
			type: 'Feature',
			geometry: piece,
			properties: lengthOf(piece) === longest ? properties : { ...properties, label: '' }
		}));
	});
}

function cut(
	geometry: StoryFeature['geometry'],
	longitude: number,
	isInside: (position: Position) => boolean
): StoryFeature['geometry'][] {
	switch (geometry.type) {
		case 'Point':
			return isInside(geometry.coordinates) ? [geometry] : [];
		case 'LineString':
			return geometry.coordinates.every(isInside) ? [geometry] : cutLine(geometry, longitude, isInside);
		case 'Polygon': {
			if (geometry.coordinates.every((ring) => ring.every(isInside))) return [geometry];
			const rings = geometry.coordinates.map((ring) => cutRing(ring, longitude, isInside));
			const [outer = [], ...holes] = rings;
			const coordinates = [outer, ...holes.filter((ring) => ring.length > 0)];
			return outer.length > 0 ? [{ type: 'Polygon', coordinates } satisfies Polygon] : [];
		}
	}
}

function cutLine(
	{ coordinates }: LineString,
	longitude: number,
	isInside: (position: Position) => boolean
): LineString[] {
	const lines: Position[][] = [[]];
	coordinates.forEach((position, index) => {
		const before = coordinates[index - 1];
		if (before && isInside(before) !== isInside(position)) {
			const met = crossing(before, position, longitude);
			if (isInside(position)) lines.push([met]);
			else lines.at(-1)?.push(met);
		}
		if (isInside(position)) lines.at(-1)?.push(position);
	});
	return lines.filter((line) => line.length > 1).map((line) => ({ type: 'LineString', coordinates: line }));
}

/** The ring as far as it lies inside, closed along the meridian. */
function cutRing(
	ring: readonly Position[],
	longitude: number,
	isInside: (position: Position) => boolean
): Position[] {
	const kept = ring.slice(1).flatMap((to, index) => {
		const from = ring[index] ?? to;
		const met = isInside(from) === isInside(to) ? [] : [crossing(from, to, longitude)];
		return isInside(to) ? [...met, to] : met;
	});
	return kept.length > 2 ? [...kept, ...kept.slice(0, 1)] : [];
}

function crossing([x = 0, y = 0]: Position, [toX = 0, toY = 0]: Position, longitude: number): Position {
	return [longitude, toX === x ? y : y + ((toY - y) * (longitude - x)) / (toX - x)];
}

function lengthOf(geometry: LineString | Polygon | Point): number {
	if (geometry.type === 'Point') return 0;
	const line = geometry.type === 'Polygon' ? (geometry.coordinates[0] ?? []) : geometry.coordinates;
	return line.slice(1).reduce((sum, [x = 0, y = 0], index) => {
		const [beforeX = x, beforeY = y] = line[index] ?? [];
		return sum + Math.hypot(x - beforeX, y - beforeY);
	}, 0);
}
