import { receivedWhen, sentWhen, type Catalogue } from '$lib/model/catalogue';
import type { CollectionEvent, DocumentSummary, FrontClaim } from '$lib/model/collection';
import { BEGINNING, END, middleOf, type Interval } from '$lib/model/interval';
import { referTo } from '$lib/model/references';
import type { CableFacts, EventFacts, FrontFacts, Facts } from './mark-facts';
import { laneOfDesk, laneOfEvent, type Lane } from './lanes';
import { setSideBySide } from './spread';

/** Everything the chart draws, in order of time, and the documents it has no place for. */
export interface Marks {
	facts: Facts[];
	undated: DocumentSummary[];
	/** Dated, but no party of theirs sat at a desk of the chart. */
	unplaced: DocumentSummary[];
}

export function collectMarks(catalogue: Catalogue, lanes: readonly Lane[]): Marks {
	const { about, documents, events, fronts } = catalogue.data;
	const frontLane = lanes.findIndex(({ holds }) => holds === 'fronts');
	const marks: Marks = { facts: [], undated: [], unplaced: [] };
	for (const document of documents) {
		const cable = joinCable(document, catalogue, lanes);
		if (typeof cable === 'string') marks[cable].push(document);
		else marks.facts.push(cable);
	}
	const asStroke = new Set(about.event_kinds.flatMap(({ id, told_by_stroke }) => (told_by_stroke ? id : [])));
	for (const event of events) {
		if (
			asStroke.has(event.kind) &&
			event.evidence.some(({ document }) => catalogue.find('document', document))
		)
			continue;
		marks.facts.push(joinEvent(event, catalogue, lanes));
	}
	if (frontLane >= 0)
		fronts.forEach((front, index) => marks.facts.push(joinFront(front, fronts[index + 1], frontLane)));
	setSideBySide(marks.facts);
	marks.facts.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
	return marks;
}

function inkOf({ about }: Catalogue, side: string | undefined) {
	const style = about.sides.findIndex(({ id }) => id === side);
	return { style, ink: about.sides[style]?.ink };
}

function joinCable(
	record: DocumentSummary,
	catalogue: Catalogue,
	lanes: readonly Lane[]
): CableFacts | 'undated' | 'unplaced' {
	const left = sentWhen(record);
	const received = receivedWhen(record);
	const sent = left === received ? undefined : left;
	const when = sent ?? received;
	if (!when || (when.earliestStart === BEGINNING && when.latestEnd === END)) return 'undated';
	const routes = findRoutes(record, lanes);
	const [route] = routes;
	const lane = sent ? route?.[0] : route?.at(-1);
	if (lane === undefined) return 'unplaced';
	return {
		type: 'cable',
		id: record.id,
		reference: referTo('document', record.id),
		at: sent && received ? Math.min(middleOf(sent), arrivalOf(sent, received)) : middleOf(when),
		from: when.earliestStart,
		to: Math.max(when.latestEnd, received?.latestEnd ?? BEGINNING),
		lane,
		...inkOf(catalogue, record.side),
		record,
		routes,
		carriers: findCarriers(record, lanes, routes),
		sent,
		received
	};
}

/** The instant a receipt is drawn at, milliseconds: never before the message can have left. */
export function arrivalOf(sent: Interval, received: Interval): number {
	return Math.max(middleOf(received), sent.earliestStart);
}

/** Lanes from the sender by way of each go-between to each desk addressed; a lane is not entered twice in a row. */
function findRoutes({ from, via, to }: DocumentSummary, lanes: readonly Lane[]): number[][] {
	const laneOf = ({ desk }: { desk?: string }) => laneOfDesk(lanes, desk);
	const known = (lane: number | undefined): lane is number => lane !== undefined;
	const first = from.map(laneOf).find(known);
	const ends = [...new Set(to.map(laneOf).filter(known))];
	const between = via.map(laneOf);
	return (ends.length > 0 ? ends : [undefined])
		.map((end) =>
			[first, ...between, end].filter(known).filter((lane, index, all) => lane !== all[index - 1])
		)
		.filter((route) => route.length > 0);
}

/** A carrier who sat where the message began or ended leaves no corner in its way: he is shown beside that end. */
function findCarriers(
	{ via }: DocumentSummary,
	lanes: readonly Lane[],
	[route]: number[][]
): CableFacts['carriers'] {
	const carriers: CableFacts['carriers'] = { near: [], far: [] };
	if (!route || route.length < 2) return carriers;
	const rest = via.map(({ desk }) => laneOfDesk(lanes, desk));
	const leaves = rest.findIndex((lane) => lane !== undefined && lane !== route[0]);
	rest.forEach((lane, index) => {
		if (lane === undefined) return;
		if (lane === route[0] && (leaves < 0 || index < leaves)) carriers.near.push(index);
		else if (
			lane === route.at(-1) &&
			rest.slice(index).every((later) => later === lane || later === undefined)
		)
			carriers.far.push(index);
	});
	return carriers;
}

function joinEvent(record: CollectionEvent, catalogue: Catalogue, lanes: readonly Lane[]): EventFacts {
	const kinds = catalogue.about.event_kinds;
	return {
		type: 'event',
		id: record.id,
		reference: referTo('event', record.id),
		at: middleOf(record.when),
		from: record.when.earliestStart,
		to: record.when.latestEnd,
		...inkOf(catalogue, record.side),
		record,
		lane: laneOfEvent(lanes, kinds, record),
		kind: kinds.findIndex(({ id }) => id === record.kind)
	};
}

function joinFront(record: FrontClaim, next: FrontClaim | undefined, lane: number): FrontFacts {
	const until = next?.when.earliestStart;
	return {
		type: 'front',
		id: record.id,
		reference: referTo('front', record.id),
		at: middleOf(record.when),
		from: record.when.earliestStart,
		to: Math.max(record.when.latestEnd, until ?? BEGINNING),
		ink: undefined,
		style: -1,
		record,
		lane,
		onward: next && until !== undefined ? { until, how: next.breaks ? 'held' : 'between' } : null
	};
}
