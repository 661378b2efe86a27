import type { DateRole } from '$lib/model/collection';
import { createCollection } from '$lib/model/join';
import type { Interval } from '$lib/model/interval';
import { isPossible } from './check-dates';
import { problemAt } from './data-file';
import type { Draft } from './draft';
import type { Problem } from './problems';

/** Each role can only come after those named with it. */
const AFTER: readonly (readonly [later: DateRole, earlier: readonly DateRole[]])[] = [
	['sent', ['written']],
	['received', ['written', 'sent']],
	['deciphered', ['written', 'sent', 'received']],
	['delivered', ['written', 'sent', 'received']],
	['published', ['written']]
];

/** Documents that arrived before they left, where no reading of the two dates and their zones can save them. */
export function checkOrder(draft: Draft): Problem[] {
	if (!draft.collection) return [];
	const { record: collection } = draft.collection;
	const { span, opening, zone } = collection;
	const { cursor, window } = opening;
	const own = [span, window, { edtf: cursor.date, clock: cursor.clock, zone: cursor.zone }];
	if (!own.every((when) => isPossible(when, zone))) return [];
	const entries = draft.documents.flatMap(({ entry }) => entry ?? []);
	const dated = entries.map((entry) => ({ ...entry, record: withPossibleDates(entry.record, zone) }));
	// The model reads the dates, so that the zones here are those the chart will use.
	const { data } = createCollection({
		collection,
		documents: dated.map(({ record }) => ({ record, text: '', annotations: [] })),
		places: draft.places.map(({ record }) => record),
		events: [],
		people: [],
		formations: [],
		movements: [],
		fronts: [],
		sources: [],
		glossary: [],
		disputes: []
	});
	const datesOf = new Map(data.documents.map(({ id, dates }) => [id, dates]));
	return dated.flatMap((entry) => {
		const dates = datesOf.get(entry.record.id) ?? {};
		return AFTER.flatMap(([later, earlier]) => {
			const end = dates[later];
			const before = earlier.find((role) => isBefore(end, dates[role]));
			if (!before || !end || end === 'unknown') return [];
			const start = dates[before] as Interval;
			return problemAt(entry.data, [...entry.path, 'dates', later], {
				expected: `a time not before "${before}" (${describeTime(start)})`,
				found: describeTime(end),
				advice: `correct one of the two; each is read at its own place's clock unless it names a zone`
			});
		});
	});
}

function withPossibleDates<T extends { dates: Record<string, Parameters<typeof isPossible>[0] | undefined> }>(
	record: T,
	zone: string
): T {
	const dates = Object.entries(record.dates).filter(
		([, when]) => when === undefined || when === 'unknown' || isPossible(when, zone)
	);
	return { ...record, dates: Object.fromEntries(dates) };
}

function isBefore(
	later: Interval | 'unknown' | undefined,
	earlier: Interval | 'unknown' | undefined
): boolean {
	if (!later || !earlier || later === 'unknown' || earlier === 'unknown') return false;
	return later.latestEnd < earlier.earliestStart;
}

function describeTime({ edtf, clock, part, zone }: Interval): string {
	return [edtf, clock ?? part, zone].filter(Boolean).join(' ');
}
