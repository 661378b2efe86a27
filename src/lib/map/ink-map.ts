import { geoMercator, geoPath } from 'd3';
import type { FeatureCollection, MultiPoint } from 'geojson';
import type { Place } from '$lib/model/collection';
import { pointOfPlace, type Point } from '$lib/model/geodesy';

/** The base map's layers that are drawn in ink, WGS84. */
export interface InkLayers {
	coast: FeatureCollection;
	rivers: FeatureCollection;
}

/** A map for paper. All lengths are tenths of a millimetre, from its upper left corner. */
export interface InkMap {
	width: number;
	height: number;
	coast: string;
	rivers: string;
	parallels: { y: number; name: string }[];
	places: InkPlace[];
}

export interface InkPlace {
	name: string;
	x: number;
	y: number;
	/** It lies outside: the mark at the edge shows which way. */
	isBeyond: boolean;
	labelX: number;
	labelY: number;
	anchor: 'start' | 'end';
}

/** Degrees of ground that are shown round every place. */
const AROUND = 0.9;
const LETTER = 17;
const LINE = 34;

/** Coast, rivers, parallels and the places named, in ink only. What lies outside the frame is cut off. */
export function drawInkMap(
	{ coast, rivers }: InkLayers,
	places: readonly Pick<Place, 'name' | 'geometry'>[],
	{ width, height }: Pick<InkMap, 'width' | 'height'>
): InkMap {
	const pointed = places.flatMap((place) => {
		const point = pointOfPlace(place);
		return point ? [{ name: place.name, point }] : [];
	});
	const lines = places.flatMap(({ name, geometry }) =>
		geometry && 'latitude' in geometry ? [{ name, ...geometry }] : []
	);
	const near = withoutFar(pointed.map(({ point }) => point));
	const shown = [...near, ...lines.map(({ latitude }): Point => [near[0]?.[0] ?? 0, latitude])];
	const projection = geoMercator()
		.fitSize([width, height], groundOf(shown))
		.clipExtent([
			[0, 0],
			[width, height]
		]);
	const path = geoPath(projection).digits(0);
	const parallels = lines.flatMap(({ name, latitude }) => {
		const spot = projection([shown[0]?.[0] ?? 0, latitude]);
		return spot ? [{ name, y: Math.round(spot[1]) }] : [];
	});
	const spots = pointed.flatMap(({ name, point }) => {
		const spot = projection([point[0], point[1]]);
		if (!spot) return [];
		const [x, y] = [clamp(spot[0], width), clamp(spot[1], height)];
		return [{ name, x, y, isBeyond: !near.includes(point) }];
	});
	return {
		...{ width, height, parallels },
		coast: path(coast) ?? '',
		rivers: path(rivers) ?? '',
		places: writeNames(spots, parallels, width)
	};
}

const EDGE = 24;
const clamp = (value: number, most: number) => Math.round(Math.min(Math.max(value, EDGE), most - EDGE));

/** A place so far off that the map would shrink by a third for its sake stands at the edge. */
function withoutFar(points: readonly Point[]): Point[] {
	const reach = (some: readonly Point[]) =>
		Math.max(
			...[0, 1].map((axis) => {
				const values = some.map((point) => point[axis] ?? 0);
				return Math.max(...values) - Math.min(...values) + 2 * AROUND;
			})
		);
	const kept = [...points];
	while (kept.length > 3) {
		const smallest = kept
			.map((point) => kept.filter((one) => one !== point))
			.reduce((least, some) => (reach(some) < reach(least) ? some : least));
		if (reach(smallest) > (reach(kept) * 2) / 3) break;
		kept.splice(0, kept.length, ...smallest);
	}
	return kept;
}

function groundOf(points: readonly Point[]): MultiPoint {
	const coordinates = points.flatMap(([lon, lat]) => [
		[lon - AROUND, lat - AROUND],
		[lon + AROUND, lat + AROUND]
	]);
	return { type: 'MultiPoint', coordinates };
}

type Box = [left: number, top: number, right: number, bottom: number];

/** Each name beside its dot, where it covers no other name, no dot and no parallel as far as that can be had. */
function writeNames(
	spots: { name: string; x: number; y: number; isBeyond: boolean }[],
	parallels: { y: number }[],
	width: number
): InkMap['places'] {
	const taken: Box[] = [
		...spots.map(({ x, y }): Box => [x - 12, y - 12, x + 12, y + 12]),
		...parallels.map(({ y }): Box => [0, y - 6, width, y + 6])
	];
	return spots.map(({ name, x, y, isBeyond }) => {
		const off = isBeyond ? 40 : 20;
		const long = name.length * LETTER;
		const tries = [0, -22, 22].flatMap((up) => [
			{ labelX: x + off, labelY: y + 11 + up, anchor: 'start' as const },
			{ labelX: x - off, labelY: y + 11 + up, anchor: 'end' as const }
		]);
		const boxOf = ({ labelX, labelY, anchor }: (typeof tries)[number]): Box => {
			const left = anchor === 'start' ? labelX : labelX - long;
			return [left, labelY - LINE + 8, left + long, labelY + 8];
		};
		const isFree = ([left, top, right, bottom]: Box) =>
			left > 0 &&
			right < width &&
			taken.every(([l, t, r, b]) => right < l || left > r || bottom < t || top > b);
		const found = tries.find((one) => isFree(boxOf(one))) ?? tries.find((one) => boxOf(one)[2] < width);
		const label = found ?? { labelX: x - off, labelY: y + 11, anchor: 'end' as const };
		taken.push(boxOf(label));
		return { name, x, y, isBeyond, ...label };
	});
}
