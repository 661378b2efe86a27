import type { Interval } from '$lib/model/interval';
import { wallClock } from '$lib/model/zones';
import { m } from '$lib/paraglide/messages';
import { dateText } from '$lib/ui/date-text';
import type { Row } from './rows';
import { startOf } from './time-rows';

/** Rows under one heading. */
export interface Group {
	id: string;
	/** For the heading, and shorter for the list of jumps. */
	title: string;
	short: string;
	rows: Row[];
}

const UNDATED = 'undated';

/** By the month in which a record begins where it was; what has no date comes last, under a heading of its own. */
export function groupByMonth(rows: readonly Row[]): Group[] {
	return group(rows, ({ when }) => (when ? monthOf(when) : UNDATED))
		.sort(([a], [b]) => (a === UNDATED ? 1 : b === UNDATED ? -1 : a < b ? -1 : 1))
		.map(([key, rows]) => {
			const [year, month] = key.split('-').map(Number);
			const text = (length: 'long' | 'short') =>
				key === UNDATED || !year || !month
					? m.table_undated()
					: length === 'long'
						? dateText({ from: { year, month }, ...PLAIN })
						: dateText({ from: { year, month }, ...PLAIN }, 'short');
			return { id: `time-${key}`, title: text('long'), short: text('short'), rows };
		});
}

const PLAIN = { approximate: false, uncertain: false, oneOf: false };

/** By the first letter of the title, without its accents. */
export function groupByLetter(rows: readonly Row[]): Group[] {
	return group(rows, ({ title }) => title.normalize('NFD').slice(0, 1).toLocaleUpperCase()).map(
		([letter, rows]) => ({ id: `letter-${letter.toLowerCase()}`, title: letter, short: letter, rows })
	);
}

function group(rows: readonly Row[], keyOf: (row: Row) => string): [string, Row[]][] {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const key = keyOf(row);
		const known = groups.get(key);
		if (known) known.push(row);
		else groups.set(key, [row]);
	}
	return [...groups];
}

function monthOf(when: Interval): string {
	const { year, month } = wallClock(startOf(when), when.zone);
	return `${year}-${String(month).padStart(2, '0')}`;
}
