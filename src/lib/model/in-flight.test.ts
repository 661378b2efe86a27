import { describe, expect, it } from 'vitest';
import type { DocumentSummary } from './collection';
import { toInterval } from './edtf-interval';
import { LONGEST_UNKNOWN, watchFlights } from './in-flight';

const at = (hour: number) => Date.UTC(1911, 1, 3, hour);
const when = (clock: string) => toInterval({ edtf: '1911-02-03', clock, zone: 'UTC' }, 'UTC');
const day = (edtf: string) => toInterval(edtf, 'UTC');

function message(id: string, dates: DocumentSummary['dates'], answered_by: string[] = []): DocumentSummary {
	return { id, dates, answered_by } as unknown as DocumentSummary;
}
const ids = (flights: ReturnType<ReturnType<typeof watchFlights>>) =>
	flights.map(({ document }) => document.id);

describe('what is on its way', () => {
	it('is what was sent and not yet received, with its share of the way', () => {
		const flying = watchFlights([message('a', { sent: when('06:00'), received: when('10:00') })]);
		expect(ids(flying(at(5)))).toEqual([]);
		expect(flying(at(7))).toMatchObject([{ share: 0.25, isSure: true }]);
		expect(flying(at(10))).toMatchObject([{ share: 1 }]);
		expect(ids(flying(at(11)))).toEqual([]);
	});

	it('may be so where a time is vague', () => {
		const flying = watchFlights([message('a', { sent: day('1911-02-03'), received: day('1911-02-05') })]);
		expect(flying(at(6))).toMatchObject([{ share: 0, isSure: false }]);
		expect(flying(at(36))).toMatchObject([{ share: 0.5, isSure: true }]);
		expect(flying(at(60))).toMatchObject([{ share: 1, isSure: false }]);
	});

	it('is not known where the arrival is not: for a day, or until it is answered', () => {
		const lone = watchFlights([message('a', { sent: when('06:00') })]);
		expect(lone(at(7))).toMatchObject([{ share: null, isSure: false }]);
		expect(ids(lone(at(6) + LONGEST_UNKNOWN))).toEqual(['a']);
		expect(ids(lone(at(7) + LONGEST_UNKNOWN))).toEqual([]);
		const answered = watchFlights([
			message('a', { sent: when('06:00') }, ['b']),
			message('b', { sent: when('09:00'), received: 'unknown' })
		]);
		expect(ids(answered(at(8)))).toEqual(['a']);
		expect(ids(answered(at(10)))).toEqual(['b']);
	});

	it('is nothing without a dispatch, or without any date', () => {
		const flying = watchFlights([
			message('a', { received: when('06:00') }),
			message('b', {}),
			message('c', { sent: 'unknown' })
		]);
		expect(ids(flying(at(6)))).toEqual([]);
	});
});
