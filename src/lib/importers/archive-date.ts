const monthNames =
	'january february march april may june july august september october november december'.split(' ');
const romanMonths = 'I II III IV V VI VII VIII IX X XI XII'.split(' ');

/** 1–12 for "October", "Oct." or "Sept"; null for anything else. */
export function monthOf(word: string): number | null {
	const plain = word.toLowerCase().replace(/\.$/, '');
	if (plain.length < 3) return null;
	const index = monthNames.findIndex(
		(name) => name === plain || name.slice(0, 3) === plain || (plain === 'sept' && name === 'september')
	);
	return index < 0 ? null : index + 1;
}

/** 1–12 for a Roman numeral as Soviet forms write months. */
export function romanMonthOf(word: string): number | null {
	const index = romanMonths.indexOf(word.toUpperCase());
	return index < 0 ? null : index + 1;
}

/** EDTF day, or null when the calendar has no such day. */
export function dayOf(year: number, month: number, day: number): string | null {
	const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
	if (month < 1 || month > 12 || day < 1 || day > days) return null;
	return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * Reads a line that is a date and nothing else: "October 1, 1950", "01 October 1950", "October 1950", "1950", "ca. 1950".
 * @returns EDTF; null when it has the form of a date but is none (February 30); undefined when it is not a date line.
 */
export function readDateLine(line: string): string | null | undefined {
	if (line.length > 60) return undefined;
	if (/^(?:undated|no date|date unknown|n\.? ?d\.?)$/i.test(line)) return null;
	const bracketed = /^\[(.+)\]$/.exec(line)?.[1] ?? line;
	const uncertain = bracketed.endsWith('?');
	const edtf = readRange(bracketed.replace(/\s*\?$/, ''));
	return edtf && uncertain && !edtf.includes('/')
		? `${edtf.replace('~', '')}${edtf.endsWith('~') ? '%' : '?'}`
		: edtf;
}

/** "October 1-3, 1950", "September 30, 1950 - October 2, 1950", or one date. */
function readRange(line: string): string | null | undefined {
	const days = /^(\p{L}+\.? )(\d{1,2})\s?[-–]\s?(\d{1,2})(, \d{4})$/u.exec(line);
	const ends = days
		? [`${days[1]}${days[2]}${days[4]}`, `${days[1]}${days[3]}${days[4]}`]
		: line.split(/ (?:-|–|—|to) /);
	if (ends.length !== 2) return readOneDate(line);
	const [from, to] = ends.map((end) => readOneDate(end));
	if (from === undefined || to === undefined) return undefined;
	return from === null || to === null || from > to ? null : `${from}/${to}`;
}

function readOneDate(line: string): string | null | undefined {
	const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(line);
	if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
	const approximate = /^(?:ca\.?|circa|c\.)\s+/i.exec(line);
	const words = line
		.slice(approximate?.[0].length ?? 0)
		.replace(/^(?:mon|tues|wednes|thurs|fri|satur|sun)day,? /i, '')
		.split(/[\s,]+/)
		.filter(Boolean);
	const edtf = readDateWords(words);
	return edtf && approximate ? `${edtf}~` : edtf;
}

function readDateWords(words: string[]): string | null | undefined {
	const year = /^\d{4}$/.test(words.at(-1) ?? '') ? Number(words.at(-1)) : null;
	if (year === null || words.length > 3) return undefined;
	if (words.length === 1) return String(year);
	const month = words.slice(0, -1).map(monthOf);
	const number = month.findIndex((value) => value !== null);
	if (number < 0) return undefined;
	const monthNumber = month[number] ?? 0;
	if (words.length === 2) return `${year}-${String(monthNumber).padStart(2, '0')}`;
	const day = words[number === 0 ? 1 : 0] ?? '';
	return /^\d{1,2}(?:st|nd|rd|th)?$/.test(day)
		? dayOf(year, monthNumber, Number.parseInt(day, 10))
		: undefined;
}

const datelineWords = new Set(
	(
		'of on the at in from early late night nights evening morning afternoon noon midnight midday dawn dusk daybreak ' +
		'hours hour minutes o’clock am pm a.m p.m year st nd rd th before after about to'
	).split(' ')
);

/** A form's entries carry dates too; those are read by cipher-header.ts. */
const formActs = /\b(?:sent|received|recd|deciphered|decoded|decrypted|dispatched|transmitted|typed|no)\b/i;

/** Whether a short closing or opening line is a dateline: "Night of October 1", "August 23 [1950]", "Pyongyang, 29.IX.50". */
export function isDateline(line: string): boolean {
	if (line.length > 70 || formActs.test(line)) return false;
	const words = line.split(/[\s,;[\]()]+/).filter(Boolean);
	if (words.length > 12) return false;
	let dated = false;
	let places = 0;
	for (const raw of words) {
		const word = raw.replace(/\.$/, '');
		if (monthOf(word) !== null && /^\p{Lu}/u.test(word)) dated = true;
		else if (isNumericDate(word)) dated = true;
		else if (/^\d{1,4}(?:st|nd|rd|th)?$/.test(word) || /^\d{1,2}[:.]\d{2}$/.test(word)) continue;
		else if (datelineWords.has(word.toLowerCase())) continue;
		else if (/^\p{Lu}[\p{L}'’-]+$/u.test(word) && ++places <= 2) continue;
		else return false;
	}
	return dated && /\d/.test(line);
}

/** "29.9.50", "24.III.50", "13/5-50", "10/14/50", "3.X" standing alone. */
export function isNumericDate(word: string): boolean {
	return /^\d{1,2}[./-](?:(?:\d{1,2}|[IVX]{1,4})[./-](?:\d{2}|\d{4})|[IVX]{1,4})$/.test(word);
}

/** Month and day that a dateline names in words, to hold against the date of the page. */
export function monthAndDay(line: string): { month: number; day: number } | null {
	const words = line.split(/[\s,;[\]()]+/).filter(Boolean);
	const at = words.findIndex((word) => monthOf(word) !== null);
	const month = monthOf(words[at] ?? '');
	const days = [words[at + 1], words[at - 1]].map(
		(word) => /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word ?? '')?.[1]
	);
	const day = Number(days[0] ?? days[1]);
	return month !== null && day ? { month, day } : null;
}
