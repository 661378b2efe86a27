import { isObject, problemAt, type DataPath } from './data-file';
import type { Draft, Entry } from './draft';
import type { Problem } from './problems';

type Extent = NonNullable<Draft['collection']>['record']['extent'];
type LonLat = [number, number];

/** Coordinates outside the extent that collection.yaml states; one problem per geometry. */
export function checkPlaces(draft: Draft): Problem[] {
	if (!draft.collection) return [];
	const { record, data } = draft.collection;
	const { extent } = record;
	if (extent.west >= extent.east || extent.south >= extent.north) {
		return [
			problemAt(data, ['extent'], {
				expected: 'west smaller than east, and south smaller than north',
				found: `west ${extent.west}, south ${extent.south}, east ${extent.east}, north ${extent.north}`,
				advice:
					'swap the two that are the wrong way round; an extent across the 180° meridian cannot be drawn'
			})
		];
	}
	const check = ({ record, data, path }: Entry<unknown>, advice: string): Problem[] =>
		listGeometries(record, []).flatMap(({ path: inside, positions }) => {
			const outside = positions.filter((position) => !holds(extent, position));
			const [first] = outside;
			if (!first) return [];
			const more = outside.length > 1 ? ` and ${outside.length - 1} more` : '';
			return problemAt(data, [...path, ...inside], {
				expected: `longitude ${extent.west} to ${extent.east} and latitude ${extent.south} to ${extent.north}, the extent in collection.yaml`,
				found: `[${first.join(', ')}]${more}`,
				advice: holds(extent, [first[1], first[0]])
					? `the two numbers look swapped: write [${first[1]}, ${first[0]}], longitude first`
					: advice
			});
		});
	const elsewhere = 'correct the numbers, or widen the extent';
	return [
		...check(draft.collection, elsewhere),
		...draft.places
			.filter((place) => !place.record.beyond_extent)
			.flatMap((place) =>
				check(place, 'correct the numbers, or write "beyond_extent: true" for a far place')
			),
		...[...draft.formations, ...draft.movements, ...draft.fronts].flatMap((entry) => check(entry, elsewhere))
	];
}

function holds({ west, south, east, north }: Extent, [longitude, latitude]: LonLat): boolean {
	return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}

/** Names under which positions stand, in whatever record. */
const GEOMETRY = new Set(['area', 'camera', 'geometry', 'paths']);

function listGeometries(value: unknown, path: DataPath): { path: DataPath; positions: LonLat[] }[] {
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([name, inner]) => {
		const here = [...path, Array.isArray(value) ? Number(name) : name];
		if (!GEOMETRY.has(name)) return listGeometries(inner, here);
		const only = isObject(inner) && !Array.isArray(inner) ? Object.keys(inner) : [];
		const named = ['point', 'line', 'outline', 'centre', 'coordinates'].find((key) => only.includes(key));
		return [{ path: named ? [...here, named] : here, positions: listPositions(inner) }];
	});
}

function listPositions(geometry: unknown): LonLat[] {
	if (Array.isArray(geometry)) {
		const [longitude, latitude] = geometry as unknown[];
		return typeof longitude === 'number' && typeof latitude === 'number'
			? [[longitude, latitude]]
			: geometry.flatMap(listPositions);
	}
	if (!isObject(geometry)) return [];
	const { latitude, from, to } = geometry;
	if (typeof latitude === 'number' && typeof from === 'number' && typeof to === 'number') {
		return [
			[from, latitude],
			[to, latitude]
		];
	}
	return Object.values(geometry).flatMap(listPositions);
}
