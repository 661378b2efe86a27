import { firstFrom } from '$lib/model/stretches';
import type { LaneMarks } from './mark-index';
import type { Facts } from './mark-facts';

/** A place on a lane: one mark, or several that had no room apart. */
export interface Seat {
	/** Middle and half of the width, user units. */
	x: number;
	half: number;
	/** Height above the lane's rule, in levels; null where it takes the lane's whole height. */
	level: number | null;
	/** The mark; null for what is folded. */
	single: Facts | null;
	/** Places in the lane, each from the first to before the second; marks that are raised out of the fold still lie in them. */
	ranges: [number, number][];
	count: number;
	/** First and last instant of what it holds. */
	from: number;
	to: number;
	/** Holds marks from beyond the field that reach into it. */
	edge: boolean;
}

export interface LaneRoom {
	toX(instant: number): number;
	/** The stretch whose marks are given seats: from a beginning of a bin to the end of one. Milliseconds. */
	from: number;
	to: number;
	/** Marks of one bin that are too many to be looked at one by one are folded together. */
	bin: number;
	/** Most of one bin that are looked at. */
	few: number;
	/** Folds keep inside, user units. */
	left: number;
	right: number;
	half(mark: Facts): number;
	halfOfFold(count: number): number;
	levels(mark: Facts): readonly number[];
	/** Places in the lane of marks outside of the stretch that reach into it. */
	crossing: readonly number[];
	/** Most of those that are drawn one by one. */
	mostCrossing: number;
	/** Places in the lane of marks that must not be folded. */
	raised: readonly number[];
}

/** Farther back than this no seat can reach another. */
const LOOK_BACK = 24;

/**
 * Gives every mark of a lane a seat, so that no two seats touch: one of its own where there is room, else one together with its
 * neighbours. The work grows with the width of the chart, not with the number of marks.
 */
export function seatLane(lane: LaneMarks, room: LaneRoom): Seat[] {
	const fixed = room.raised.flatMap((place) => sit(lane, place, room)).sort((a, b) => a.x - b.x);
	lift(fixed, room);
	const placed: Seat[] = [];
	for (const seat of collectSeats(lane, room)) {
		if (!seat.single) {
			settle(seat, placed, fixed, room);
			continue;
		}
		const taken = met(seat, placed);
		const { single } = seat;
		const free = room
			.levels(single)
			.find((level) => ![...taken, ...fixed].some((other) => touch({ ...seat, level }, other)));
		if (free !== undefined) placed.push({ ...seat, level: free });
		else if (makeWay(seat, taken, placed, fixed, room)) placed.push(seat);
		else settle(fold([seat], room), placed, fixed, room);
	}
	return [...placed, ...fixed].sort((a, b) => a.from - b.from);
}

/** A stroke begins on the rule of its lane; events that stand there go up or down if they can. Tells whether the way is free. */
function makeWay(
	seat: Seat,
	taken: readonly Seat[],
	placed: readonly Seat[],
	fixed: readonly Seat[],
	room: LaneRoom
): boolean {
	if (fixed.some((other) => touch(seat, other))) return false;
	const moves = taken
		.filter((other) => touch(seat, other))
		.map((other) => {
			const others = [seat, ...fixed, ...placed.slice(-LOOK_BACK).filter((one) => one !== other)];
			const levels = other.single ? room.levels(other.single) : [];
			const level = levels.find((one) => !others.some((third) => touch({ ...other, level: one }, third)));
			return { other, level };
		});
	// Two that would go to one level stay: then all are folded.
	const isFree = moves.length === 1 && moves.every(({ level }) => level !== undefined);
	if (isFree) for (const { other, level } of moves) other.level = level ?? other.level;
	return isFree;
}

/** Raised marks that stand close take different levels; they are few, and are shown even where levels end. */
function lift(fixed: Seat[], room: LaneRoom) {
	fixed.forEach((seat, index) => {
		const before = fixed.slice(0, index);
		const levels = seat.single ? room.levels(seat.single) : [];
		seat.level = levels.find((level) => !before.some((other) => touch({ ...seat, level }, other))) ?? 0;
	});
}

