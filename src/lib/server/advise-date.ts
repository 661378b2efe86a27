import { suggest } from './suggest';

/** How to mend a date that cannot be read, from the mistakes people make. */
export function adviseDate(text: string): string {
	const given = text.trim();
	const [from, to, more] = given.split('/');
	if (from && to && more === undefined && isWhole(from) && isWhole(to)) {
		const wrong = [from, to].map(adviseDay).find((advice) => advice !== null);
		return (
			wrong ??
			(from > to ? `the end comes before the start; write ${to}/${from} if they were swapped` : GENERAL)
		);
	}
	const loose = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(given);
	if (loose) {
		const padded = loose
			.slice(1)
			.filter(Boolean)
			.map((part) => part.padStart(2, '0'))
			.join('-');
		return adviseDay(padded) ?? `write ${padded}`;
	}
	const turned = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(given);
	if (turned) return `write year, month, day: ${turned[3]}-MM-DD`;
	if (/^\d{4}-\d{2}-\d{2}T/.test(given)) return 'put the date in "edtf" and the time of day in "clock"';
	if (suggest(given, ['unknown'])) {
		return 'write a date in digits; only the dates of a document may be unknown, written so';
	}
	if (/\p{L}{3}/u.test(given))
		return 'write it in digits, year first; the words of the source go in "as_written"';
	return GENERAL;
}

const GENERAL = 'write year-month-day, as far as it is known';

function isWhole(text: string): boolean {
	return /^\d{4}(-\d{2}){0,2}$/.test(text);
}

/** Says why a date of well-formed parts is in no calendar; null when it is. */
function adviseDay(text: string): string | null {
	const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
	if (month < 1 || month > 12) return `there is no month ${month}: write a month from 01 to 12`;
	const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
	if (day >= 1 && day <= days) return null;
	const named = `${year}-${String(month).padStart(2, '0')}`;
	return `${named} has ${days} days: write a day from 01 to ${days}, or leave the day out`;
}
