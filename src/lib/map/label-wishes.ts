import type { Reference } from '$lib/model/references';
import type { Camera } from '$lib/state/url';
import { edgeWords } from './edge-words';
import { furniture } from './frame';
import {
	boxesAlong,
	LINE_HEIGHT,
	placeLabels,
	type Box,
	type LabelWish,
	type PlacedLabel,
	type Setting
} from './labels';
import { insideOf, offsetOf, type LonLat, type Size, type Spot } from './mercator';
import { hasDot } from './story-places';
import type { StoryFeature, StoryProperties } from './told';

export type MapLabel = LabelWish & { properties: StoryProperties; kind: LabelKind };
export type LabelKind = 'line' | 'story' | 'capital' | 'town' | 'water' | 'land';

/** Lines that no name may cover. */
const KEPT_CLEAR: ReadonlySet<string> = new Set(['parallel', 'front', 'heard', 'then', 'movement', 'cable']);
const CLEARANCE = 6;

/** What the picture wants to have written on it, and the lines that must stay clear. Pixels from the middle of the picture. */
export function wishesOf(
	story: readonly StoryFeature[],
	camera: Camera,
	size: Size
): { wishes: MapLabel[]; obstacles: Box[] } {
	const wishes: MapLabel[] = [];
	const obstacles: Box[] = [];
	for (const { geometry, properties } of story) {
		const { key: id, layer, label, status } = properties;
		if (geometry.type === 'LineString') {
			const spots = geometry.coordinates.map((position) => offsetOf(position as unknown as LonLat, camera));
			if (KEPT_CLEAR.has(layer) && status !== 'near')
				obstacles.push(...clip(boxesAlong(spots, CLEARANCE), size));
			if (label) wishes.push(wishAlong(id, properties, spots, size));
		} else if (geometry.type === 'Point' && label) {
			const spot = offsetOf(geometry.coordinates as unknown as LonLat, camera);
			const isShown =
				camera.zoom >= properties.from &&
				Math.abs(spot[0]) < size.width / 2 &&
				Math.abs(spot[1]) < size.height / 2;
			if (!isShown) continue;
			if (layer !== 'place') wishes.push(wishAround(id, properties, spot, size));
			else {
				wishes.push(wishForPlace(id, properties, spot, size));
				if (hasDot(status)) obstacles.push({ x: spot[0] - 3, y: spot[1] - 3, width: 6, height: 6 });
			}
		}
	}
	return { wishes, obstacles };
}

/** Along a line: above or below it, at some part of its way through the picture. */
function wishAlong(
	id: string,
	properties: StoryProperties,
	spots: Spot[],
	{ width, height, letters: grown = 1 }: Size
): MapLabel {
	const letters = 12.5 * grown;
	const inside = sample(spots).filter(([x, y]) => Math.abs(x) < width / 2 && Math.abs(y) < height / 2);
	const shares =
		properties.layer === 'parallel'
			? [0.06, 0.9, 0.99, 0.78, 0.2, 0.5, 0.35, 0.65]
			: [0.15, 0.85, 0.3, 0.7, 0.5];
	const settings = shares.flatMap((share): Setting[] => {
		const at = inside[Math.floor(share * (inside.length - 1))];
		if (!at) return [];
		const anchor = share < 0.25 ? 'start' : share > 0.75 ? 'end' : 'middle';
		return [
			{ x: at[0], y: at[1] - 7, anchor },
			{ x: at[0], y: at[1] + letters + 5, anchor },
			{ x: at[0] + 12, y: at[1] + letters + 10, anchor: 'start' },
			{ x: at[0] - 12, y: at[1] - 12, anchor: 'end' }
		];
	});
	if (properties.layer !== 'parallel') settings.unshift(...pastEnds(inside, letters));
	return {
		id,
		properties,
		kind: 'line',
		lines: properties.label.split('\n'),
		size: letters,
		rank: properties.rank,
		settings
	};
}

/** Off the ends of a line, where it leaves the land, if the picture shows so much. */
function pastEnds(inside: Spot[], letters: number): Setting[] {
	const [first, last] = [inside[0], inside.at(-1)];
	if (!first || !last) return [];
	const [east, west] = first[0] > last[0] ? [first, last] : [last, first];
	return [0, -1.2, 1.2, -2.4, 2.4].flatMap((lines): Setting[] => [
		{ x: east[0] + 9, y: east[1] + letters * (0.35 + lines), anchor: 'start' },
		{ x: west[0] - 9, y: west[1] + letters * (0.35 + lines), anchor: 'end' }
	]);
}

function sample(spots: Spot[]): Spot[] {
	return spots.slice(1).flatMap((to, index) => {
		const from = spots[index] ?? to;
		const steps = Math.min(Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / 8), 600);
		return Array.from({ length: steps }, (_, step): Spot => {
			const share = step / steps;
			return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
		});
	});
}

