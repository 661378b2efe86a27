import type { Catalogue } from '$lib/model/catalogue';
import { parseReference, type Reference } from '$lib/model/references';
import { m } from '$lib/paraglide/messages';
import type { Camera } from '$lib/state/url';
import { extentOf, type Size } from './mercator';
import type { StoryFeature } from './told';

/** A name in another script or spelling. */
export interface OtherName {
	text: string;
	lang: string;
}

export interface ListItem {
	key: string;
	light: Reference;
	name: string;
	others: OtherName[];
	/** How it stands: on its way, perhaps known, compared, ... */
	notes: string[];
}

export interface ListGroup {
	title: string;
	items: ListItem[];
	/** What is left out, counted. */
	more?: string;
}

/** So many places are listed at once. */
const MOST_PLACES = 60;

/** The map in words: what is drawn, by kind; of the places, those in the picture, from north to south. Empty groups are left out. */
export function groupFeatures(
	catalogue: Catalogue,
	story: readonly StoryFeature[],
	camera: Camera,
	size: Size,
	cablesLeft = 0
): ListGroup[] {
	const { west, south, east, north } = extentOf(camera, size);
	const inView = story
		.filter(({ geometry, properties }) => {
			if (properties.layer !== 'place' || geometry.type !== 'Point') return false;
			const [lon = 0, lat = 0] = geometry.coordinates;
			return properties.from <= camera.zoom && lon >= west && lon <= east && lat >= south && lat <= north;
		})
		.sort((a, b) => latitudeOf(b) - latitudeOf(a));
	const of = (...layers: string[]) => story.filter(({ properties }) => layers.includes(properties.layer));
	const listed = inView.toSorted((a, b) => a.properties.rank - b.properties.rank).slice(0, MOST_PLACES);
	const left = inView.length - listed.length;
	const groups: [string, StoryFeature[], string?][] = [
		[m.map_list_lines(), of('parallel')],
		[m.map_list_fronts(), of('front', 'heard', 'then', 'pocket')],
		[m.map_list_formations(), of('formation')],
		[m.map_list_movements(), of('movement', 'proposal')],
		[
			m.map_list_cables(),
			[...of('courier'), ...of('cable')],
			cablesLeft > 0 ? m.map_list_cables_more({ count: cablesLeft }) : undefined
		],
		[
			m.map_list_places(),
			inView.filter((feature) => listed.includes(feature)),
			left > 0 ? m.map_list_places_more({ count: left }) : undefined
		]
	];
	return groups
		.map(([title, features, more]) => ({
			title,
			...(more !== undefined && { more }),
			items: firstOfEach(features).map((feature) => itemOf(catalogue, feature))
		}))
		.filter(({ items }) => items.length > 0);
}

/** The first feature of each thing, in order. */
function firstOfEach(features: readonly StoryFeature[]): StoryFeature[] {
	const first = new Map<string, StoryFeature>();
	for (const feature of features) if (!first.has(keyOf(feature))) first.set(keyOf(feature), feature);
	return [...first.values()];
}

/** Ground held apart belongs to its claim and has a name of its own; a front may be drawn as ours and as heard. */
function keyOf({ properties: { light, layer, name } }: StoryFeature): string {
	if (name) return `${light} ${name}`;
	return layer === 'heard' || layer === 'then' ? `${light} ${layer}` : light;
}

function latitudeOf({ geometry }: StoryFeature): number {
	return geometry.type === 'Point' ? (geometry.coordinates[1] ?? 0) : 0;
}

function itemOf(catalogue: Catalogue, feature: StoryFeature): ListItem {
	const { light, name } = feature.properties;
	const { kind, id } = parseReference(light) ?? { kind: 'place', id: '' };
	const record = kind === 'place' || kind === 'formation' ? catalogue.find(kind, id) : undefined;
	const names = record?.names ?? [];
	return {
		key: keyOf(feature),
		light,
		name: name ?? catalogue.titleOf(light),
		others: names
			.filter(({ use }) => use === 'modern' || use === 'native')
			.map(({ text, lang }) => ({ text, lang })),
		notes: notesOf(feature.properties)
	};
}

function notesOf({ layer, standing, dashed, status }: StoryFeature['properties']): string[] {
	const isCable = layer === 'cable' || layer === 'courier';
	const notes: [boolean, () => string][] = [
		[layer === 'heard', m.map_list_heard],
		[layer === 'then', m.map_list_then],
		[layer === 'front' && status === 'between', m.map_front_between_label],
		[layer === 'courier', m.map_list_moving],
		[layer === 'cable' && dashed && standing !== 'maybe', m.map_list_adrift],
		[standing === 'maybe', m.map_list_maybe],
		[standing === 'faded' && (isCable || layer === 'movement' || layer === 'proposal'), m.map_list_faded]
	];
	return notes.filter(([holds]) => holds).map(([, say]) => say());
}
