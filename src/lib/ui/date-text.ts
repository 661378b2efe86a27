import { m } from '$lib/paraglide/messages';
import { intlLocale } from './page-language';

interface CalendarDate {
	year: number;
	month?: number;
	day?: number;
}

/** What is needed of a date to say it: calendar dates as written, never shifted into another zone. */
export interface DatedText {
	from?: CalendarDate;
	to?: CalendarDate;
	clock?: string;
	part?: 'small-hours' | 'dawn' | 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';
	approximate: boolean;
	uncertain: boolean;
	oneOf: boolean;
}

type Length = 'long' | 'short';

/** "night of 1 October 1950", "about 25 September 1950", "before 2 October 1950": no more exact than the record. */
export function dateText(date: DatedText, length: Length = 'long'): string {
	const { from, to } = date;
	let text: string;
	if (from && to) {
		text = date.oneOf
			? m.date_one_of({ from: calendarText(from, length), to: calendarText(to, length) })
			: rangeText(from, to, length);
	} else if (from) {
		text = withHour(calendarText(from, length), date);
	} else {
		text = to ? m.date_until({ date: calendarText(to, length) }) : m.date_unknown();
	}
	if (date.approximate) text = m.date_about({ date: text });
	return date.uncertain ? m.date_uncertain({ date: text }) : text;
}

function withHour(day: string, { clock, part }: DatedText): string {
	if (clock) return m.date_at_clock({ date: day, clock: clock.replace('/', '–') });
	switch (part) {
		case 'small-hours':
			return m.date_small_hours({ date: day });
		case 'dawn':
			return m.date_dawn({ date: day });
		case 'morning':
			return m.date_morning({ date: day });
		case 'noon':
			return m.date_noon({ date: day });
		case 'afternoon':
			return m.date_afternoon({ date: day });
		case 'evening':
			return m.date_evening({ date: day });
		case 'night':
			return m.date_night({ date: day });
		default:
			return day;
	}
}

const formats = new Map<string, Intl.DateTimeFormat>();

function calendarFormat({ month, day }: CalendarDate, length: Length): Intl.DateTimeFormat {
	const locale = intlLocale();
	const key = `${locale} ${length} ${Boolean(month)} ${Boolean(day)}`;
	let format = formats.get(key);
	if (!format) {
		format = new Intl.DateTimeFormat(locale, {
			timeZone: 'UTC',
			...(length === 'long' || !day ? { year: 'numeric' as const } : {}),
			...(month && { month: length === 'long' ? ('long' as const) : ('short' as const) }),
			...(day && { day: 'numeric' as const })
		});
		formats.set(key, format);
	}
	return format;
}

function calendarText(date: CalendarDate, length: Length): string {
	return calendarFormat(date, length).format(asUtc(date));
}

function rangeText(from: CalendarDate, to: CalendarDate, length: Length): string {
	return calendarFormat(from, length).formatRange(asUtc(from), asUtc(to));
}

function asUtc({ year, month = 1, day = 1 }: CalendarDate): number {
	return Date.UTC(year, month - 1, day);
}
