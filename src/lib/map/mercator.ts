import { geoMercatorRaw, geoPath, geoTransform } from 'd3';
import type { Camera } from '$lib/state/url';
import type { Box } from './labels';

export type LonLat = readonly [number, number];
/** East and south in map units. */
export type Spot = readonly [number, number];
/** CSS pixels. */
export interface Size {
	width: number;
	height: number;
	/** How much larger than usual the page's letters are: on a wall, or as the reader set them. */
	letters?: number;
	/** What lies over the picture besides its own buttons and must not be written on; from its middle. */
	taken?: readonly Box[];
}
/** Degrees. */
export interface Extent {
	west: number;
	south: number;
	east: number;
	north: number;
}

/** Side of the square world in map units: one unit is one CSS pixel at zoom 5 (the engine's world is 512 px at zoom 0). */
export const WORLD = 512 * 2 ** 5;
export const NEAREST_ZOOM = 10;

/** The room an opening camera is meant for; also what a server, which cannot measure, takes the room to be. */
export const OPENING_ROOM: Size = { width: 800, height: 560 };
/** How many steps of zoom an opening camera gives up in a smaller room, and gains in a larger one, at most. */
const OPENING_FIT = { least: -0.4, most: 1 };

const RADIUS = WORLD / (2 * Math.PI);
const EQUATOR_KM = 40_075;
const toRadians = Math.PI / 180;

/** Longitudes beyond ±180° go on past the edge of the world, so that a line across the date line stays whole. */
export function project([lon, lat]: LonLat): Spot {
	const [x, y] = geoMercatorRaw(lon * toRadians, lat * toRadians);
	return [WORLD / 2 + x * RADIUS, WORLD / 2 - y * RADIUS];
}

export function unproject([x, y]: Spot): [number, number] {
	const angle = 2 * Math.atan(Math.exp((WORLD / 2 - y) / RADIUS)) - Math.PI / 2;
	return [(x - WORLD / 2) / RADIUS / toRadians, angle / toRadians];
}

/** CSS pixels to a map unit. */
export function scaleAt(zoom: number): number {
	return 2 ** (zoom - 5);
}

export function unitsPerKm(latitude: number): number {
	return WORLD / (EQUATOR_KM * Math.cos(latitude * toRadians));
}

/** Path strings in map units. Positions are joined by straight lines on the map, as the engine joins them, not by great circles. */
export const drawPath = geoPath(
	geoTransform({
		point(lon, lat) {
			const [x, y] = project([lon, lat]);
			this.stream.point(x, y);
		}
	})
).digits(2);

/** Where a position stands, in CSS pixels from the middle of the picture. */
export function offsetOf(position: LonLat, { centre, zoom }: Camera): Spot {
	const [x, y] = project(position);
	const [middleX, middleY] = project(centre);
	return [(x - middleX) * scaleAt(zoom), (y - middleY) * scaleAt(zoom)];
}

/** The longitude so many CSS pixels east of the middle. */
export function longitudeAt(x: number, { centre, zoom }: Camera): number {
	const [middleX, middleY] = project(centre);
	return unproject([middleX + x / scaleAt(zoom), middleY])[0];
}

/** The camera after the picture was moved by so many CSS pixels and zoomed about a point (pixels from its middle). */
export function moveCamera(
	{ centre, zoom }: Camera,
	by: Spot,
	zoomBy = 0,
	[aboutX, aboutY]: Spot = [0, 0]
): Camera {
	const scale = scaleAt(zoom);
	const grown = scaleAt(zoom + zoomBy);
	const [x, y] = project(centre);
	const kept: Spot = [x + (aboutX - by[0]) / scale, y + (aboutY - by[1]) / scale];
	return { centre: unproject([kept[0] - aboutX / grown, kept[1] - aboutY / grown]), zoom: zoom + zoomBy };
}

/** The nearest camera that shows nothing from outside the extent: the rule the engine keeps by its bounds. */
export function clampCamera({ centre, zoom }: Camera, extent: Extent, { width, height }: Size): Camera {
	const [west, north] = project([extent.west, extent.north]);
	const [east, south] = project([extent.east, extent.south]);
	const leastScale = Math.max(width / (east - west), height / (south - north));
	const fitting = Math.min(Math.max(zoom, 5 + Math.log2(leastScale)), NEAREST_ZOOM);
	const scale = scaleAt(fitting);
	const [x, y] = project(centre);
	const clamp = (value: number, from: number, to: number, length: number) =>
		Math.min(Math.max(value, from + length / 2 / scale), Math.max(to - length / 2 / scale, from));
	return { centre: unproject([clamp(x, west, east, width), clamp(y, north, south, height)]), zoom: fitting };
}

/** The camera that shows in this room about the ground an opening camera shows in the room it is meant for. */
export function fitOpening({ centre, zoom }: Camera, { width, height }: Size): Camera {
	const share = Math.min(width / OPENING_ROOM.width, height / OPENING_ROOM.height);
	const { least, most } = OPENING_FIT;
	return { centre, zoom: zoom + Math.min(Math.max(Math.log2(share), least), most) };
}

/** The nearest camera that shows a whole extent, with a margin in CSS pixels. */
export function fitExtent(
	{ west, south, east, north }: Extent,
	{ width, height }: Size,
	margin: number
): Camera {
	const [left, top] = project([west, north]);
	const [right, bottom] = project([east, south]);
	const scale = Math.min(
		Math.max(width - 2 * margin, 1) / Math.max(right - left, 1e-6),
		Math.max(height - 2 * margin, 1) / Math.max(bottom - top, 1e-6)
	);
	const zoom = Math.min(5 + Math.log2(scale), NEAREST_ZOOM);
	return { centre: unproject([(left + right) / 2, (top + bottom) / 2]), zoom };
}

export function sameCamera(a: Camera, b: Camera): boolean {
	const near = (one: number, other: number) => Math.abs(one - other) < 1e-5;
	return near(a.centre[0], b.centre[0]) && near(a.centre[1], b.centre[1]) && near(a.zoom, b.zoom);
}

/** The picture as a box about its middle. */
export function insideOf({ width, height }: Size): { x: number; y: number; width: number; height: number } {
	const margin = 3;
	return {
		x: margin - width / 2,
		y: margin - height / 2,
		width: width - 2 * margin,
		height: height - 2 * margin
	};
}

/** What the camera shows. */
export function extentOf({ centre, zoom }: Camera, { width, height }: Size): Extent {
	const [x, y] = project(centre);
	const scale = scaleAt(zoom);
	const [west, north] = unproject([x - width / 2 / scale, y - height / 2 / scale]);
	const [east, south] = unproject([x + width / 2 / scale, y + height / 2 / scale]);
	return { west, south, east, north };
}
