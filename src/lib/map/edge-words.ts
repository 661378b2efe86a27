import { m } from '$lib/paraglide/messages';
import type { Camera } from '$lib/state/url';
import { farEnds, furniture, type FarEnd } from './frame';
import { placeLabels, type LabelWish, type PlacedLabel } from './labels';
import { insideOf, type Size } from './mercator';
import type { StoryFeature } from './told';

/** Where an open cable comes from or goes to that has its other end outside: set so that it stands on nothing of the frame. */
export type EdgeWord = PlacedLabel<LabelWish & { end: FarEnd }>;

export function edgeWords(story: readonly StoryFeature[], camera: Camera, size: Size): EdgeWord[] {
	const { letters = 1 } = size;
	const wishes = farEnds(story, camera, size).map((end, index) => {
		const { feature, place, direction, spot } = end;
		const [x, y] = spot;
		const anchors = x > 0 ? (['end', 'start'] as const) : (['start', 'end'] as const);
		return {
			end,
			// A cable by way of others leaves the picture once for each stretch of its way.
			id: `${feature.properties.light} ${direction} ${index}`,
			lines: [direction === 'from' ? m.map_edge_from({ place }) : m.map_edge_to({ place })],
			size: 12.5 * letters,
			rank: 0,
			settings: anchors.flatMap((anchor) => {
				const aside = anchor === 'end' ? -12 : 12;
				return [4, 22, -14, 44, -36].map((down) => ({ x: x + aside, y: y + down * letters, anchor }));
			})
		};
	});
	return placeLabels(wishes, furniture(camera, size), insideOf(size));
}
