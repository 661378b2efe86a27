import { isExact, type Interval } from '$lib/model/interval';
import type { Frame } from './frame';
import type { LaidLane } from './lanes';
import type { Box } from './layout';
import type { CableFacts, EventFacts, Facts, FrontFacts } from './mark-facts';
import type { TimeScale } from './scale';
import type { Point } from './path';
import { drawCable, drawDoubt, type CableStroke, type SoftBar } from './strokes';

interface Placed {
	/** Unlike that of all others: a mark's reference, or a fold's own. */
	key: string;
	/** Lines and points the pointer can meet. */
	outline: Point[][];
	/** Where focus and label stand. */
	anchor: Point;
	/** What no label may cover. */
	solid: Box[];
}

export interface PlacedCable extends Placed {
	facts: CableFacts;
	strokes: CableStroke[];
}

export interface PlacedEvent extends Placed {
	facts: EventFacts;
	/** The part of a duration that is sure; null for a moment. */
	bar: { x: number; width: number } | null;
	doubts: SoftBar[];
}

export interface PlacedFront extends Placed {
	facts: FrontFacts;
	x: number;
	width: number;
	/** How the line goes on, from `x` to `to`; null after the last claim. */
	onward: { from: number; to: number; how: 'between' | 'held' } | null;
}

export type PlacedMark = PlacedCable | PlacedEvent | PlacedFront;

/** Marks of one lane that had no room apart, drawn as their number. */
export interface PlacedFold extends Placed {
	lane: number;
	count: number;
	half: number;
	/** First and last instant of what is folded, milliseconds, and where they stand. */
	span: [number, number];
	reach: [number, number];
	/** The marks themselves: asked for when somebody wants a list. */
	list: () => Facts[];
}

export type Drawn = PlacedMark | PlacedFold;

export function isFold(drawn: Drawn): drawn is PlacedFold {
	return 'list' in drawn;
}

export function laneOf(drawn: Drawn): number {
	return isFold(drawn) ? drawn.lane : drawn.facts.lane;
}

/** Half of a mark's side and the height between two that stand at the same time, sixteenths of the text size. */
export const HALF = 6;
const LEVEL = { cables: 12, events: 13, fronts: 11 } as const;

/** Puts a mark in its place. `level` as in Seat. */
export function placeMark(facts: Facts, level: number, scale: TimeScale, frame: Frame): PlacedMark {
	switch (facts.type) {
		case 'cable':
			return placeCable(facts, scale, frame);
		case 'event':
			return placeEvent(facts, level, scale, frame);
		case 'front':
			return placeFront(facts, level, scale, frame);
	}
}

function heightOf(lane: LaidLane | undefined, level: number, { unit }: Frame): number {
	return lane ? lane.y - level * LEVEL[lane.holds] * unit : 0;
}

function placeCable(facts: CableFacts, scale: TimeScale, frame: Frame): PlacedCable {
	const strokes = drawCable(facts, scale, frame);
	const reach = 5 * frame.unit;
	return {
		key: facts.reference,
		facts,
		strokes,
		outline: strokes.map(({ points }) => points),
		anchor: (facts.sent ? strokes[0]?.start : strokes[0]?.end) ?? [0, 0],
		solid: strokes.flatMap(({ start, end }) => [around(start, reach), around(end, reach)])
	};
}

function placeEvent(facts: EventFacts, level: number, scale: TimeScale, frame: Frame): PlacedEvent {
	const { when } = facts.record;
	const x = scale.toX(facts.at);
	const y = heightOf(frame.lanes[facts.lane], level, frame);
	const bar = sureBar(when, scale);
	const outline: Point[] = bar
		? [
				[bar.x, y],
				[bar.x + bar.width, y]
			]
		: [[x, y]];
	return {
		key: facts.reference,
		facts,
		bar,
		doubts: isExact(when) ? [] : drawDoubt(when, scale, y, frame),
		outline: [[[x, y]], outline],
		anchor: [x, y],
		solid: [around([x, y], HALF * frame.unit)]
	};
}

function sureBar(when: Interval, scale: TimeScale): PlacedEvent['bar'] {
	if (when.oneOf || when.earliestEnd <= when.latestStart) return null;
	const x = scale.toX(when.latestStart);
	return { x, width: scale.toX(when.earliestEnd) - x };
}

function placeFront(facts: FrontFacts, level: number, scale: TimeScale, frame: Frame): PlacedFront {
	const { when } = facts.record;
	const y = heightOf(frame.lanes[facts.lane], level, frame);
	const [first, last] = [scale.toX(when.earliestStart), scale.toX(when.latestEnd)];
	const least = 4 * frame.unit;
	const width = Math.max(last - first, least);
	const x = (first + last - width) / 2;
	return {
		key: facts.reference,
		facts,
		x,
		width,
		onward: facts.onward && {
			from: x + width,
			to: Math.max(scale.toX(facts.onward.until), x + width),
			how: facts.onward.how
		},
		outline: [
			[
				[x, y],
				[x + width, y]
			]
		],
		anchor: [x + width / 2, y],
		solid: [{ x, y: y - HALF * frame.unit, width, height: 2 * HALF * frame.unit }]
	};
}

function around([x, y]: Point, reach: number): Box {
	return { x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach };
}

/** Distance from a point to a mark, user units. */
export function distanceTo(mark: Pick<Placed, 'outline'>, point: Point): number {
	return Math.min(
		...mark.outline.flatMap((points) =>
			points.map((corner, index) => distanceToSegment(point, points[index - 1] ?? corner, corner))
		)
	);
}

function distanceToSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
	const [dx, dy] = [bx - ax, by - ay];
	const square = dx * dx + dy * dy;
	const share = square > 0 ? Math.min(Math.max(((x - ax) * dx + (y - ay) * dy) / square, 0), 1) : 0;
	return Math.hypot(x - ax - dx * share, y - ay - dy * share);
}
