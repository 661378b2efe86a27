import { sentWhen, type Catalogue } from '$lib/model/catalogue';
import { middleOf, type Interval } from '$lib/model/interval';
import { parseReference, type Reference } from '$lib/model/references';

/** A moment and the stretch of time around it that the chart shows. Milliseconds UTC. */
export interface Moment {
	cursor: number;
	window: [number, number];
}

const MINUTE = 60_000;
const SHORTEST_WINDOW = 15 * MINUTE;

export function roundToMinute(instant: number): number {
	return Math.round(instant / MINUTE) * MINUTE;
}

/** The instant inside the collection's span, to the minute. */
export function clampCursor(instant: number, [start, end]: readonly [number, number]): number {
	return roundToMinute(Math.min(Math.max(instant, start), end));
}

/** The window inside the collection's span, no shorter than a quarter of an hour. */
export function clampWindow(
	[from, to]: readonly [number, number],
	[start, end]: readonly [number, number]
): [number, number] {
	const length = Math.min(Math.max(to - from, SHORTEST_WINDOW), end - start);
	const first = Math.min(Math.max(from, start), end - length);
	return [roundToMinute(first), roundToMinute(first + length)];
}

/** When a record was: undefined for places, people and what else has no time of its own. */
export function whenOf(catalogue: Catalogue, reference: Reference | null): Interval | undefined {
	const parsed = reference && parseReference(reference);
	if (parsed?.kind === 'document') {
		const document = catalogue.find('document', parsed.id);
		return document && sentWhen(document);
	}
	if (parsed?.kind === 'event' || parsed?.kind === 'front')
		return catalogue.find(parsed.kind, parsed.id)?.when;
	return undefined;
}

/** Moves the cursor into the record's time unless it is there, and the window so that the cursor is in it. */
export function follow(catalogue: Catalogue, reference: Reference | null, moment: Moment): Moment {
	const when = whenOf(catalogue, reference);
	if (!when) return moment;
	const { span } = catalogue.about;
	const isThere = moment.cursor >= when.earliestStart && moment.cursor <= when.latestEnd;
	const cursor = isThere ? moment.cursor : clampCursor(middleOf(when), span);
	const [from, to] = moment.window;
	if (cursor >= from && cursor <= to) return { cursor, window: moment.window };
	const half = (to - from) / 2;
	return { cursor, window: clampWindow([cursor - half, cursor + half], span) };
}
