import type { Feature, LineString, Point, Polygon } from 'geojson';
import type { Catalogue } from '$lib/model/catalogue';
import type { FrontAt } from '$lib/model/front-at';
import type { Flight } from '$lib/model/in-flight';
import type { FrontHeard } from '$lib/model/knowledge';
import type { Reference } from '$lib/model/references';
import type { Standing } from '$lib/state/lens.svelte';

/** Drawn in this order, from below. */
export const STORY_LAYERS = [
	'band',
	'pocket',
	'formation',
	'proposal',
	'parallel',
	'movement',
	'then',
	'front',
	'heard',
	'cable',
	'head',
	'place',
	'courier',
	'name'
] as const;

export type StoryLayer = (typeof STORY_LAYERS)[number];

/** The side of a meridian on which one of two fronts is shown. */
export type Half = 'west' | 'east';

/** How ground is filled, so that sides differ in grey too. */
export type Hatch = 'rising' | 'falling' | 'dotted';

export interface StoryProperties {
	/** Its own among all that are drawn. It stays with the record, whatever comes and goes beside it; only cables have it by turns. */
	key: string;
	/** The record it belongs to: what lights, what a click chooses. Several features may share one. */
	light: Reference;
	layer: StoryLayer;
	/** An ink of the house, or `ink` for what belongs to no side. */
	ink: string;
	hatch: Hatch;
	/** front, heard, then: claim, between, held. movement: proposed, reported, happened. cable: open, near. formation: now, elsewhen. place: its kind. */
	status: string;
	/** maybe: drawn half; faded: not known at the desk one looks from. What is hidden has no feature. */
	standing: Exclude<Standing, 'hidden'>;
	/** Broken line: perhaps known, or on its way with no arrival recorded. */
	dashed: boolean;
	/** The front as it was, beside the front as it was heard of. */
	thin: boolean;
	certainty: 'high' | 'medium' | 'low' | 'unknown';
	/** Ready to print, lines parted by \n; empty when nothing is written on the map. */
	label: string;
	/** Which label goes first where there is not room for all; 0 is the first. */
	rank: number;
	/** The zoom from which it is shown. */
	from: number;
	/** Heads of arrows: degrees clockwise from north. */
	heading: number;
	/** Cables: the names of both ends. */
	ends?: [string, string];
	/** Ground held apart: its name in one line. */
	name?: string;
}

export type StoryFeature = Feature<LineString | Polygon | Point, StoryProperties>;

/** The map parted between two moments, at a meridian. */
export interface Divided {
	longitude: number;
	/** The side of the moment compared with; that of the cursor has the other. */
	then: Half;
}

/** What the map tells at one moment. */
export interface Moment {
	catalogue: Catalogue;
	/** Milliseconds UTC. */
	cursor: number;
	front: FrontAt | null;
	/** The document that is open. */
	document: string;
	selection: Reference | null;
	/** The desk one looks from; null for nowhere in particular. */
	seenFrom?: string | null;
	/** The front as that desk last heard of it; null when no document tells. */
	heard?: FrontHeard | null;
	/** The front of the moment that is compared with the cursor's. */
	then?: FrontAt | null;
	/** Where the two fronts meet, and on which side that of the moment compared with stands; null while they lie over each other. */
	divided?: Divided | null;
	/** Documents on their way at the cursor. */
	flights?: readonly Flight[];
	/** How a record is to be drawn; everything plainly when it is missing. */
	standing?: (reference: Reference) => Standing;
}

/** How a record stands, `hidden` by its being null. */
export function standingOf({ standing }: Moment, reference: Reference): StoryProperties['standing'] | null {
	const found = standing?.(reference) ?? 'shown';
	return found === 'hidden' ? null : found;
}

/** A feature with what most have in common filled in. */
export function tell(
	geometry: StoryFeature['geometry'],
	properties: Pick<StoryProperties, 'light' | 'layer'> & Partial<Omit<StoryProperties, 'key'>>
): StoryFeature {
	const common = {
		key: '',
		ink: 'ink',
		hatch: 'rising' as const,
		status: '',
		standing: 'shown' as const,
		dashed: false,
		thin: false,
		certainty: 'high' as const,
		label: '',
		rank: 0,
		from: 0,
		heading: 0
	};
	return { type: 'Feature', geometry, properties: { ...common, ...properties } };
}

export function pointAt([lon, lat]: readonly [number, number]): Point {
	return { type: 'Point', coordinates: [lon, lat] };
}

export function lineAlong(positions: readonly (readonly [number, number])[]): LineString {
	return { type: 'LineString', coordinates: positions.map(([lon, lat]) => [lon, lat]) };
}

const HATCHES: readonly Hatch[] = ['rising', 'falling', 'dotted'];

/** Ink and hatch of a side of the collection. */
export function lookOf(catalogue: Catalogue, side: string | undefined): { ink: string; hatch: Hatch } {
	const index = catalogue.about.sides.findIndex(({ id }) => id === side);
	return {
		ink: catalogue.about.sides[index]?.ink ?? 'ink',
		hatch: HATCHES[Math.max(index, 0) % HATCHES.length] ?? 'rising'
	};
}

/** Breaks a label into lines of about equal length, at most so many letters where words allow; a word is never cut. */
export function wrap(label: string, most = 20): string {
	const length = breadthOf(label);
	const even = Math.ceil(length / Math.ceil(length / most)) + 2;
	const lines: string[] = [];
	for (const piece of label.match(PIECES) ?? []) {
		const last = lines.at(-1);
		if (last !== undefined && breadthOf(last + piece) <= even) lines[lines.length - 1] = last + piece;
		else lines.push(piece.trimStart());
	}
	return lines.join('\n');
}

/** A word with the space before it; of Chinese, which has none, a character with the marks that may not part from it. */
const PIECES = /\s?(?:[（《“]*\p{Script=Han}[，。、；：）》”]*|[^\s\p{Script=Han}]+)/gu;

/** Characters that fill a square count twice. */
function breadthOf(text: string): number {
	return [...text].reduce((sum, letter) => sum + (letter >= '\u2e80' ? 2 : 1), 0);
}
