import { receivedWhen, sentWhen } from './catalogue';
import type { DocumentSummary } from './collection';
import { END, middleOf, type Interval } from './interval';
import { Stretches } from './stretches';

/** A document on its way at an instant. */
export interface Flight {
	document: DocumentSummary;
	/** Share of the way, 0 to 1, as drawn between the middles of what is possible; null where no arrival is recorded. */
	share: number | null;
	/** Whether it had surely left and surely not arrived; where a time is vague, it may be otherwise. */
	isSure: boolean;
}

/**
 * Longest that a document whose arrival nobody recorded counts as on its way, milliseconds; an answer ends it sooner. A convention
 * of ours, and no statement about when it came.
 */
export const LONGEST_UNKNOWN = 24 * 60 * 60_000;

/**
 * Prepares the question which documents were on their way at an instant (milliseconds UTC), in the order given. Asking again is
 * cheap, however many documents there are: it may be done at every frame.
 */
export function watchFlights(documents: readonly DocumentSummary[]): (instant: number) => Flight[] {
	const byId = new Map(documents.map((document) => [document.id, document]));
	const ways = documents.flatMap((document) => findWay(document, byId) ?? []);
	const stretches = new Stretches(
		ways.map(({ sent }) => sent.earliestStart),
		ways.map(({ until }) => until)
	);
	return (instant) =>
		stretches.holding(instant).flatMap((number) => {
			const way = ways[number];
			return way ? [at(way, instant)] : [];
		});
}

interface Way {
	document: DocumentSummary;
	sent: Interval;
	received: Interval | null;
	until: number;
}

function findWay(document: DocumentSummary, byId: ReadonlyMap<string, DocumentSummary>): Way | null {
	const sent = sentWhen(document);
	const received = receivedWhen(document);
	// Where the receipt alone is recorded nothing is known of the way.
	if (!sent || sent === received || !isBounded(sent)) return null;
	if (received) return isBounded(received) ? { document, sent, received, until: received.latestEnd } : null;
	const answered = document.answered_by.map((id) => {
		const answer = byId.get(id);
		return (answer && sentWhen(answer)?.latestEnd) ?? Infinity;
	});
	const until = Math.min(sent.latestEnd + LONGEST_UNKNOWN, ...answered);
	return { document, sent, received: null, until: Math.max(until, sent.earliestStart) };
}

function isBounded({ earliestStart, latestEnd }: Interval): boolean {
	return Number.isFinite(earliestStart) && earliestStart > -END && latestEnd < END;
}

function at({ document, sent, received }: Way, instant: number): Flight {
	const hasLeft = instant >= sent.latestEnd;
	if (!received) return { document, share: null, isSure: false };
	const [from, to] = [middleOf(sent), middleOf(received)];
	const share = to > from ? (instant - from) / (to - from) : 1;
	return {
		document,
		share: Math.min(Math.max(share, 0), 1),
		isSure: hasLeft && instant <= received.earliestStart
	};
}
