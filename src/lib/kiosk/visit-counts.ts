const KEY = 'p38-kiosk-visits';
const HOURS = 24;

/** Visits by the hour of the day at which they began, since a day; no more is kept of anybody. */
export interface VisitCounts {
	/** As "2026-03-01"; null before the first visit. */
	since: string | null;
	hours: readonly number[];
}

export function readCounts(): VisitCounts {
	try {
		const read: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
		if (isCounts(read)) return read;
	} catch {
		// Blocked, or not ours: it begins anew.
	}
	return { since: null, hours: Array.from({ length: HOURS }, () => 0) };
}

/** @param now at the clock of the device */
export function countVisit(now: Date) {
	const { since, hours } = readCounts();
	const counts: VisitCounts = {
		since: since ?? dayOf(now),
		hours: hours.map((count, hour) => (hour === now.getHours() ? count + 1 : count))
	};
	try {
		localStorage.setItem(KEY, JSON.stringify(counts));
	} catch {
		// Full or blocked: a visit goes uncounted.
	}
}

export function clearCounts() {
	try {
		localStorage.removeItem(KEY);
	} catch {
		// Blocked: nothing was kept.
	}
}

/** Hours in which somebody came, a line each: "10 h: 14". */
export function printCounts({ since, hours }: VisitCounts): string {
	const lines = hours.flatMap((count, hour) => (count > 0 ? [`${hour} h: ${count}`] : []));
	return [since ?? '', ...lines].filter(Boolean).join('\n');
}

function dayOf(now: Date): string {
	const two = (number: number) => String(number).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function isCounts(value: unknown): value is VisitCounts {
	if (typeof value !== 'object' || value === null || !('hours' in value) || !('since' in value)) return false;
	const { hours, since } = value;
	return (
		(since === null || typeof since === 'string') &&
		Array.isArray(hours) &&
		hours.length === HOURS &&
		hours.every((count) => Number.isSafeInteger(count) && count >= 0)
	);
}
