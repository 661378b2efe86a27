/** Bounds of time that stand for "without limit"; the first and last instant a Date can hold. Milliseconds. */
export const BEGINNING = -8.64e15;
export const END = 8.64e15;

export type DayPartName = 'small-hours' | 'dawn' | 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';

/** A calendar date as written, as far as it goes. Month 1–12. */
export interface CalendarDate {
	year: number;
	month?: number;
	day?: number;
}

/**
 * When something was, as four instants (milliseconds UTC): it began between `earliestStart` and `latestStart` and ended between
 * `earliestEnd` and `latestEnd`. A moment known only to its day has all of the day as doubt.
 */
export interface Interval {
	earliestStart: number;
	latestStart: number;
	earliestEnd: number;
	latestEnd: number;
	/** As in the record, for machines. */
	edtf: string;
	zone: string;
	/** For people: the calendar dates at the place, never shifted into another zone. */
	from?: CalendarDate;
	to?: CalendarDate;
	clock?: string;
	part?: DayPartName;
	approximate: boolean;
	uncertain: boolean;
	/** true when only one of several dates is meant, not a duration. */
	oneOf: boolean;
	asWritten?: string;
	certainty?: 'high' | 'medium' | 'low' | 'unknown';
	note?: string;
}

/** The instant to sort and point by: the middle of what is possible, or the finite edge. */
export function middleOf(interval: Interval): number {
	const { earliestStart, latestEnd } = interval;
	if (earliestStart === BEGINNING) return latestEnd;
	if (latestEnd === END) return earliestStart;
	return (earliestStart + latestEnd) / 2;
}

/** Whether the whole of it is known to the minute. */
export function isExact(interval: Interval): boolean {
	return interval.earliestStart === interval.latestStart && interval.earliestEnd === interval.latestEnd;
}

/** Whether the instant (milliseconds) may lie inside. */
export function mayContain(interval: Interval, instant: number): boolean {
	return instant >= interval.earliestStart && instant <= interval.latestEnd;
}
