import { m } from '$lib/paraglide/messages';
import type { ViewState } from '$lib/state/view.svelte';
import { joinClauses, joinList, joinSentences } from '$lib/ui/page-language';
import { tellCompared, tellFront, tellHearing } from './front-words';
import { dateText } from '$lib/ui/date-text';
import type { StoryFeature } from './told';

/** The picture in a few words, for whoever does not see it: lines of latitude, fronts, what is on its way. */
export function pictureText(view: ViewState, story: readonly StoryFeature[]): string {
	const { catalogue } = view;
	const front = tellFront(catalogue, view.front, view.cursor);
	const dates = joinList(front.claims.map(({ when }) => dateText(when)));
	const moving = story.filter(({ properties }) => properties.layer === 'courier').length;
	const parts = [
		...story
			.filter(({ properties }) => properties.layer === 'parallel')
			.map(({ properties }) => properties.label),
		catalogue.data.fronts.length === 0
			? null
			: /[:：]$/.test(front.text)
				? joinSentences([front.text, dates])
				: front.text,
		tellHearing(catalogue, view.seenFrom, view.frontHeard),
		tellCompared(view.against, view.frontAgainst),
		moving > 0 ? m.map_picture_cables({ count: moving }) : null
	];
	return joinClauses(parts.filter((part) => part !== null));
}
