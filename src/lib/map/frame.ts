import { geoGraticule } from 'd3';
import type { MultiLineString } from 'geojson';
import type { Camera } from '$lib/state/url';
import type { Box } from './labels';
import {
	extentOf,
	offsetOf,
	scaleAt,
	unitsPerKm,
	type Extent,
	type LonLat,
	type Size,
	type Spot
} from './mercator';
import type { StoryFeature } from './told';

/** Degrees between the lines of the graticule. */
export function graticuleStep(zoom: number): number {
	if (zoom < 4.2) return 10;
	if (zoom < 5.6) return 2;
	return zoom < 8 ? 1 : 0.5;
}

export function graticule(step: number, { west, south, east, north }: Extent): MultiLineString {
	const lines = geoGraticule()
		.extent([
			[west, south],
			[east, north]
		])
		.step([step, step])();
	return lines;
}

/** A degree written at the frame: pixels from the middle of the picture along one side. */
export interface DegreeMark {
	degrees: number;
	offset: number;
}

export function degreeMarks(
	camera: Camera,
	size: Size
): { latitudes: DegreeMark[]; longitudes: DegreeMark[] } {
	const { west, south, east, north } = extentOf(camera, size);
	const step = graticuleStep(camera.zoom);
	const multiples = (from: number, to: number) =>
		Array.from(
			{ length: Math.max(Math.floor(to / step) - Math.ceil(from / step) + 1, 0) },
			(_, index) => (Math.ceil(from / step) + index) * step
		);
	return {
		latitudes: multiples(south, north)
			.map((degrees) => ({ degrees, offset: offsetOf([camera.centre[0], degrees], camera)[1] }))
			.filter(({ offset }) => Math.abs(offset) < size.height / 2 - 24),
		longitudes: multiples(west, east)
			.map((degrees) => ({ degrees, offset: offsetOf([degrees, camera.centre[1]], camera)[0] }))
			.filter(({ offset }) => Math.abs(offset) < size.width / 2 - 30)
	};
}

/** A round number of km and its length in CSS pixels at the middle of the picture: at most `most` pixels. */
export function scaleBar({ centre, zoom }: Camera, most = 120): { km: number; length: number } {
	const perKm = unitsPerKm(centre[1]) * scaleAt(zoom);
	const widest = most / perKm;
	const power = 10 ** Math.floor(Math.log10(widest));
	const km = ([5, 2, 1].find((digit) => digit * power <= widest) ?? 1) * power;
	return { km, length: km * perKm };
}

/** What lies over the picture and must not be written on: the buttons and the scale. Pixels from the middle. */
export function furniture(camera: Camera, { width, height, letters = 1, taken = [] }: Size): Box[] {
	const [across, down, low] = [56 * letters, 168 * letters, SCALE_HEIGHT * letters];
	return [
		...taken,
		{ x: width / 2 - across, y: -height / 2, width: across, height: down },
		{ x: -width / 2, y: height / 2 - low, width: scaleBar(camera).length + 74 * letters, height: low }
	];
}

/** Where letters have their usual size. */
export const SCALE_HEIGHT = 26;

/** Where an open cable leaves the picture, and the end that lies beyond. Pixels from the middle. */
export interface FarEnd {
	feature: StoryFeature;
	place: string;
	direction: 'from' | 'to';
	spot: Spot;
}

const MARGIN = 22;

export function farEnds(story: readonly StoryFeature[], camera: Camera, { width, height }: Size): FarEnd[] {
	const isInside = ([x, y]: Spot) => Math.abs(x) < width / 2 - MARGIN && Math.abs(y) < height / 2 - MARGIN;
	return story.flatMap((feature): FarEnd[] => {
		const { geometry, properties } = feature;
		if (geometry.type !== 'LineString' || properties.layer !== 'cable' || properties.status !== 'open')
			return [];
		const spots = geometry.coordinates.map((position) => offsetOf(position as unknown as LonLat, camera));
		const [first, last] = [spots.findIndex(isInside), spots.findLastIndex(isInside)];
		if (first < 0 || !properties.ends) return [];
		const [from, to] = properties.ends;
		const found: FarEnd[] = [];
		if (first > 0)
			found.push({ feature, place: from, direction: 'from', spot: edge(spots, first, first - 1, isInside) });
		if (last < spots.length - 1)
			found.push({ feature, place: to, direction: 'to', spot: edge(spots, last, last + 1, isInside) });
		return found;
	});
}

/** The last spot inside between two neighbours of which the first is inside. */
function edge(spots: Spot[], inside: number, outside: number, isInside: (spot: Spot) => boolean): Spot {
	let near: Spot = spots[inside] ?? [0, 0];
	let far: Spot = spots[outside] ?? [0, 0];
	for (let halving = 0; halving < 8; halving++) {
		const middle: Spot = [(near[0] + far[0]) / 2, (near[1] + far[1]) / 2];
		if (isInside(middle)) near = middle;
		else far = middle;
	}
	return near;
}
