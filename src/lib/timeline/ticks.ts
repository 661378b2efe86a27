import { utcDay, utcHour, utcMinute, utcMonday, utcMonth, utcYear, type TimeInterval } from 'd3';
import { wallClock } from '$lib/model/zones';
import { DAY, HOUR, MINUTE, type TimeScale } from './scale';

export type TickUnit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

export interface Tick {
	instant: number;
	x: number;
	/** Calendar and clock of the zone, as if they were UTC: format it with `timeZone: 'UTC'`. */
	local: number;
}

/** A stretch of the upper row: a day over its hours, a month over its days, a year over its months. */
export interface TickSpan extends Tick {
	end: number;
}

export interface Ticks {
	unit: TickUnit;
	/** User units between two ticks, about. */
	gap: number;
	minor: Tick[];
	major: { unit: TickUnit; spans: TickSpan[] } | null;
}

interface Step {
	unit: TickUnit;
	length: number;
	/** Least distance that leaves its label room, in sixteenths of the text size. */
	room: number;
	interval: TimeInterval;
}

const every = (interval: { every(count: number): TimeInterval | null }, count: number, other: TimeInterval) =>
	interval.every(count) ?? other;

const STEPS: Step[] = [
	...[1, 5, 15, 30].map((count) => ({
		unit: 'minute' as const,
		length: count * MINUTE,
		room: 48,
		interval: every(utcMinute, count, utcMinute)
	})),
	...[1, 3, 6, 12].map((count) => ({
		unit: 'hour' as const,
		length: count * HOUR,
		room: 48,
		interval: every(utcHour, count, utcHour)
	})),
	{ unit: 'day', length: DAY, room: 22, interval: utcDay },
	{ unit: 'week', length: 7 * DAY, room: 26, interval: utcMonday },
	{ unit: 'month', length: 30 * DAY, room: 40, interval: utcMonth },
	{ unit: 'month', length: 91 * DAY, room: 40, interval: every(utcMonth, 3, utcMonth) },
	...[1, 2, 5, 10, 20, 50, 100].map((count) => ({
		unit: 'year' as const,
		length: count * 365 * DAY,
		room: 44,
		interval: every(utcYear, count, utcYear)
	}))
];

const ABOVE: Record<TickUnit, { unit: TickUnit; interval: TimeInterval } | null> = {
	minute: { unit: 'day', interval: utcDay },
	hour: { unit: 'day', interval: utcDay },
	day: { unit: 'month', interval: utcMonth },
	week: { unit: 'month', interval: utcMonth },
	month: { unit: 'year', interval: utcYear },
	year: null
};

/**
 * Ticks at round times of a zone's clocks, by the zone's own history, in two rows.
 * @param zone IANA zone
 * @param unit one sixteenth of the text size, in user units
 */
export function findTicks(scale: TimeScale, zone: string, unit: number): Ticks {
	const step = STEPS.find(({ length, room }) => length * scale.density >= room * unit) ?? STEPS.at(-1);
	if (!step) return { unit: 'year', gap: 0, minor: [], major: null };
	const clock = createLocalClock(scale, zone);
	const from = clock.toLocal(scale.from);
	const to = clock.toLocal(scale.to);
	const tickAt = (local: number): Tick => {
		const instant = clock.toInstant(local);
		return { instant, local, x: scale.toX(instant) };
	};
	const minor = step.interval
		.range(step.interval.ceil(new Date(from)), new Date(to + 1))
		.map((date) => tickAt(date.getTime()));
	const above = ABOVE[step.unit];
	const starts = above?.interval.range(above.interval.floor(new Date(from)), new Date(to + 1)) ?? [];
	const major = above && {
		unit: above.unit,
		spans: starts.map((date) => ({
			...tickAt(date.getTime()),
			end: scale.toX(clock.toInstant(above.interval.offset(date, 1).getTime()))
		}))
	};
	return { unit: step.unit, gap: step.length * scale.density, minor, major };
}

/** Both directions between instants and a zone's clock; one offset serves where an hour cannot be seen. */
function createLocalClock(scale: TimeScale, zone: string) {
	const offsetAt = (instant: number) => findOffset(instant, zone);
	const middle = offsetAt((scale.from + scale.to) / 2);
	if (HOUR * scale.density < 1) {
		return { toLocal: (instant: number) => instant + middle, toInstant: (local: number) => local - middle };
	}
	return {
		toLocal: (instant: number) => instant + offsetAt(instant),
		toInstant: (local: number) => local - offsetAt(local - offsetAt(local - middle))
	};
}

const offsets = new Map<string, number>();
const MOST_OFFSETS = 5000;

/** Milliseconds a zone is ahead of UTC: asked for some hundred times a frame, it is remembered for hours without a change. */
function findOffset(instant: number, zone: string): number {
	const hour = Math.floor(instant / HOUR);
	const [first, last] = [offsetOfHour(hour, zone), offsetOfHour(hour + 1, zone)];
	return first === last ? first : wallClock(instant, zone).offset * MINUTE;
}

function offsetOfHour(hour: number, zone: string): number {
	const key = `${zone} ${hour}`;
	let offset = offsets.get(key);
	if (offset === undefined) {
		if (offsets.size > MOST_OFFSETS) offsets.clear();
		offset = wallClock(hour * HOUR, zone).offset * MINUTE;
		offsets.set(key, offset);
	}
	return offset;
}
