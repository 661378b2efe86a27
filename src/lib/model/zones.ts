const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Date and time on the wall of a place at an instant, by the zone's own history. */
export interface WallClock {
	year: number;
	month: number;
	day: number;
	hour: number;
	minute: number;
	/** Minutes ahead of UTC at that instant. */
	offset: number;
}

/**
 * What the clocks of an IANA zone showed at an instant (milliseconds UTC).
 * @throws RangeError for a zone the platform does not know
 */
export function wallClock(instant: number, zone: string): WallClock {
	let format = formats.get(zone);
	if (!format) {
		format = new Intl.DateTimeFormat('en-u-ca-iso8601', {
			timeZone: zone,
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric'
		});
		formats.set(zone, format);
	}
	const parts = Object.fromEntries(
		format.formatToParts(instant).map(({ type, value }) => [type, Number(value)])
	);
	const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
	const local = Date.UTC(year, month - 1, day, hour, minute, second);
	return { year, month, day, hour, minute, offset: Math.round((local - instant) / 60_000) };
}

/**
 * The instant (milliseconds UTC) at which the clocks of a zone show a date and time. An hour that a change of clocks leaves out is taken
 * as if the clocks had not yet changed; of an hour that comes twice it is the first.
 * @param local the date and time as if they were UTC, milliseconds
 */
export function instantAt(local: number, zone: string): number {
	const offsetAt = (instant: number) => wallClock(instant, zone).offset * 60_000;
	const before = local - offsetAt(local - DAY);
	if (offsetAt(before) === local - before) return before;
	const after = local - offsetAt(local + DAY);
	return offsetAt(after) === local - after ? after : before;
}
