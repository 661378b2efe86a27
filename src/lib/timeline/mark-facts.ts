import type { CollectionEvent, DocumentSummary, FrontClaim } from '$lib/model/collection';
import type { Interval } from '$lib/model/interval';
import type { Reference } from '$lib/model/references';

interface MarkFacts {
	id: string;
	reference: Reference;
	/** Where it stands in the order of time, milliseconds. */
	at: number;
	/** First and last instant that anything of it is drawn at, milliseconds. */
	from: number;
	to: number;
	/** The lane it stands in: that of its known end. */
	lane: number;
	/** Ink of its side; undefined when it takes no side. */
	ink: string | undefined;
	/** Place of its side in the collection's list, which chooses the line style; -1 for none. */
	style: number;
}

/** A document on its way: lanes passed, per desk addressed. A route of one lane never leaves its desk. */
export interface CableFacts extends MarkFacts {
	type: 'cable';
	record: DocumentSummary;
	routes: number[][];
	/** Go-betweens who sat at the sender's desk and at the addressee's, as places in `record.via`. */
	carriers: { near: number[]; far: number[] };
	/** undefined when only the receipt is known. */
	sent: Interval | undefined;
	received: Interval | undefined;
}

export interface EventFacts extends MarkFacts {
	type: 'event';
	record: CollectionEvent;
	/** Place of its kind in the collection's list, which chooses the shape. */
	kind: number;
}

export interface FrontFacts extends MarkFacts {
	type: 'front';
	record: FrontClaim;
	/** How the line goes on to the next claim; null for the last. */
	onward: { until: number; how: 'between' | 'held' } | null;
}

export type Facts = CableFacts | EventFacts | FrontFacts;
