import { m } from '$lib/paraglide/messages';
import type { ViewState } from '$lib/state/view.svelte';
import { tellCompared, tellFront, tellHearing } from './front-words';
import { dateText } from '$lib/ui/date-text';
import type { StoryFeature } from './told';

/** The picture in a few words, for whoever does not see it: lines of latitude, fronts, what is on its way. */
export function pictureText(view: ViewState, story: readonly StoryFeature[]): string {
	const { catalogue } = view;
	const front = tellFront(catalogue, view.front, view.cursor);
	const dates = front.claims.map(({ when }) => dateText(when)).join(', ');
	const moving = story.filter(({ properties }) => properties.layer === 'courier').length;
	return [
		...story
			.filter(({ properties }) => properties.layer === 'parallel')
			.map(({ properties }) => properties.label),
		catalogue.data.fronts.length === 0
			? null
			: front.text.endsWith(':')
				? `${front.text} ${dates}`
				: front.text,
		tellHearing(catalogue, view.seenFrom, view.frontHeard),
		tellCompared(view.against, view.frontAgainst),
		moving > 0 ? m.map_picture_cables({ count: moving }) : null
	]
		.filter(Boolean)
		.join('; ');
}
