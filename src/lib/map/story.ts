import { tellCables } from './story-cables';
import { tellGround } from './story-ground';
import { tellMovements } from './story-movements';
import { tellPlaces } from './story-places';
import { STORY_LAYERS, type Moment, type StoryFeature } from './told';

/** Everything both renderers draw over the base map, in drawing order. */
export function storyFeatures(moment: Moment): StoryFeature[] {
	const told = [
		...tellGround(moment),
		...tellMovements(moment),
		...tellCables(moment),
		...tellPlaces(moment)
	];
	const order = (feature: StoryFeature) => STORY_LAYERS.indexOf(feature.properties.layer);
	return told.sort((a, b) => order(a) - order(b) || b.properties.rank - a.properties.rank);
}
