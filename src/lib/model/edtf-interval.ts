import type { EdtfValue } from 'edtf';
import { Temporal } from 'temporal-polyfill';
import { readEdtf } from '$lib/schema/read-edtf';
import type { WhenRecord } from '$lib/schema/records';
import { BEGINNING, END, type CalendarDate, type DayPartName, type Interval } from './interval';

/**
 * Hours a writer may mean by a part of the day; an end of 24 or more lies on the next day. "Night of 1 October" runs from dusk on
 * the 1st to dawn on the 2nd. The edges are conventions of ours, wide on purpose.
 */
const HOURS: Record<DayPartName, [number, number]> = {
	'small-hours': [0, 6],
	dawn: [4, 8],
	morning: [5, 12],
	noon: [11, 14],
	afternoon: [12, 18],
	evening: [17, 24],
	night: [18, 30]
};

const DAY = 24 * 60;

/** One date of a record: the first and last day it can mean (UTC midnights), or null where the record leaves the side open. */
interface Stretch {
	first: number | null;
	last: number | null;
	/** 1 year, 2 month, 3 day. */
	precision: number;
	approximate: boolean;
	uncertain: boolean;
}

/**
 * A date of a record as four instants, read at the clock of the place where it was written.
 * @param zone IANA zone used where the record names none
 * @throws RangeError when a clock time or a part of the day stands on a date less exact than a day
 */
export function toInterval(record: WhenRecord, zone: string): Interval {
	const given = typeof record === 'string' ? { edtf: record } : record;
	const at = given.zone ?? zone;
	const value = readEdtf(given.edtf);
	const lasts = value.type === 'Interval';
	const lower = readStretch(lasts ? value.lower : value);
	const upper = lasts ? readStretch(value.upper) : lower;
	if ((given.clock ?? given.part) && lower.precision < 3) {
		throw new RangeError(`a clock time or part of the day needs a date to the day, found "${given.edtf}"`);
	}
	const [open, close] = minutesOpen(given);
	const bound = (day: number | null, minute: number, limit: number) =>
		day === null ? limit : toInstant(day, minute, at);
	return {
		earliestStart: bound(lower.first, open - slack(lower), BEGINNING),
		latestStart: bound(lower.last, close + slack(lower), END),
		earliestEnd: bound(upper.first, open - slack(upper), BEGINNING),
		latestEnd: bound(upper.last, close + slack(upper), END),
		edtf: given.edtf,
		zone: at,
		from: calendarDate(lower.first, lower.precision),
		to:
			lower.first === upper.last || !(lasts || value.type === 'Set')
				? undefined
				: calendarDate(upper.last, upper.precision),
		clock: given.clock,
		part: given.part,
		approximate: lower.approximate || upper.approximate,
		uncertain: lower.uncertain || upper.uncertain,
		oneOf: value.type === 'Set' || value.type === 'List',
		asWritten: given.as_written,
		certainty: given.certainty,
		note: given.note
	};
}

/** First and last minute of the day that the clock or the part of the day leaves open. */
function minutesOpen({ clock, part }: { clock?: string; part?: DayPartName }): [number, number] {
	if (part && !clock) return [HOURS[part][0] * 60, HOURS[part][1] * 60];
	if (!clock) return [0, DAY];
	const [first = 0, last = first] = clock.split('/').map((text) => {
		const [hour = 0, minute = 0] = text.split(':').map(Number);
		return hour * 60 + minute;
	});
	return [first, last < first ? last + DAY : last];
}

function readStretch(value: EdtfValue | null | undefined): Stretch {
	const finite = (edge: number | undefined) => (Number.isFinite(edge) ? startOfDay(edge as number) : null);
	// The library's own `max` of a set stops at the first member of a span in it: [a..b].
	const members = [value, ...membersOf(value)].filter((member) => member !== null && member !== undefined);
	return {
		first: finite(Math.min(...members.map(({ min }) => min))),
		last: finite(Math.max(...members.map(({ max }) => max))),
		// "1950-10-XX" says no more than its month.
		precision: value?.unspecified?.value && value.precision === 3 ? 2 : (value?.precision ?? 3),
		approximate: Boolean(value?.approximate?.value),
		uncertain: Boolean(value?.uncertain?.value)
	};
}

function membersOf(value: EdtfValue | null | undefined): EdtfValue[] {
	const isMember = (entry: unknown): entry is EdtfValue =>
		typeof entry === 'object' && entry !== null && 'min' in entry;
	return (value?.type === 'Set' || value?.type === 'List') && Array.isArray(value.values)
		? value.values.flat().filter(isMember)
		: [];
}

function startOfDay(milliseconds: number): number {
	const day = new Date(milliseconds);
	return Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate());
}

const instants = new Map<string, number>();

/** Minutes count from the midnight that begins the day at the place. */
function toInstant(day: number, minute: number, zone: string): number {
	const key = `${day} ${minute} ${zone}`;
	let instant = instants.get(key);
	if (instant === undefined) {
		const date = new Date(day);
		instant = Temporal.PlainDate.from({
			year: date.getUTCFullYear(),
			month: date.getUTCMonth() + 1,
			day: date.getUTCDate()
		})
			.toPlainDateTime()
			.add({ minutes: minute })
			.toZonedDateTime(zone).epochMilliseconds;
		instants.set(key, instant);
	}
	return instant;
}

/** Minutes that "about" adds on either side: a day to a day, a month to a month, a year to a year. A convention of ours. */
function slack({ approximate, precision }: Stretch): number {
	if (!approximate) return 0;
	return DAY * (precision >= 3 ? 1 : precision === 2 ? 30 : 365);
}

function calendarDate(day: number | null, precision: number): CalendarDate | undefined {
	if (day === null) return undefined;
	const date = new Date(day);
	return {
		year: date.getUTCFullYear(),
		...(precision >= 2 && { month: date.getUTCMonth() + 1 }),
		...(precision >= 3 && { day: date.getUTCDate() })
	};
}
