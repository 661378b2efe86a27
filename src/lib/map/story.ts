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

export function inDrawingOrder(features: readonly StoryFeature[]): StoryFeature[] {
	const order = ({ properties }: StoryFeature) => STORY_LAYERS.indexOf(properties.layer);
	return features.toSorted((a, b) => order(a) - order(b) || b.properties.rank - a.properties.rank);
}
