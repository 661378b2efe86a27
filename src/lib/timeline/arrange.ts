import type { Frame } from './frame';
import { seatLane, type Seat } from './fold';
import type { MarkIndex } from './mark-index';
import type { Facts } from './mark-facts';
import { HALF, isFold, placeMark, type Drawn, type PlacedFold, type PlacedMark } from './place';
import type { TimeScale } from './scale';
import type { SoftBar } from './strokes';

/** What is drawn of all the marks at one time: some by themselves, the others counted. */
export interface Arranged {
	/** In order of time. */
	drawn: Drawn[];
	/** Per lane, in order of time. */
	seats: Seat[][];
	/** Marks drawn by themselves, before what was raised. */
	shown: ReadonlySet<Facts>;
	/** The stretch whose marks are given seats; a little more than the field. Milliseconds. */
	from: number;
	to: number;
	bin: number;
	/** How much wider than a mark its seat is. */
	spacing: number;
}

/** Most marks drawn by themselves: more could not be told apart, nor drawn in a frame. */
export const MOST_MARKS = 220;
/** Most marks and folds. */
export const MOST_DRAWN = 230;
/** Least width of a bin, sixteenths of the text size. */
const BIN = 64;
/** Farthest that the open end of a stroke reaches, sixteenths of the text size. */
const OPEN_REACH = 120;
/** Half of the room the beginning of a stroke wants, sixteenths of the text size. */
const HALF_CABLE = 4.5;
/** Most marks of a lane that come into the field from beyond one edge and are drawn by themselves. */
const MOST_CROSSING = 6;

/** Arranges what falls into the window; folds where there is no room. */
export function arrangeMarks(index: MarkIndex, scale: TimeScale, frame: Frame): Arranged {
	for (let spacing = 1; ; spacing *= 1.6) {
		const seated = seatAll(index, scale, frame, spacing);
		const drawn = seated.seats.flat();
		const shown = drawn.filter(({ single }) => single).length;
		if (spacing > 60 || (shown <= MOST_MARKS && drawn.length <= MOST_DRAWN))
			return place(seated, index, scale, frame);
	}
}

/** The same with some marks taken out of the folds they are in; where none of them is folded, the very same. */
export function raiseMarks(
	arranged: Arranged,
	raised: readonly Facts[],
	index: MarkIndex,
	scale: TimeScale,
	frame: Frame
): Arranged {
	const { from, to, shown, spacing } = arranged;
	const isIn = (mark: Facts) => Math.max(mark.at, mark.to) >= from && Math.min(mark.at, mark.from) < to;
	const hidden = raised.filter((mark) => !shown.has(mark) && isIn(mark));
	if (hidden.length === 0) return arranged;
	// Only lanes with hidden ones are arranged anew, with all of theirs that are raised.
	const byLane = new Map<number, number[]>();
	for (const mark of raised) {
		if (!hidden.some(({ lane }) => lane === mark.lane) || !isIn(mark)) continue;
		byLane.set(mark.lane, [...(byLane.get(mark.lane) ?? []), index.placeInLane(mark)]);
	}
	const seated = seatAll(index, scale, frame, spacing, byLane, arranged.seats);
	return { ...place(seated, index, scale, frame, byLane), shown };
}

type Seated = Pick<Arranged, 'seats' | 'from' | 'to' | 'bin' | 'spacing'>;
type ByLane = ReadonlyMap<number, readonly number[]>;

function seatAll(
	index: MarkIndex,
	scale: TimeScale,
	frame: Frame,
	spacing: number,
	raised: ByLane = new Map(),
	known: readonly Seat[][] = []
): Seated {
	const { unit } = frame;
	const stretch = findStretch(scale, unit, spacing);
	const crossing = crossingByLane(index, stretch);
	const seats = index.lanes.map((lane, number) => {
		const places = raised.get(number);
		const before = known[number];
		if (before && !places) return before;
		const levels = levelsOf(frame.lanes[number]?.holds);
		return seatLane(lane, {
			...stretch,
			toX: (instant) => scale.toX(instant),
			few: Math.ceil((2 * BIN) / (2 * HALF_CABLE)) * levels.length,
			left: scale.left,
			right: scale.right,
			half: (mark) => halfOf(mark, scale, unit) * spacing,
			halfOfFold: (count) => (6 + 4 * String(count).length) * unit,
			levels: (mark) => (mark.type === 'cable' ? [0] : levels),
			crossing: crossing[number] ?? [],
			mostCrossing: MOST_CROSSING,
			raised: places ?? []
		});
	});
	return { ...stretch, seats, spacing };
}

