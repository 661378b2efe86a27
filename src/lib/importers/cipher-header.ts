import { dayOf, monthOf, romanMonthOf } from './archive-date';
import type { CipherTimes } from './importer';

export interface CipherReading {
	times: CipherTimes;
	notes: { message: string; line: number }[];
}

interface HeaderLine {
	text: string;
	number: number;
}

type Act = keyof CipherTimes;

const acts: Record<string, Act> = {
	sent: 'sent',
	dispatched: 'sent',
	transmitted: 'sent',
	received: 'received',
	receipt: 'received',
	recd: 'received',
	arrived: 'received',
	sending: 'sent',
	dispatch: 'sent',
	transmission: 'sent',
	decyphered: 'deciphered',
	deciphering: 'deciphered',
	decoding: 'deciphered',
	deciphered: 'deciphered',
	decoded: 'deciphered',
	decrypted: 'deciphered'
};
const longestHeaderLine = 180;
/** "Received your telegram of 2 October at 12:15" speaks of another cable. */
const inProse = /^\w+,? (?:your|our|my|the|his|their|a) (?!\d)|\b(?:we|I|you)\b(?! ?\.)/;

/**
 * Reads when a cable was sent, received and deciphered from the lines of a Soviet cipher form, as translations print them:
 * "Received at 19 hours 35 minutes on 30 September 1950", "SENT 29.9.50 23:30", "Deciphered 14:55 29.IX.1950".
 * A time that is missing, doubled or impossible is left out and noted.
 * @param pageDate EDTF of the page; it supplies a missing year and settles 10/9/50 when only one reading is near it.
 */
export function readCipherHeader(lines: HeaderLine[], pageDate: string | null): CipherReading {
	const times: CipherTimes = {};
	const notes: CipherReading['notes'] = [];
	const wordings = new Map<Act, string>();
	const doubtful = new Set<Act>();
	lines.forEach(({ text, number }, index) => {
		for (const { act, clause } of actsOf(text)) {
			const next = lines[index + 1]?.text ?? '';
			const whole = clause.length < 40 && isOnlyTime(next) ? `${clause} ${next}` : clause;
			const reading = readMoment(whole, pageDate);
			if (reading === null) continue;
			const say = (message: string) => notes.push({ message, line: number });
			if ('doubt' in reading) {
				say(`The time after "${act}" was left out: ${reading.doubt}.`);
				if (times[act] === undefined) doubtful.add(act);
				continue;
			}
			if (doubtful.has(act)) continue;
			const earlier = times[act];
			const wording = wordingOf(whole);
			if (earlier === undefined) {
				times[act] = reading.moment;
				wordings.set(act, wording);
				if (/\bto be (?:sent|dispatched|transmitted)\b/i.test(text)) {
					say('The form says when the cable is to be sent; taken as the time of sending.');
				}
				if (reading.assumed) say(reading.assumed);
			} else if (earlier !== reading.moment && wordings.get(act) === wording) {
				delete times[act];
				doubtful.add(act);
				say(`Two different times are given for "${act}"; both were left out.`);
			} else if (earlier !== reading.moment) {
				say(`A further time for "${act}" (${reading.moment}) concerns another desk; the first was kept.`);
			}
		}
		const below = lines[index + 1]?.text ?? '';
		const bare = isOnlyTime(below) ? `${text} ${below}` : text;
		if (isHeaderStart(text) && actsOf(text).length === 0 && readMoment(bare, pageDate) !== null) {
			const message =
				'A clock time stands here without saying whether the cable was sent or received; left out.';
			notes.push({ message, line: number });
		}
	});
	const { sent, received, deciphered } = times;
	const order = [sent, received, deciphered].filter((moment) => moment !== undefined);
	if (order.some((moment, index) => index > 0 && moment < (order[index - 1] ?? ''))) {
		const message =
			'The clock times are out of order (sent, received, deciphered); they were kept as printed.';
		notes.push({ message, line: lines[0]?.number ?? 1 });
	}
	if (order.length > 0) {
		const message = 'Clock times are as printed; the page does not say for which zone.';
		notes.push({ message, line: lines[0]?.number ?? 1 });
	}
	return { times, notes };
}

