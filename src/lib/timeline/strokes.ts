import { isExact, type Interval } from '$lib/model/interval';
import type { Frame } from './frame';
import type { CableFacts } from './mark-facts';
import { arrivalOf } from './marks';
import { linePath, type Point } from './path';
import type { TimeScale } from './scale';

/** Doubt about a time, drawn on a lane as a bar that fades where it may end. */
export interface SoftBar {
	x: number;
	y: number;
	width: number;
}

/** One document on its way to one desk, in user units. */
export interface CableStroke {
	/** All corners, sender first: for the pointer. */
	points: Point[];
	/** Path of what is known. */
	known: string;
	/** Path of what is not: towards an arrival or from a departure nobody recorded. */
	open: string;
	/** Head of the arrow; empty where the receipt is not known. */
	head: string;
	/** Where the open end meets its lane. */
	openEnd: Point | null;
	start: Point;
	end: Point;
	/** Desks passed on the way. */
	knots: Point[];
	/** Go-betweens beside the end at which they sat, as places in the document's `via`. */
	carriers: { at: Point; via: number }[];
	doubts: SoftBar[];
}

/** Slope of what has no recorded duration: a sign, not a time. Sixteenths of the text size. */
const OPEN_RUN = { least: 12, perLane: 12 };
const KNOWN_SHARE = 0.42;
const HEAD = { length: 9, half: 3.6 };

/** Strokes of a document, one for each desk addressed. */
export function drawCable(cable: CableFacts, scale: TimeScale, frame: Frame): CableStroke[] {
	return cable.routes.map((route) => drawRoute(route, cable, scale, frame));
}

function drawRoute(route: number[], cable: CableFacts, scale: TimeScale, frame: Frame): CableStroke {
	const heights = route.map((lane) => frame.lanes[lane]?.y ?? 0);
	const [departure, arrival] = findEnds(cable, scale, openRun(route, frame));
	const points = spread(heights, departure, arrival);
	const start = points[0] ?? [departure, 0];
	const end = points.at(-1) ?? start;
	const stays = points.length < 2;
	const openAtEnd = !cable.received && !stays;
	const openAtStart = !cable.sent && !stays;
	const [near, far] = openAtEnd
		? cut(points, KNOWN_SHARE)
		: openAtStart
			? cut(points, 1 - KNOWN_SHARE).reverse()
			: [points, []];
	return {
		points,
		known: near ? linePath(near) : '',
		open: far && far.length > 1 ? linePath(far) : '',
		head: openAtEnd || stays ? '' : drawHead(points, frame.unit),
		openEnd: openAtEnd ? end : openAtStart ? start : null,
		start,
		end,
		knots: points.slice(1, -1),
		carriers: stays ? [] : placeCarriers(cable, points, frame),
		doubts: [
			...drawDoubt(cable.sent, scale, start[1], frame),
			...(stays ? [] : drawDoubt(cable.received, scale, end[1], frame))
		]
	};
}

/** Carriers stand on the stroke, as near to their end as signs can stand: the distance says nothing of time. */
function placeCarriers({ carriers: { near, far } }: CableFacts, points: Point[], { unit }: Frame) {
	const whole = lengthOf(points);
	const along = (distance: number): Point => {
		const [gone] = cut(points, Math.min(Math.max(distance / whole, 0.06), 0.94));
		return gone.at(-1) ?? [0, 0];
	};
	return [
		...near.map((via, index) => ({ via, at: along((index + 1) * 10 * unit) })),
		...far.map((via, index) => ({ via, at: along(whole - (far.length - index) * 10 * unit - 4 * unit) }))
	];
}

/** Where a message leaves and arrives; a vague departure never comes after the arrival. */
function findEnds({ sent, received, at }: CableFacts, scale: TimeScale, run: number): [number, number] {
	if (sent && received) {
		const arrival = arrivalOf(sent, received);
		return [scale.toX(Math.min(at, arrival)), scale.toX(arrival)];
	}
	const x = scale.toX(at);
	return received ? [x - run, x] : [x, x + run];
}

function openRun(route: number[], { unit }: Frame): number {
	const lanes = lengthOf(route.map((lane): Point => [0, lane]));
	return (OPEN_RUN.least + OPEN_RUN.perLane * lanes) * unit;
}

/** Corners between departure and arrival, in proportion to the lanes crossed: nothing is known of the stops between. */
function spread(heights: number[], departure: number, arrival: number): Point[] {
	const whole = lengthOf(heights.map((y): Point => [0, y]));
	let gone = 0;
	return heights.map((y, index): Point => {
		gone += index > 0 ? Math.abs(y - (heights[index - 1] ?? y)) : 0;
		return [whole > 0 ? departure + ((arrival - departure) * gone) / whole : departure, y];
	});
}

function lengthOf(points: Point[]): number {
	return points.reduce((sum, [x, y], index) => {
		const [px, py] = points[index - 1] ?? [x, y];
		return sum + Math.hypot(x - px, y - py);
	}, 0);
}

/** Parts a way in two at a share of its length. */
function cut(points: Point[], share: number): [Point[], Point[]] {
	let left = lengthOf(points) * share;
	for (let index = 1; index < points.length; index++) {
		const a: Point = points[index - 1] ?? [0, 0];
		const b: Point = points[index] ?? a;
		const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
		if (left <= length && length > 0) {
			const at: Point = [a[0] + ((b[0] - a[0]) * left) / length, a[1] + ((b[1] - a[1]) * left) / length];
			return [
				[...points.slice(0, index), at],
				[at, ...points.slice(index)]
			];
		}
		left -= length;
	}
	return [points, []];
}

function drawHead(points: Point[], unit: number): string {
	const [before, tip] = [points.at(-2), points.at(-1)];
	if (!before || !tip) return '';
	const length = Math.hypot(tip[0] - before[0], tip[1] - before[1]) || 1;
	const [dx, dy] = [(tip[0] - before[0]) / length, (tip[1] - before[1]) / length];
	const [long, half] = [HEAD.length * unit, HEAD.half * unit];
	const corner = (side: number): Point => [
		tip[0] - dx * long - dy * half * side,
		tip[1] - dy * long + dx * half * side
	];
	return `${linePath([corner(1), tip, corner(-1)])}Z`;
}

/** The bar of an inexact time; none where it would be narrower than the mark on it. */
export function drawDoubt(
	when: Interval | undefined,
	scale: TimeScale,
	y: number,
	{ unit }: Frame
): SoftBar[] {
	if (!when || isExact(when)) return [];
	const x = scale.toX(when.earliestStart);
	const width = scale.toX(when.latestEnd) - x;
	return width < 8 * unit ? [] : [{ x, y, width }];
}
