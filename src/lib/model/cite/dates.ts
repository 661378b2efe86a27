import type { CalendarDate, DayPartName, Interval } from '$lib/model/interval';
import { END } from '$lib/model/interval';

/** A date as far as a citation says it. Season 1–4, spring first, as EDTF's 21–24 and CSL count them. */
export interface CiteDate {
	from?: CalendarDate;
	to?: CalendarDate;
	season?: number;
	part?: DayPartName;
	/** One day of the stretch is meant, not all of it. */
	oneOf: boolean;
	/** "or later": the record leaves the end open. */
	isOpen: boolean;
	approximate: boolean;
	uncertain: boolean;
	edtf: string;
}

/** Of the one-line date of a manual: October 1, 1950 (Chicago), 1 Oct. 1950 (MLA), 1950, October 1 (APA). */
export type DateStyle = 'chicago' | 'mla' | 'apa';

const SEASONS = ['spring', 'summer', 'autumn', 'winter'];
const MONTHS = [
	...['January', 'February', 'March', 'April', 'May', 'June'],
	...['July', 'August', 'September', 'October', 'November', 'December']
];
/** MLA 9 shortens all but May, June and July. */
const SHORT_MONTHS = [
	...['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June'],
	...['July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.']
];

/** What can be cited of an interval; a claim of low certainty counts as uncertain. */
export function toCiteDate(when: Interval): CiteDate {
	const { edtf, from, to, part, oneOf, approximate, uncertain, certainty, latestEnd } = when;
	const season = /^-?\d{4}-2([1-4])$/.exec(edtf)?.[1];
	const masked = /^-?\d{2,3}(X{1,2})$/.exec(edtf)?.[1];
	const doubt = { approximate, uncertain: uncertain || certainty === 'low' || certainty === 'unknown' };
	const rest = { edtf, oneOf, part, isOpen: latestEnd === END, ...doubt };
	if (season && from) return { ...rest, from: { year: from.year }, season: Number(season) };
	// "195X" is one year of ten, which the interval's calendar dates do not show.
	if (masked && from) {
		return { ...rest, from, to: { year: from.year + 10 ** masked.length - 1 }, oneOf: true };
	}
	return { ...rest, from, to };
}

/** The date in words; undefined where nothing is known. */
export function printDate(date: CiteDate, style: DateStyle): string | undefined {
	const text = withDay(date, style);
	if (text === undefined) return undefined;
	const about = date.approximate ? `${style === 'mla' ? 'circa' : 'ca.'} ${text}` : text;
	if (!date.uncertain) return about;
	return style === 'chicago' ? `[${about}?]` : `${about}?`;
}

/** The year alone, for APA's reference in the text. */
export function printYear({ from, to, approximate, uncertain }: CiteDate): string | undefined {
	const years = [...new Set([from?.year, to?.year].filter((year) => year !== undefined))];
	if (years.length === 0) return undefined;
	return `${approximate ? 'ca. ' : ''}${years.join('–')}${uncertain ? '?' : ''}`;
}

/** As CSL-JSON has it; doubt of any sort is `circa`. */
export function toCslDate(date: CiteDate): CslDate | undefined {
	const parts = [date.from, date.to].flatMap((one) => (one ? [toParts(one)] : []));
	if (parts.length === 0) return undefined;
	const isOnlyAnEnd = !date.from;
	const circa = date.approximate || date.uncertain || date.oneOf || date.isOpen || isOnlyAnEnd;
	return { 'date-parts': parts, ...(date.season && { season: date.season }), ...(circa && { circa: true }) };
}

export interface CslDate {
	'date-parts': number[][];
	season?: number;
	circa?: boolean;
}

export function toParts({ year, month, day }: CalendarDate): number[] {
	return [year, month, day].filter((part) => part !== undefined);
}

/** One calendar date: for the day of access. */
export function printDay(day: CalendarDate, style: DateStyle): string {
	return printSpan(day, day, style, '');
}

function withDay(date: CiteDate, style: DateStyle): string | undefined {
	const { from, to, season, part } = date;
	if (from && to) {
		if (!date.oneOf) return printSpan(from, to, style, '–');
		if (style !== 'apa' || from.year !== to.year) return `between ${printSpan(from, to, style, ' and ')}`;
		return printSpan(from, to, style, ' and ').replace(', ', ', between ');
	}
	const known = from ?? to;
	if (!known) return undefined;
	const day = season ? withSeason(known.year, season, style) : printDay(known, style);
	if (!from) return `by ${day}`;
	if (date.isOpen) return style === 'mla' ? `${day} or later` : `${day}, or later`;
	if (!part || !known.day) return day;
	const name = part === 'small-hours' ? 'small hours' : part;
	return style === 'apa' ? `${day}, ${name}` : `${name} of ${day}`;
}

function withSeason(year: number, season: number, style: DateStyle): string {
	const name = SEASONS[season - 1] ?? '';
	return style === 'apa' ? `${year}, ${name}` : `${name} ${year}`;
}

/** Two dates with what they share said once. */
function printSpan(from: CalendarDate, to: CalendarDate, style: DateStyle, between: string): string {
	const isOne = from === to;
	const sharesYear = from.year === to.year;
	const sharesMonth = sharesYear && from.month !== undefined && from.month === to.month;
	const month = ({ month: number }: CalendarDate) =>
		number ? ((style === 'mla' ? SHORT_MONTHS : MONTHS)[number - 1] ?? '') : '';
	const dayOfMonth = (one: CalendarDate) =>
		(style === 'mla' ? [one.day, month(one)] : [month(one), one.day]).filter(Boolean).join(' ');
	const withYear = (text: string, { year, day }: CalendarDate) => {
		if (!text) return String(year);
		if (style === 'apa') return `${year}, ${text}`;
		return style === 'chicago' && day ? `${text}, ${year}` : `${text} ${year}`;
	};
	const whole = (one: CalendarDate) => withYear(dayOfMonth(one), one);

	if (isOne) return whole(from);
	if (!sharesYear || !from.month || !to.month) return `${whole(from)}${between}${whole(to)}`;
	if (sharesMonth && from.day && to.day) {
		const days = `${from.day}${between}${to.day}`;
		return withYear(style === 'mla' ? `${days} ${month(from)}` : `${month(from)} ${days}`, from);
	}
	return withYear(`${dayOfMonth(from)}${between}${dayOfMonth(to)}`, to);
}
