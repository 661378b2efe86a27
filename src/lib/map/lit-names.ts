import type { Reference } from '$lib/model/references';
import type { Camera } from '$lib/state/url';
import { furniture } from './frame';
import { wishForPlace, type MapLabel } from './label-wishes';
import { placeLabels, type PlacedLabel } from './labels';
import type { LightState } from './lights';
import { insideOf, offsetOf, type LonLat, type Size, type Spot } from './mercator';
import type { StoryFeature } from './told';

/** A place that is pointed at or chosen, or belongs to what is, while the picture has no room for its name. */
export interface LitPlace {
	light: Reference;
	/** The kind of place. */
	status: string;
	spot: Spot;
	/** Missing where many are lit at once and not all names fit. */
	label: PlacedLabel<MapLabel> | undefined;
}

/** @param named the records whose names are in the picture already */
export function findLitPlaces(
	story: readonly StoryFeature[],
	lights: ReadonlyMap<Reference, LightState>,
	named: ReadonlySet<Reference>,
	camera: Camera,
	size: Size
): LitPlace[] {
	const places = story.flatMap(({ geometry, properties }) => {
		const { light, layer, status } = properties;
		const state = lights.get(light);
		if (layer !== 'place' || geometry.type !== 'Point' || named.has(light)) return [];
		if (!state) return [];
		const spot = offsetOf(geometry.coordinates as unknown as LonLat, camera);
		const isInside = Math.abs(spot[0]) < size.width / 2 && Math.abs(spot[1]) < size.height / 2;
		return isInside ? [{ light, status, spot, wish: wishForPlace(light, properties, spot, size) }] : [];
	});
	const wishes = places.map(({ wish }) => wish);
	const labels = placeLabels(wishes, furniture(camera, size), insideOf(size));
	return places.map(({ light, status, spot }) => ({
		light,
		status,
		spot,
		label: labels.find(({ id }) => id === light)
	}));
}
