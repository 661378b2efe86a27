import type { Light } from '$lib/model/catalogue';
import { parseReference, referTo, type Reference } from '$lib/model/references';
import type { ViewState } from '$lib/state/view.svelte';
import type { Extent } from './mercator';
import type { StoryFeature } from './told';

export interface LightState {
	lit: boolean;
	related: boolean;
	selected: boolean;
}

/** How every record of the story stands at the moment; records without a light are left out. */
export function lightsOf(references: Iterable<Reference>, view: ViewState): Map<Reference, LightState> {
	const lights = new Map<Reference, LightState>();
	for (const reference of references) {
		const state = {
			lit: view.isLit(reference),
			related: view.isRelated(reference),
			selected: view.isSelected(reference)
		};
		if (state.lit || state.related || state.selected) lights.set(reference, state);
	}
	return lights;
}

/** The record a light is about: itself, or what a phrase speaks of. */
export function recordOf(light: Light | null, view: ViewState): Reference | null {
	if (!light) return null;
	const [document = '', phrase = ''] = light.replace(/^annotation:/, '').split('/');
	if (!light.startsWith('annotation:')) return parseReference(light) ? (light as Reference) : null;
	return view.catalogue.findPhrase(document, phrase)?.target ?? referTo('document', document);
}

/** The smallest extent that holds all that is drawn of a record; null when nothing is. */
export function reachOf(reference: Reference, story: readonly StoryFeature[]): Extent | null {
	const positions = story
		.filter(({ properties }) => properties.light === reference)
		.flatMap(({ geometry }) =>
			geometry.type === 'Point'
				? [geometry.coordinates]
				: geometry.type === 'LineString'
					? geometry.coordinates
					: geometry.coordinates.flat()
		);
	if (positions.length === 0) return null;
	const lons = positions.map(([lon = 0]) => lon);
	const lats = positions.map(([, lat = 0]) => lat);
	return {
		west: Math.min(...lons),
		south: Math.min(...lats),
		east: Math.max(...lons),
		north: Math.max(...lats)
	};
}

export function overlap(a: Extent, b: Extent): boolean {
	return a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;
}
