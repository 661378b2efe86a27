import type { Catalogue } from '$lib/model/catalogue';
import type { FrontClaim } from '$lib/model/collection';
import { claimsAround, type FrontAt } from '$lib/model/front-at';
import type { FrontHeard } from '$lib/model/knowledge';
import { m } from '$lib/paraglide/messages';
import { dateText } from '$lib/ui/date-text';
import { intlLocale } from '$lib/ui/page-language';

/** What is said of a front: a sentence, and the claims it speaks of. */
export interface FrontWords {
	text: string;
	claims: readonly FrontClaim[];
}

/** Whose front is drawn at the cursor; where none is, why not, and the claims on either side. */
export function tellFront(catalogue: Catalogue, front: FrontAt | null, cursor: number): FrontWords {
	if (!front) return tellGap(catalogue, cursor);
	const [claim, next] = front.claims;
	if (next) return { text: m.map_caption_between(), claims: [claim, next] };
	const words = { date: dateText(claim.when), source: sourceOf(catalogue, claim) };
	const text = front.status === 'held' ? m.map_caption_held(words) : m.map_caption_claim(words);
	return { text, claims: [claim] };
}

function tellGap({ data }: Catalogue, cursor: number): FrontWords {
	const { before, after } = claimsAround(data.fronts, cursor);
	const claims = [before, after].filter((claim) => claim !== undefined);
	if (before && after) return { text: m.map_caption_gap(), claims };
	return { text: before ? m.map_caption_after() : m.map_caption_before(), claims };
}

/** What the desk one looks from had heard of the front; null when no desk is chosen. */
export function tellHearing(
	{ about }: Catalogue,
	seenFrom: string | null,
	heard: FrontHeard | null
): string | null {
	const desk = about.desks.find(({ id }) => id === seenFrom)?.name;
	if (desk === undefined) return null;
	if (!heard) return m.map_caption_unheard({ desk });
	const { claim, document, standing } = heard;
	const words = { desk, date: dateText(claim.when), document: document.short_title ?? document.title };
	return standing === 'maybe' ? m.map_caption_heard_maybe(words) : m.map_caption_heard(words);
}

/** The front of the second moment; null when there is no second moment. */
export function tellCompared(against: number | null, then: FrontAt | null): string | null {
	if (against === null) return null;
	if (!then) return m.map_caption_then_none();
	const [claim, next] = then.claims;
	if (next) return m.map_caption_then_between({ from: dateText(claim.when), to: dateText(next.when) });
	return m.map_caption_then({ date: dateText(claim.when) });
}

export function certaintyText(certainty: FrontClaim['certainty']): string {
	switch (certainty) {
		case 'high':
			return m.certainty_high();
		case 'medium':
			return m.certainty_medium();
		case 'low':
			return m.certainty_low();
		case 'unknown':
			return m.certainty_unknown();
	}
}

/** A claim by its date, with how sure it is. */
export function claimText({ when, certainty }: FrontClaim): string {
	return m.map_caption_claim_short({ date: dateText(when), certainty: certaintyText(certainty) });
}

/** An instant as the collection's clock has it. */
export function instantText({ about }: Catalogue, instant: number): string {
	const format = new Intl.DateTimeFormat(intlLocale(), {
		...{ timeZone: about.zone, dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' }
	});
	return format.format(instant);
}

function sourceOf(catalogue: Catalogue, { sources }: FrontClaim): string {
	return sources
		.map(({ source }) => catalogue.find('source', source)?.title ?? source)
		.slice(0, 1)
		.join();
}
