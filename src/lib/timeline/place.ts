import { isExact, type Interval } from '$lib/model/interval';
import type { Frame } from './frame';
import { dodge, type Box } from './layout';
import type { CableFacts, EventFacts, Facts, FrontFacts } from './marks';
import type { TimeScale } from './scale';
import { drawCable, drawDoubt, type CableStroke, type Point, type SoftBar } from './strokes';

interface Placed {
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

/** Half of a mark's side and the height between two that stand at the same time, sixteenths of the text size. */
const HALF = 6;
const LEVEL = 13;

/** Puts every mark in its place, in the order given. */
export function placeMarks(marks: readonly Facts[], scale: TimeScale, frame: Frame): PlacedMark[] {
	const levels = findLevels(marks, scale, frame);
	return marks.map((facts) => {
		switch (facts.type) {
			case 'cable':
				return placeCable(facts, scale, frame);
			case 'event':
				return placeEvent(facts, levels.get(facts) ?? 0, scale, frame);
			case 'front':
				return placeFront(facts, scale, frame);
		}
	});
}

/** Events of one lane at nearly one time stand one above the other. */
function findLevels(marks: readonly Facts[], scale: TimeScale, frame: Frame): Map<Facts, number> {
	const events = marks.filter((mark) => mark.type === 'event');
	const levels = new Map<Facts, number>();
	frame.lanes.forEach((lane, index) => {
		const here = events.filter((event) => event.lane === index);
		const positions = here.map(({ at }) => scale.toX(at));
		const found = dodge(positions, HALF * 2 * frame.unit, lane.holds === 'events' ? 3 : 2);
		here.forEach((event, order) => levels.set(event, found[order] ?? 0));
	});
	return levels;
}

function placeCable(facts: CableFacts, scale: TimeScale, frame: Frame): PlacedCable {
	const strokes = drawCable(facts, scale, frame);
	const reach = 5 * frame.unit;
	return {
		facts,
		strokes,
		outline: strokes.map(({ points }) => points),
		anchor: strokes[0]?.start ?? [0, 0],
		solid: strokes.flatMap(({ start, end }) => [around(start, reach), around(end, reach)])
	};
}

function placeEvent(facts: EventFacts, level: number, scale: TimeScale, frame: Frame): PlacedEvent {
	const { when } = facts.record;
	const x = scale.toX(facts.at);
	const y = (frame.lanes[facts.lane]?.y ?? 0) - level * LEVEL * frame.unit;
	const bar = sureBar(when, scale);
	const outline: Point[] = bar
		? [
				[bar.x, y],
				[bar.x + bar.width, y]
			]
		: [[x, y]];
	return {
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

function placeFront(facts: FrontFacts, scale: TimeScale, frame: Frame): PlacedFront {
	const { when } = facts.record;
	const y = frame.lanes[facts.lane]?.y ?? 0;
	const [first, last] = [scale.toX(when.earliestStart), scale.toX(when.latestEnd)];
	const least = 4 * frame.unit;
	const width = Math.max(last - first, least);
	const x = (first + last - width) / 2;
	return {
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
export function distanceTo(mark: Pick<PlacedMark, 'outline'>, point: Point): number {
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
