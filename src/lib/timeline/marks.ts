import { receivedWhen, sentWhen, type Catalogue } from '$lib/model/catalogue';
import type { CollectionEvent, DocumentSummary, FrontClaim } from '$lib/model/collection';
import { middleOf, type Interval } from '$lib/model/interval';
import { referTo, type Reference } from '$lib/model/references';
import { laneOfDesk, laneOfEvent, type Lane } from './lanes';

interface MarkFacts {
	id: string;
	reference: Reference;
	/** Where it stands in the order of time, milliseconds. */
	at: number;
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
	/** undefined when only the receipt is known. */
	sent: Interval | undefined;
	received: Interval | undefined;
}

export interface EventFacts extends MarkFacts {
	type: 'event';
	record: CollectionEvent;
	lane: number;
	/** Place of its kind in the collection's list, which chooses the shape. */
	kind: number;
}

export interface FrontFacts extends MarkFacts {
	type: 'front';
	record: FrontClaim;
	lane: number;
	/** How the line goes on to the next claim; null for the last. */
	onward: { until: number; how: 'between' | 'held' } | null;
}

export type Facts = CableFacts | EventFacts | FrontFacts;

/** Everything the chart draws, in order of time. */
export function collectMarks(catalogue: Catalogue, lanes: readonly Lane[]): Facts[] {
	const { documents, events, fronts } = catalogue.data;
	const frontLane = lanes.findIndex(({ holds }) => holds === 'fronts');
	return [
		...documents.map((document) => joinCable(document, catalogue, lanes)),
		...events.map((event) => joinEvent(event, catalogue, lanes)),
		...(frontLane < 0 ? [] : fronts.map((front, index) => joinFront(front, fronts[index + 1], frontLane)))
	].sort((a, b) => a.at - b.at || a.id.localeCompare(b.id));
}

function inkOf({ about }: Catalogue, side: string | undefined) {
	const style = about.sides.findIndex(({ id }) => id === side);
	return { style, ink: about.sides[style]?.ink };
}

function joinCable(record: DocumentSummary, catalogue: Catalogue, lanes: readonly Lane[]): CableFacts {
	const left = sentWhen(record);
	const received = receivedWhen(record);
	const sent = left === received ? undefined : left;
	const when = left ?? received;
	return {
		type: 'cable',
		id: record.id,
		reference: referTo('document', record.id),
		at: when ? middleOf(when) : catalogue.about.span[0],
		...inkOf(catalogue, record.side),
		record,
		routes: findRoutes(record, lanes),
		sent,
		received
	};
}

/** Lanes from the sender by way of each go-between to each desk addressed; a lane is not entered twice in a row. */
function findRoutes({ from, via, to }: DocumentSummary, lanes: readonly Lane[]): number[][] {
	const laneOf = ({ desk }: { desk?: string }) => laneOfDesk(lanes, desk);
	const known = (lane: number | undefined): lane is number => lane !== undefined;
	const first = from.map(laneOf).find(known);
	const ends = [...new Set(to.map(laneOf).filter(known))];
	const between = via.map(laneOf);
	const routes = (ends.length > 0 ? ends : [undefined]).map((end) =>
		[first, ...between, end].filter(known).filter((lane, index, all) => lane !== all[index - 1])
	);
	return routes.map((route) => (route.length > 0 ? route : [0]));
}

function joinEvent(record: CollectionEvent, catalogue: Catalogue, lanes: readonly Lane[]): EventFacts {
	const kinds = catalogue.about.event_kinds;
	return {
		type: 'event',
		id: record.id,
		reference: referTo('event', record.id),
		at: middleOf(record.when),
		...inkOf(catalogue, record.side),
		record,
		lane: laneOfEvent(lanes, kinds, record),
		kind: kinds.findIndex(({ id }) => id === record.kind)
	};
}

function joinFront(record: FrontClaim, next: FrontClaim | undefined, lane: number): FrontFacts {
	return {
		type: 'front',
		id: record.id,
		reference: referTo('front', record.id),
		at: middleOf(record.when),
		ink: undefined,
		style: -1,
		record,
		lane,
		onward: next ? { until: next.when.earliestStart, how: next.breaks ? 'held' : 'between' } : null
	};
}
