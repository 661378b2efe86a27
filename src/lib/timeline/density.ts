import { utcDay, utcMonday, utcMonth, utcYear } from 'd3';
import { firstFrom } from '$lib/model/stretches';
import type { Stretch } from './scale';

/** How many marks fall into one stretch of time, milliseconds. */
export interface Bin {
	from: number;
	to: number;
	count: number;
}

const DAY = 86_400_000;
const LADDER = [
	{ interval: utcDay, length: DAY },
	{ interval: utcMonday, length: 7 * DAY },
	{ interval: utcMonth, length: 31 * DAY }
];
/** Narrower bars run together. */
const LEAST_BAR = 4;

/**
 * Counts instants, which come in order, by day, week, month or year: the finest whose bars can still be told apart.
 * @param width room for all bars, user units
 * @param offset minutes the counting clock is ahead of UTC
 */
export function countDensity(instants: ArrayLike<number>, span: Stretch, width: number, offset = 0): Bin[] {
	const shift = offset * 60_000;
	const [from, to] = [span[0] + shift, span[1] + shift];
	const { interval } = LADDER.find(({ length }) => (length / (to - from)) * width >= LEAST_BAR) ?? {
		interval: utcYear
	};
	const starts = interval.range(interval.floor(new Date(from)), new Date(to)).map((date) => date.getTime());
	const bins = starts.map((start, index) => ({
		from: start - shift,
		to: (starts[index + 1] ?? interval.offset(new Date(start), 1).getTime()) - shift,
		count: 0
	}));
	for (const bin of bins) bin.count = firstFrom(instants, bin.to) - firstFrom(instants, bin.from);
	return bins;
}