function isHeaderStart(text: string): boolean {
	return /^(?:from|to|no|№|nr|ciphered|cipher|strictly|special|incoming|outgoing|issuing|destination|copy)\b/i.test(
		text
	);
}

/** The clauses of a form's line that begin with an act; prose that merely mentions one has other words before it. */
function actsOf(text: string): { act: Act; clause: string }[] {
	if (text.length > longestHeaderLine) return [];
	const found = [
		...text.matchAll(
			/\b(sent|sending|dispatch(?:ed)?|transmitted|transmission|received|receipt|rec[’']?d|arrived|dec[iy]phered|deciphering|decod(?:ed|ing)|decrypted)\b/gi
		)
	];
	const before = text
		.slice(0, found[0]?.index ?? 0)
		.replace(/^[\s|([•*–-]+/, '')
		.trim();
	const opens =
		before === '' ||
		isHeaderStart(before) ||
		/^(?:to be|(?:time|date|hour|day)(?: of)?|when|telegram|cable)$/i.test(before);
	if (!opens) return [];
	return found.flatMap((match, index) => {
		const act = acts[(match[1] ?? '').toLowerCase().replace(/[’']/, '')];
		const clause = text.slice(match.index, found[index + 1]?.index ?? text.length);
		return act && clause.split(/\s+/).length <= 16 && !inProse.test(clause) ? [{ act, clause }] : [];
	});
}

function wordingOf(clause: string): string {
	return (clause.match(/\p{L}+/gu) ?? [])
		.filter((word) => monthOf(word) === null && !/^(?:at|on|hours?|minutes?|[ap]m?|m)$/i.test(word))
		.join(' ')
		.toLowerCase();
}

function isOnlyTime(text: string): boolean {
	return (
		text.length <= 60 &&
		/\d/.test(text) &&
		wordingOf(text)
			.replace(/\b[ivx]+\b/g, '')
			.trim() === ''
	);
}

type Moment = { moment: string; assumed?: string } | { doubt: string };

/** A date and a clock time in one clause; null when it has no clock time at all. */
function readMoment(clause: string, pageDate: string | null): Moment | null {
	if (clause.length > longestHeaderLine * 2) return null;
	const dates = findDates(clause, pageDate);
	const clocks = findClocks(dates.rest);
	if (clocks.length === 0) return null;
	if (clocks.length > 1) return { doubt: 'more than one clock time stands there' };
	const clock = clocks[0];
	if (!clock) return { doubt: 'there is no such hour' };
	if (dates.days.length === 0) return { doubt: 'no date stands with it' };
	if (dates.days.length > 1) return { doubt: 'more than one date stands with it' };
	const day = dates.days[0];
	if (!day?.edtf) return { doubt: day?.doubt ?? 'there is no such day' };
	return { moment: `${day.edtf}T${clock}`, assumed: day.assumed };
}

interface Day {
	edtf: string | null;
	doubt?: string;
	assumed?: string;
}

const month = '((?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\\p{L}{0,6})';
const inWords = new RegExp(
	`\\b(?:(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${month}\\.?,?(?: (\\d{4}))?|${month}\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? ?(\\d{4})(?!\\s?h(?:ou)?rs))?)(?!\\p{L}|\\d)`,
	'giu'
);
const inFigures =
	/(?<![\d.:/])(\d{1,2})([./-])(\d{1,2}|[IVX]{1,4})(?:[./-](\d{4}|\d{2})|[./-] (\d{4}))(?!\d)/g;
const iso = /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?!\d)(?:T(?=\d))?/g;

function findDates(clause: string, pageDate: string | null): { days: Day[]; rest: string } {
	const days: Day[] = [];
	const noted = (match: string, day: Day | null): string => {
		if (!day) return match;
		days.push(day);
		return ' ; ';
	};
	const rest = clause
		.replace(iso, (match, year: string, month: string, day: string) =>
			noted(match, { edtf: dayOf(Number(year), Number(month), Number(day)) })
		)
		.replace(inFigures, (match, first: string, mark: string, second: string, year?: string, after?: string) =>
			noted(match, readFigures(first, mark, second, year ?? after ?? '', pageDate))
		)
		.replace(inWords, (match, d1: string, m1: string, y1: string, m2: string, d2: string, y2: string) => {
			const month = monthOf(m1 ?? m2 ?? '');
			if (month === null) return match;
			const year = y1 ?? y2 ?? pageDate?.slice(0, 4);
			if (!year) return noted(match, { edtf: null, doubt: 'its date has no year' });
			const assumed = y1 || y2 ? undefined : `No year stands with the time; ${year} was assumed.`;
			return noted(match, { edtf: dayOf(Number(year), month, Number(d1 ?? d2)), assumed });
		});
	return { days, rest };
}

function readFigures(
	first: string,
	mark: string,
	second: string,
	year: string,
	pageDate: string | null
): Day {
	const fullYear = year.length === 2 ? 1900 + Number(year) : Number(year);
	const month = romanMonthOf(second) ?? Number(second);
	const dayFirst = dayOf(fullYear, month, Number(first));
	// Points and Roman numerals are the Russian way, day first; a slash may also be the American way.
	if (mark !== '/' || romanMonthOf(second) !== null) return { edtf: dayFirst };
	const monthFirst = dayOf(fullYear, Number(first), Number(second));
	if (!dayFirst || !monthFirst || dayFirst === monthFirst) return { edtf: dayFirst ?? monthFirst };
	const near = [dayFirst, monthFirst].filter((day) => daysBetween(day, pageDate) <= 7);
	const only = near.length === 1 ? near[0] : undefined;
	const written = `${first}/${second}/${year}`;
	if (!only) return { edtf: null, doubt: `${written} may be day/month or month/day` };
	return { edtf: only, assumed: `${written} was read as ${only}, the reading near the date of the page.` };
}

function daysBetween(day: string, pageDate: string | null): number {
	if (!pageDate || pageDate.length < 10) return Infinity;
	return Math.abs(Date.parse(day) - Date.parse(pageDate.slice(0, 10))) / 86_400_000;
}

const clockForms =
	/(?<![\d.:])(?:(\d{1,2}) ?(?:hours?|hrs?)\b\.?,?(?: (?:and )?(\d{1,2}) ?(?:minutes?|mins?)\b)?|(\d{1,2})[:.](\d{2})(?::\d{2})?(?![\d.:])|(\d{1,2})(?= ?[ap]\.?m\b)|(\d{2})(\d{2}) ?(?:hours?|hrs?)\b|\b(?:12 )?(noon)\b)(?: ?([ap])\.?m\b)?/gi;

/** Each clock time as "HH:MM"; null stands for one that no clock shows. */
function findClocks(text: string): (string | null)[] {
	return [...text.matchAll(clockForms)].map((match) => {
		if (match[8]) return '12:00';
		const hour = Number(match[1] ?? match[3] ?? match[5] ?? match[6]);
		const minute = Number(match[2] ?? match[4] ?? match[7] ?? 0);
		return readClock(hour, minute, (match[9] ?? '').toLowerCase());
	});
}

function readClock(hour: number, minute: number, half: string): string | null {
	if (hour > 23 || minute > 59 || (half === 'a' && hour > 12)) return null;
	const afternoon = half === 'p' && hour < 12 ? hour + 12 : hour;
	const full = half === 'a' && hour === 12 ? 0 : afternoon;
	return `${String(full).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
