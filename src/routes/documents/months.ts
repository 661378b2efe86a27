import type { Interval } from '$lib/model/interval';
import { dateText } from '$lib/ui/date-text';

/** Entries of one month, or those without a date. */
export interface Month<T> {
	/** "1950-10", for links; "undated". */
	id: string;
	/** "October 1950"; undefined for what has no date. */
	name?: string;
	entries: T[];
}

/** Groups entries by the month in which they begin, as written; their order is kept. What has no date comes last. */
export function byMonth<T extends { at?: Interval }>(entries: readonly T[]): Month<T>[] {
	const months = new Map<string, Month<T>>();
	for (const entry of entries) {
		const { year, month } = entry.at?.from ?? entry.at?.to ?? {};
		const id =
			year === undefined ? 'undated' : [year, ...(month ? [String(month).padStart(2, '0')] : [])].join('-');
		const known = months.get(id);
		if (known) known.entries.push(entry);
		else months.set(id, { id, entries: [entry], ...(year !== undefined && { name: nameOf(year, month) }) });
	}
	return [...months.values()].sort((a, b) =>
		a.id === 'undated' ? 1 : b.id === 'undated' ? -1 : a.id.localeCompare(b.id)
	);
}

function nameOf(year: number, month: number | undefined): string {
	return dateText({ from: { year, month }, approximate: false, uncertain: false, oneOf: false });
}
