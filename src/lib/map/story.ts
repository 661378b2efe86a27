import { tellCables } from './story-cables';
import { tellFronts } from './story-fronts';
import { tellFormations, tellParallels } from './story-ground';
import { tellMovements } from './story-movements';
import { tellPlaces } from './story-places';
import { STORY_LAYERS, type Moment, type StoryFeature } from './told';

/** Everything both renderers draw over the base map, in drawing order. */
export function storyFeatures(moment: Moment): StoryFeature[] {
	return inDrawingOrder([
		...tellParallels(moment),
		...tellFronts(moment),
		...tellFormations(moment),
		...tellMovements(moment),
		...tellCables(moment).features,
		...tellPlaces(moment)
	]);
}

/** Cables come and go by the dozen: what was drawn for one serves the next. */
const IN_TURN: ReadonlySet<string> = new Set(['cable', 'head', 'courier']);

/** From below to above, each with its key. */
export function inDrawingOrder(features: readonly StoryFeature[]): StoryFeature[] {
	const order = ({ properties }: StoryFeature) => STORY_LAYERS.indexOf(properties.layer);
	const seen = new Map<string, number>();
	return features
		.toSorted((a, b) => order(a) - order(b) || b.properties.rank - a.properties.rank)
		.map((feature) => {
			const { light, layer } = feature.properties;
			const way = IN_TURN.has(layer) ? layer : `${light} ${layer}`;
			const before = seen.get(way) ?? 0;
			seen.set(way, before + 1);
			return { ...feature, properties: { ...feature.properties, key: `${way} ${before}` } };
		});
}
