import { describe, expect, it } from 'vitest';
import { toInterval } from './edtf-interval';
import { BEGINNING, END, isExact, mayContain, middleOf } from './interval';

const iso = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 16);

/** Four points of a record read at the clock of `zone`, as UTC. */
function points(record: Parameters<typeof toInterval>[0], zone = 'Asia/Shanghai') {
	const { earliestStart, latestStart, earliestEnd, latestEnd } = toInterval(record, zone);
	return [earliestStart, latestStart, earliestEnd, latestEnd].map((point) =>
		point === BEGINNING ? 'open' : point === END ? 'open' : iso(point)
	);
}

describe('toInterval', () => {
	it.each([
		[
			'a day is doubt about one moment',
			'1950-10-01',
			['1950-09-30T16:00', '1950-10-01T16:00', '1950-09-30T16:00', '1950-10-01T16:00']
		],
		[
			'a clock time is exact',
			{ edtf: '1950-10-01', clock: '23:40' },
			['1950-10-01T15:40', '1950-10-01T15:40', '1950-10-01T15:40', '1950-10-01T15:40']
		],
		[
			'a span over midnight ends the next day',
			{ edtf: '1950-10-01', clock: '23:00/01:00' },
			['1950-10-01T15:00', '1950-10-01T17:00', '1950-10-01T15:00', '1950-10-01T17:00']
		],
		[
			'a night belongs to the day it begins on',
			{ edtf: '1950-10-01', part: 'night' as const },
			['1950-10-01T10:00', '1950-10-01T22:00', '1950-10-01T10:00', '1950-10-01T22:00']
		],
		[
			'a duration begins and ends within its outer days',
			'1950-10-07/1950-10-09',
			['1950-10-06T16:00', '1950-10-07T16:00', '1950-10-08T16:00', '1950-10-09T16:00']
		],
		[
			'"about" adds a day on either side',
			'1950-10-01~',
			['1950-09-29T16:00', '1950-10-02T16:00', '1950-09-29T16:00', '1950-10-02T16:00']
		],
		['"before" has no beginning', '../1950-10-02', ['open', 'open', '1950-10-01T16:00', '1950-10-02T16:00']],
		[
			'one of several days reaches to the last of them',
			'[1950-10-12..1950-10-14]',
			['1950-10-11T16:00', '1950-10-14T16:00', '1950-10-11T16:00', '1950-10-14T16:00']
		]
	])('%s', (_title, record, expected) => {
		expect(points(record)).toEqual(expected);
	});

	it('reads the same words at the clock of another place', () => {
		expect(points({ edtf: '1950-10-01', clock: '12:00' }, 'America/New_York')[0]).toBe('1950-10-01T17:00');
		expect(points({ edtf: '1950-09-01', clock: '12:00' }, 'America/New_York')[0]).toBe('1950-09-01T16:00');
	});

	it('knows the summer time that Seoul kept in 1950 and Pyongyang did not', () => {
		expect(points({ edtf: '1950-06-25', clock: '04:00' }, 'Asia/Seoul')[0]).toBe('1950-06-24T18:00');
		expect(points({ edtf: '1950-06-25', clock: '04:00' }, 'Asia/Pyongyang')[0]).toBe('1950-06-24T19:00');
	});

	it('keeps the calendar date as written, to its own precision', () => {
		expect(toInterval('1950-10', 'UTC')).toMatchObject({ from: { year: 1950, month: 10 }, to: undefined });
		expect(toInterval('1950-10-XX', 'UTC').from).toEqual({ year: 1950, month: 10 });
		expect(toInterval('1950-10-07/1950-10-09', 'UTC').to).toEqual({ year: 1950, month: 10, day: 9 });
	});

	it('refuses a clock time on a date without a day', () => {
		expect(() => toInterval({ edtf: '1950-10', clock: '12:00' }, 'UTC')).toThrow(
			/date to the day, found "1950-10"/
		);
	});
});

describe('interval', () => {
	it('points at the middle of the possible, or at its finite edge', () => {
		expect(iso(middleOf(toInterval('1950-10-01', 'UTC')))).toBe('1950-10-01T12:00');
		expect(iso(middleOf(toInterval('../1950-10-02', 'UTC')))).toBe('1950-10-03T00:00');
		expect(iso(middleOf(toInterval('1950-10-02/..', 'UTC')))).toBe('1950-10-02T00:00');
	});

	it('tells exact from doubtful', () => {
		const exact = toInterval({ edtf: '1950-10-01', clock: '12:00' }, 'UTC');
		expect(isExact(exact)).toBe(true);
		expect(mayContain(exact, exact.earliestStart + 1)).toBe(false);
		expect(isExact(toInterval('1950-10-01', 'UTC'))).toBe(false);
	});
});
