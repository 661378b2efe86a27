import type { DateRole, DocumentSummary } from './collection';
import type { Interval } from './interval';

/**
 * When something was known at a desk: not before `earliest`, for certain after `latest` (milliseconds UTC; Infinity: never for certain).
 * `because` gives the reasoning: its own doing; its own writing; a receipt that is recorded; a message whose receipt is not; one that
 * passed through; one answered; one made public; an event of which the desk's own writing is the first to tell.
 */
export interface Receipt {
	earliest: number;
	latest: number;
	because: 'sent' | 'received' | 'no-receipt' | 'answered' | 'carried' | 'public' | 'own' | 'wrote';
	/** The document that brought it, the answer that shows it was there, or the desk's own that speaks of it. */
	by?: string;
	/** Another document that may have brought it sooner. */
	perhaps?: string;
}

export type Standing = 'known' | 'maybe' | 'unknown';

export function standingAt(receipt: Receipt | undefined, instant: number): Standing {
	if (!receipt || instant < receipt.earliest) return 'unknown';
	return instant >= receipt.latest ? 'known' : 'maybe';
}

/** Hours between an event and its being known at the desk, least and most; Infinity where no receipt is recorded. */
export function lagHours(when: Interval, receipt: Receipt): [number, number] {
	const hours = (from: number, to: number) => Math.max(0, (to - from) / 3_600_000);
	return [hours(when.latestStart, receipt.earliest), hours(when.earliestStart, receipt.latest)];
}

/** What one document at the desk tells of an event. */
export type Telling = Receipt & { by: string };

/**
 * What several documents tell of one event together: known for certain by the one that was surely there first, perhaps sooner by
 * another. Where that first one is the desk's own, the desk knew before it wrote, by a way that no document shows.
 */
export function combine(told: readonly Telling[], began: number): Receipt | undefined {
	const [surest] = [...told].sort((a, b) => compare(a.latest, b.latest) || compare(a.earliest, b.earliest));
	if (!surest) return undefined;
	if (surest.because === 'sent') return { ...surest, earliest: began, because: 'wrote' };
	// What the desk wrote itself brought it nothing.
	const brought = told.filter(({ because }) => because !== 'sent');
	const soonest = brought.reduce((one, other) => (other.earliest < one.earliest ? other : one), surest);
	return soonest.earliest < surest.earliest
		? { ...surest, earliest: soonest.earliest, perhaps: soonest.by }
		: surest;
}

/** Infinity is not less than Infinity, nor is their difference a number. */
function compare(a: number, b: number): number {
	return a === b ? 0 : a < b ? -1 : 1;
}

export function dateOf({ dates }: DocumentSummary, role: DateRole): Interval | undefined {
	const date = dates[role];
	return date === 'unknown' ? undefined : date;
}

/** Who writes knows what he writes while he writes it: for certain when it is written or, if that is sooner, sent. */
export function wroteWhen(document: DocumentSummary, sent: Interval): { earliest: number; latest: number } {
	const written = dateOf(document, 'written') ?? sent;
	return {
		earliest: Math.min(written.earliestStart, sent.earliestStart),
		latest: Math.min(written.latestEnd, sent.latestEnd)
	};
}

/**
 * From when it can have been there, and by when it can have been read: a cipher that has come is not read before it is deciphered. Never
 * before it was sent. undefined when no receipt is recorded.
 */
export function thereWhen(
	document: DocumentSummary,
	sent: Interval
): { earliest: number; latest: number } | undefined {
	const [received, deciphered, delivered] = (['received', 'deciphered', 'delivered'] as const).map((role) =>
		dateOf(document, role)
	);
	const first = received ?? deciphered ?? delivered;
	const read = deciphered ?? received;
	if (!first) return undefined;
	const earliest = Math.max(first.earliestStart, sent.earliestStart);
	const latest = Math.min(...[read, delivered].flatMap((when) => when?.latestEnd ?? []));
	return { earliest, latest: Math.max(earliest, latest) };
}

/** Whether what was written at one time cannot tell of another. At the very minute it may; at the end of the day before, not. */
export function isBefore(written: Interval, of: Interval): boolean {
	const isMoment = written.earliestStart === written.latestEnd;
	return isMoment ? written.latestEnd < of.earliestStart : written.latestEnd <= of.earliestStart;
}