/** What comes along the lane, in order: marks, and bins with too many of them. */
function* collectSeats(lane: LaneMarks, room: LaneRoom): Generator<Seat> {
	const { times } = lane;
	const raised = new Set(room.raised);
	const crossing = room.crossing.filter((place) => !raised.has(place));
	yield* atEdge(
		lane,
		crossing.filter((place) => (times[place] ?? 0) < room.from),
		room.left,
		room
	);
	const end = firstFrom(times, room.to);
	for (let place = firstFrom(times, room.from); place < end;) {
		const bin = Math.floor((times[place] ?? 0) / room.bin);
		const next = Math.max(firstFrom(times, (bin + 1) * room.bin, place, end), place + 1);
		const held = room.raised.filter((one) => one >= place && one < next).length;
		if (next - place - held > room.few) yield foldRange(lane, place, next, held, room);
		else for (let at = place; at < next; at++) if (!raised.has(at)) yield* sit(lane, at, room);
		place = next;
	}
	yield* atEdge(
		lane,
		crossing.filter((place) => (times[place] ?? 0) >= room.to),
		room.right,
		room
	);
}

/** Marks beyond the field that reach into it: drawn while they are few, else counted at its edge. */
function* atEdge(lane: LaneMarks, places: number[], edge: number, room: LaneRoom): Generator<Seat> {
	const seats = places.flatMap((place) => sit(lane, place, room));
	if (seats.length <= room.mostCrossing) yield* seats;
	else yield { ...fold(seats, room), x: edge, edge: true };
}

function sit({ facts }: LaneMarks, place: number, room: LaneRoom): Seat[] {
	const mark = facts[place];
	if (!mark) return [];
	return [
		{
			x: room.toX(mark.at),
			half: room.half(mark),
			level: 0,
			single: mark,
			ranges: [[place, place + 1]],
			count: 1,
			from: mark.at,
			to: mark.at,
			edge: false
		}
	];
}

function foldRange(lane: LaneMarks, first: number, end: number, held: number, room: LaneRoom): Seat {
	const [from, to] = [lane.times[first] ?? 0, lane.times[end - 1] ?? 0];
	const count = end - first - held;
	return {
		x: (room.toX(from) + room.toX(to)) / 2,
		half: room.halfOfFold(count),
		level: null,
		single: null,
		ranges: [[first, end]],
		count,
		from,
		to,
		edge: false
	};
}

function fold(seats: readonly Seat[], room: LaneRoom): Seat {
	const count = seats.reduce((sum, seat) => sum + seat.count, 0);
	const from = Math.min(...seats.map((seat) => seat.from));
	const to = Math.max(...seats.map((seat) => seat.to));
	const ranges = seats.flatMap((seat) => seat.ranges).sort(([a], [b]) => a - b);
	const joined: [number, number][] = [];
	for (const [first, end] of ranges) {
		const last = joined.at(-1);
		if (last && last[1] === first) last[1] = end;
		else joined.push([first, end]);
	}
	return {
		x: (room.toX(from) + room.toX(to)) / 2,
		half: room.halfOfFold(count),
		level: null,
		single: null,
		ranges: joined,
		count,
		from,
		to,
		edge: seats.some((seat) => seat.edge)
	};
}

/** Puts a fold where it fits; whatever it would touch is folded into it. */
function settle(start: Seat, placed: Seat[], fixed: readonly Seat[], room: LaneRoom) {
	let seat = start;
	for (;;) {
		stepAside(seat, fixed, room);
		const taken = met(seat, placed).filter((other) => touch(seat, other));
		if (taken.length === 0) break;
		for (const other of taken) placed.splice(placed.indexOf(other), 1);
		seat = fold([...taken, seat], room);
	}
	placed.push(seat);
}

/** Keeps a fold inside of the field, if anything of it is, and off the raised marks. */
function stepAside(seat: Seat, fixed: readonly Seat[], room: LaneRoom) {
	const { left, right } = room;
	const isInside = seat.edge || (room.toX(seat.to) > left && room.toX(seat.from) < right);
	if (isInside) seat.x = Math.min(Math.max(seat.x, left + seat.half), right - seat.half);
	const start = seat.x;
	for (const other of fixed) if (touch(seat, other)) seat.x = other.x + other.half + seat.half;
	if (!isInside || seat.x <= right - seat.half) return;
	seat.x = start;
	for (const other of fixed.toReversed()) if (touch(seat, other)) seat.x = other.x - other.half - seat.half;
}

function met(seat: Seat, placed: readonly Seat[]): Seat[] {
	return placed.slice(-LOOK_BACK).filter((other) => Math.abs(other.x - seat.x) < other.half + seat.half);
}

/** Whether two seats lie on each other; edges may meet. */
export function touch(a: Pick<Seat, 'x' | 'half' | 'level'>, b: Pick<Seat, 'x' | 'half' | 'level'>): boolean {
	const apart = Math.abs(a.x - b.x) >= a.half + b.half - 1e-6;
	return !apart && (a.level === null || b.level === null || a.level === b.level);
}
