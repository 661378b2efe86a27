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
	light: Reference;
	name: string;
	others: OtherName[];
}

export interface ListGroup {
	title: string;
	items: ListItem[];
}

/** The map in words: what is drawn, by kind; of the places, those in the picture, from north to south. Empty groups are left out. */
export function groupFeatures(
	catalogue: Catalogue,
	story: readonly StoryFeature[],
	camera: Camera,
	size: Size
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
	const groups: [string, StoryFeature[]][] = [
		[m.map_list_lines(), of('parallel')],
		[m.map_list_fronts(), of('front')],
		[m.map_list_formations(), of('formation')],
		[m.map_list_movements(), of('movement', 'proposal')],
		[m.map_list_cables(), of('cable')],
		[m.map_list_places(), inView]
	];
	return groups
		.map(([title, features]) => ({
			title,
			items: [...new Set(features.map(({ properties }) => properties.light))].map((light) =>
				itemOf(catalogue, light)
			)
		}))
		.filter(({ items }) => items.length > 0);
}

function latitudeOf({ geometry }: StoryFeature): number {
	return geometry.type === 'Point' ? (geometry.coordinates[1] ?? 0) : 0;
}

function itemOf(catalogue: Catalogue, light: Reference): ListItem {
	const { kind, id } = parseReference(light) ?? { kind: 'place', id: '' };
	const record = kind === 'place' || kind === 'formation' ? catalogue.find(kind, id) : undefined;
	const names = record?.names ?? [];
	return {
		light,
		name: catalogue.titleOf(light),
		others: names
			.filter(({ use }) => use === 'modern' || use === 'native')
			.map(({ text, lang }) => ({ text, lang }))
	};
}