/** Words of the story: over their ground, else beside it, ever further out. */
function wishAround(
	id: string,
	properties: StoryProperties,
	[x, y]: Spot,
	{ letters: grown = 1 }: Size
): MapLabel {
	const lines = properties.label.split('\n');
	const letters = 12 * grown;
	const up = (lines.length - 1) * letters * LINE_HEIGHT;
	const settings: Setting[] = [{ x, y: y - up / 2 + letters / 3, anchor: 'middle' }];
	const level = y - up / 2 + letters / 3;
	for (const away of [22, 44, 70, 100].map((one) => one * grown)) {
		const slant = away * 0.75;
		settings.push(
			{ x: x + away, y: level, anchor: 'start' },
			{ x: x - away, y: level, anchor: 'end' },
			{ x, y: y + away, anchor: 'middle' },
			{ x, y: y - away - up, anchor: 'middle' },
			{ x: x + slant, y: y + slant, anchor: 'start' },
			{ x: x - slant, y: y + slant, anchor: 'end' },
			{ x: x + slant, y: y - slant - up, anchor: 'start' },
			{ x: x - slant, y: y - slant - up, anchor: 'end' }
		);
	}
	return {
		...{ id, properties, kind: 'story', lines, size: letters, rank: properties.rank, settings },
		origin: [x, y]
	};
}

/** Names of places: beside the dot, or over what has none. */
export function wishForPlace(
	id: string,
	properties: StoryProperties,
	spot: Spot,
	{ letters = 1 }: Size
): MapLabel {
	return hasDot(properties.status)
		? wishBeside(id, properties, spot, letters)
		: wishOver(id, properties, spot, letters);
}

function wishBeside(id: string, properties: StoryProperties, [x, y]: Spot, grown: number): MapLabel {
	const isCapital = properties.status === 'capital';
	const letters = (isCapital ? 14 : 12.5) * grown;
	const settings: Setting[] = [
		{ x: x + 7, y: y + letters * 0.34, anchor: 'start' },
		{ x: x - 7, y: y + letters * 0.34, anchor: 'end' },
		{ x, y: y - 8, anchor: 'middle' },
		{ x, y: y + letters + 5, anchor: 'middle' },
		{ x: x + 6, y: y - 6, anchor: 'start' },
		{ x: x - 6, y: y + letters + 3, anchor: 'end' },
		{ x: x + 6, y: y + letters + 3, anchor: 'start' },
		{ x: x - 6, y: y - 6, anchor: 'end' },
		{ x: x - 9, y: y + letters * 2, anchor: 'middle' }
	];
	const wish = { id, properties, lines: [properties.label], size: letters, rank: properties.rank };
	if (!isCapital) return { ...wish, kind: 'town', settings };
	// A capital is named even in the thick of the story, if need be at the end of a leader.
	for (const away of [26, 44, 66, 90]) {
		settings.push(
			{ x: x - away, y: y + letters * 0.34, anchor: 'end' },
			{ x: x + away, y: y + letters * 0.34, anchor: 'start' },
			{ x: x - away, y: y - away * 0.6, anchor: 'end' },
			{ x: x - away, y: y + away * 0.6, anchor: 'end' },
			{ x: x + away, y: y - away * 0.6, anchor: 'start' },
			{ x: x + away, y: y + away * 0.6, anchor: 'start' }
		);
	}
	return { ...wish, kind: 'capital', settings, origin: [x, y] };
}

/** Names of seas, rivers and ranges: over the place, spaced. */
function wishOver(id: string, properties: StoryProperties, [x, y]: Spot, grown: number): MapLabel {
	const isWater = properties.status === 'sea' || properties.status === 'river';
	const letters = (properties.status === 'sea' ? 13 : 12) * grown;
	const lines = properties.label.split('\n');
	const start = y - ((lines.length - 1) * letters * LINE_HEIGHT) / 2 + letters / 3;
	const settings = [0, 18, -18, 36, -36].map((shift): Setting => ({ x, y: start + shift, anchor: 'middle' }));
	const kind = isWater ? 'water' : 'land';
	return { id, properties, kind, lines, size: letters, spaced: 0.09, rank: properties.rank, settings };
}

/** All that is written on the picture, set so that nothing stands on anything else. */
export function setLabels(
	story: readonly StoryFeature[],
	camera: Camera,
	size: Size
): PlacedLabel<MapLabel>[] {
	const { wishes, obstacles } = wishesOf(story, camera, size);
	const edges = edgeWords(story, camera, size).map(({ box }) => box);
	return placeLabels(wishes, [...obstacles, ...edges, ...furniture(camera, size)], insideOf(size));
}

/** The record whose words stand at a spot, pixels from the middle of the picture. */
export function findWord(labels: readonly PlacedLabel<MapLabel>[], [x, y]: Spot): Reference | null {
	const found = labels.find(
		({ box }) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
	);
	return found?.properties.light ?? null;
}

function clip(boxes: Box[], { width, height }: Size): Box[] {
	return boxes.filter(({ x, y }) => Math.abs(x) < width / 2 + 20 && Math.abs(y) < height / 2 + 20);
}
