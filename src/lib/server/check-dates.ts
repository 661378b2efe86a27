import { toInterval } from '$lib/model/edtf-interval';
import { BEGINNING, END } from '$lib/model/interval';
import type { WhenRecord } from '$lib/schema/records';
import { isObject, problemAt, type DataPath } from './data-file';
import type { Draft, Entry } from './draft';
import type { Problem } from './problems';

interface Dated {
	when: WhenRecord;
	path: DataPath;
}

/** Dates that each for itself cannot be: backwards, or with a clock time on no certain day. */
export function checkDates(draft: Draft): Problem[] {
	const zone = draft.collection?.record.zone ?? 'UTC';
	const check = (entry: Entry<unknown>, dates: Dated[]): Problem[] =>
		dates.flatMap(({ when, path }) => {
			const fault = findFault(when, zone);
			return fault ? problemAt(entry.data, [...entry.path, ...path], fault) : [];
		});
	return [
		...(draft.collection ? check(draft.collection, listAboutDates(draft.collection)) : []),
		...(draft.collection ? checkSpan(draft.collection) : []),
		...draft.documents.flatMap(({ entry }) =>
			entry ? check(entry, listDates(entry.record.dates, ['dates'])) : []
		),
		...draft.events.flatMap((entry) => check(entry, [{ when: entry.record.when, path: ['when'] }])),
		...draft.movements.flatMap((entry) => check(entry, [{ when: entry.record.when, path: ['when'] }])),
		...draft.disputes.flatMap((entry) =>
			check(
				entry,
				entry.record.claims.flatMap(({ when }, index) =>
					when === undefined ? [] : [{ when, path: ['claims', index, 'when'] }]
				)
			)
		),
		...draft.formations.flatMap((entry) =>
			check(
				entry,
				entry.record.positions.map(({ when }, index) => ({ when, path: ['positions', index, 'when'] }))
			)
		),
		...draft.fronts.flatMap((entry) => {
			const { when } = entry.record.features[0].properties;
			return check(entry, [{ when, path: ['features', 0, 'properties', 'when'] }]);
		}),
		...draft.people.flatMap(checkLife)
	];
}

/** Whether a date can be read as an interval at all. */
export function isPossible(when: WhenRecord, zone: string): boolean {
	return findFault(when, zone) === null;
}

/** Why a date cannot be read as an interval; null when it can. */
export function findFault(when: WhenRecord, zone: string) {
	const written = isObject(when) ? when.edtf : when;
	if (written.includes('T')) {
		return {
			expected: 'a date without a clock time',
			found: `"${written}"`,
			advice: 'put the date in "edtf" and the time of day in "clock"'
		};
	}
	try {
		const { earliestStart, latestEnd } = toInterval(when, zone);
		if (earliestStart <= latestEnd) return null;
		const expected = 'a beginning that is not later than the end';
		return { expected, found: `"${written}"`, advice: 'swap the two dates, or correct one of them' };
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		return {
			expected: 'a date to the day, as it has a clock time or a part of the day',
			found: `"${written}"`,
			advice: 'write the day, or take "clock" and "part" out and keep the words in "as_written"'
		};
	}
}

function listDates(dates: Record<string, WhenRecord | undefined>, path: DataPath): Dated[] {
	return Object.entries(dates).flatMap(([role, when]) =>
		when === undefined || when === 'unknown' ? [] : [{ when, path: [...path, role] }]
	);
}

function listAboutDates({ record }: NonNullable<Draft['collection']>): Dated[] {
	const { cursor, window } = record.opening;
	return [
		{ when: record.span, path: ['span'] },
		{
			when: { edtf: cursor.date, clock: cursor.clock, zone: cursor.zone },
			path: ['opening', 'cursor', 'date']
		},
		{ when: window, path: ['opening', 'window'] }
	];
}

/** The chart needs a beginning and an end, and must open on something that it shows. */
function checkSpan(about: NonNullable<Draft['collection']>): Problem[] {
	const { zone, span } = about.record;
	const dates = listAboutDates(about).filter(({ when }) => isPossible(when, zone));
	const whole = isPossible(span, zone) ? toInterval(span, zone) : null;
	return dates.flatMap(({ when, path }) => {
		const { earliestStart, latestEnd, edtf } = toInterval(when, zone);
		const found = `"${edtf}"`;
		if (earliestStart === BEGINNING || latestEnd === END) {
			const expected = 'a date with a beginning and an end';
			return problemAt(about.data, path, { expected, found, advice: 'write both, such as 1911-01/1911-03' });
		}
		if (!whole || (earliestStart < whole.latestEnd && latestEnd > whole.earliestStart)) return [];
		const expected = `a time within the span of the collection, ${span}`;
		return problemAt(about.data, path, { expected, found, advice: 'correct the date, or widen the span' });
	});
}

function checkLife({ record, data, path }: Draft['people'][number]): Problem[] {
	const { born, died } = record;
	if (born === undefined || died === undefined || born <= died) return [];
	return [
		problemAt(data, [...path, 'died'], {
			expected: `a year not before that of birth, ${born}`,
			found: String(died),
			advice: 'swap or correct the two years'
		})
	];
}
