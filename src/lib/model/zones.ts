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