function place(
	seated: Seated,
	index: MarkIndex,
	scale: TimeScale,
	frame: Frame,
	raised: ByLane = new Map()
): Arranged {
	const placed = seated.seats.flatMap((lane, number) => {
		const out = new Set(raised.get(number));
		return lane.map((seat) => ({
			at: seat.from,
			mark: seat.single
				? placeMark(seat.single, seat.level ?? 0, scale, frame)
				: placeFold(seat, number, index, out, scale, frame)
		}));
	});
	placed.sort((a, b) => a.at - b.at || (a.mark.key < b.mark.key ? -1 : 1));
	const drawn = placed.map(({ mark }) => mark);
	drawDoubtOnce(drawn);
	return { ...seated, drawn, shown: new Set(drawn.flatMap((mark) => (isFold(mark) ? [] : mark.facts))) };
}

/** Many times known only to one and the same day are one day in doubt, not many bars on each other. */
function drawDoubtOnce(drawn: readonly Drawn[]) {
	const known = new Set<string>();
	const isNew =
		({ facts }: PlacedMark) =>
		(bar: SoftBar) => {
			const key = `${bar.x} ${bar.y} ${bar.width} ${facts.ink}`;
			return !known.has(key) && Boolean(known.add(key));
		};
	for (const mark of drawn) {
		if ('bar' in mark) mark.doubts = mark.doubts.filter(isNew(mark));
		else if ('strokes' in mark)
			for (const stroke of mark.strokes) stroke.doubts = stroke.doubts.filter(isNew(mark));
	}
}

/** Bins begin at the same instants wherever the window is: what is folded together stays together while the chart is moved. */
function findStretch(scale: TimeScale, unit: number, spacing: number) {
	const step = 2 ** Math.ceil(Math.log2((BIN * unit) / scale.density));
	const reach = (OPEN_REACH * unit) / scale.density;
	return {
		bin: step * 2 ** Math.ceil(Math.log2(spacing)),
		from: Math.floor((scale.from - reach) / step) * step,
		to: (Math.floor((scale.to + reach) / step) + 1) * step
	};
}

function crossingByLane(index: MarkIndex, { from, to }: { from: number; to: number }): number[][] {
	const found: number[][] = [];
	const { before, after } = index.crossing(from, to);
	for (const mark of [...before, ...after]) (found[mark.lane] ??= []).push(index.placeInLane(mark));
	return found;
}

function levelsOf(holds: Frame['lanes'][number]['holds'] | undefined): readonly number[] {
	return holds === 'events' ? [0, -1, 1] : [0, -1];
}

function halfOf(mark: Facts, scale: TimeScale, unit: number): number {
	if (mark.type === 'cable') return HALF_CABLE * unit;
	if (mark.type === 'event') return HALF * unit;
	const width = scale.toX(mark.record.when.latestEnd) - scale.toX(mark.record.when.earliestStart);
	return Math.max(width / 2, HALF * unit);
}

function placeFold(
	seat: Seat,
	lane: number,
	index: MarkIndex,
	raised: ReadonlySet<number>,
	scale: TimeScale,
	frame: Frame
): PlacedFold {
	const y = frame.lanes[lane]?.y ?? 0;
	const { x, half, count, ranges } = seat;
	const marks = index.lanes[lane]?.facts ?? [];
	const first = marks[ranges[0]?.[0] ?? 0];
	return {
		key: `fold:${lane}:${first?.reference ?? ''}`,
		lane,
		count,
		half,
		span: [seat.from, seat.to],
		reach: [scale.toX(seat.from), scale.toX(seat.to)],
		anchor: [x, y],
		outline: [[[x, y]]],
		solid: [{ x: x - half, y: y - 9 * frame.unit, width: 2 * half, height: 18 * frame.unit }],
		list: () =>
			ranges.flatMap(([from, to]) => marks.slice(from, to).filter((_, offset) => !raised.has(from + offset)))
	};
}
