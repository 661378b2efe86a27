const DAY = 86_400_000;
const WEEK = 7 * DAY;
const formats = new Map<string, Intl.DateTimeFormat>();
/** By zone and by number of the week; null where the clocks were changed in it. */
const offsets = new Map<string, Map<number, number | null>>();

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
	const offset = offsetAt(instant, zone);
	const local = new Date(Math.floor(instant / 1000) * 1000 + offset);
	return {
		year: local.getUTCFullYear(),
		month: local.getUTCMonth() + 1,
		day: local.getUTCDate(),
		hour: local.getUTCHours(),
		minute: local.getUTCMinutes(),
		offset: Math.round(offset / 60_000)
	};
}

/** How far the clocks were ahead of UTC, milliseconds. The platform is slow to say it, and is asked once for a week without a change. */
function offsetAt(instant: number, zone: string): number {
	const week = Math.floor(instant / WEEK);
	let known = offsets.get(zone);
	if (!known) offsets.set(zone, (known = new Map<number, number | null>()));
	let offset = known.get(week);
	if (offset === undefined) {
		const [first, last] = [askOffset(week * WEEK, zone), askOffset((week + 1) * WEEK - 1000, zone)];
		offset = first === last ? first : null;
		known.set(week, offset);
	}
	return offset ?? askOffset(instant, zone);
}

function askOffset(instant: number, zone: string): number {
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
	return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}

/**
 * The instant (milliseconds UTC) at which the clocks of a zone show a date and time. An hour that a change of clocks leaves out is taken
 * as if the clocks had not yet changed; of an hour that comes twice it is the first.
 * @param local the date and time as if they were UTC, milliseconds
 */
export function instantAt(local: number, zone: string): number {
	const ahead = (instant: number) => wallClock(instant, zone).offset * 60_000;
	const before = local - ahead(local - DAY);
	if (ahead(before) === local - before) return before;
	const after = local - ahead(local + DAY);
	return ahead(after) === local - after ? after : before;
}
