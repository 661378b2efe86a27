import { describe, expect, it } from 'vitest';
import { instantAt, wallClock } from './zones';

const show = (instant: string, zone: string) => {
	const { year, month, day, hour, minute, offset } = wallClock(Date.parse(instant), zone);
	const two = (part: number) => String(part).padStart(2, '0');
	return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)} ${offset}`;
};

describe('wallClock', () => {
	it.each([
		['1950-10-01T15:40Z', 'Asia/Shanghai', '1950-10-01 23:40 480'],
		['1950-10-01T15:40Z', 'Europe/Moscow', '1950-10-01 18:40 180'],
		['1950-09-23T15:40Z', 'America/New_York', '1950-09-23 11:40 -240'],
		['1950-10-01T15:40Z', 'America/New_York', '1950-10-01 10:40 -300'],
		['1950-10-01T16:00Z', 'Asia/Shanghai', '1950-10-02 00:00 480'],
		['1950-12-31T23:30Z', 'Asia/Tokyo', '1951-01-01 08:30 540']
	])('%s in %s', (instant, zone, expected) => {
		expect(show(instant, zone)).toBe(expected);
	});

	it.each(['Asia/Seoul', 'Asia/Tokyo', 'America/New_York', 'Europe/London', 'Africa/Cairo'])(
		'says what the platform says, hour by hour through 1950: %s',
		(zone) => {
			const platform = new Intl.DateTimeFormat('en-GB', {
				...{ timeZone: zone, dateStyle: 'short', timeStyle: 'short' }
			});
			const hours = Array.from({ length: 365 * 24 }, (_, hour) => Date.UTC(1950, 0, 1, hour));
			const two = (part: number) => String(part).padStart(2, '0');
			const differing = hours.filter((instant) => {
				const { year, month, day, hour, minute } = wallClock(instant, zone);
				const shown = `${two(day)}/${two(month)}/${year}, ${two(hour)}:${two(minute)}`;
				return shown !== platform.format(instant);
			});
			expect(differing).toEqual([]);
		}
	);

	it('throws on a zone that is none', () => {
		expect(() => wallClock(0, 'Mars/Base')).toThrow(RangeError);
	});
});

/** What IANA's data say of the year the collection is about; the platform's own copy of them is what the browser uses. */
describe('the clocks of 1950', () => {
	it.each([
		['the attack, four o’clock in Seoul', '1950-06-24T18:00Z', 'Asia/Seoul', '1950-06-25 04:00 600'],
		['the same instant in P’yongyang', '1950-06-24T18:00Z', 'Asia/Pyongyang', '1950-06-25 03:00 540'],
		['the same instant in Tokyo', '1950-06-24T18:00Z', 'Asia/Tokyo', '1950-06-25 04:00 600'],
		['the same instant in Washington', '1950-06-24T18:00Z', 'America/New_York', '1950-06-24 14:00 -240'],
		['the same instant in Moscow', '1950-06-24T18:00Z', 'Europe/Moscow', '1950-06-24 21:00 180'],
		['the same instant in Peking', '1950-06-24T18:00Z', 'Asia/Shanghai', '1950-06-25 02:00 480'],
		['Seoul, after its summer time', '1950-09-15T00:00Z', 'Asia/Seoul', '1950-09-15 09:00 540'],
		['Tokyo, the last minute of its summer time', '1950-09-09T14:59Z', 'Asia/Tokyo', '1950-09-10 00:59 600'],
		['Tokyo, a minute later', '1950-09-09T15:00Z', 'Asia/Tokyo', '1950-09-10 00:00 540'],
		['Washington, the last minute of its', '1950-09-24T05:59Z', 'America/New_York', '1950-09-24 01:59 -240'],
		['Washington, a minute later', '1950-09-24T06:00Z', 'America/New_York', '1950-09-24 01:00 -300'],
		['a wire from P’yongyang', '1950-09-30T11:35Z', 'Asia/Pyongyang', '1950-09-30 20:35 540'],
		['by Moscow’s clock', '1950-09-30T11:35Z', 'Europe/Moscow', '1950-09-30 14:35 180'],
		['its receipt there', '1950-09-30T20:32Z', 'Europe/Moscow', '1950-09-30 23:32 180'],
		['by P’yongyang’s clock', '1950-09-30T20:32Z', 'Asia/Pyongyang', '1950-10-01 05:32 540']
	])('%s', (_, instant, zone, expected) => {
		expect(show(instant, zone)).toBe(expected);
	});

	it('show one instant under two dates, east and west of the Pacific', () => {
		const shown = ['Asia/Shanghai', 'Asia/Pyongyang', 'Asia/Tokyo', 'America/New_York'].map((zone) =>
			show('1950-10-02T16:30Z', zone).slice(0, 16)
		);
		expect(shown).toEqual(['1950-10-03 00:30', '1950-10-03 01:30', '1950-10-03 01:30', '1950-10-02 11:30']);
	});
});

describe('instantAt', () => {
	it.each(['Asia/Shanghai', 'Europe/Moscow', 'Asia/Tokyo', 'America/New_York', 'Asia/Seoul'])(
		'leads back from the wall to the instant: %s',
		(zone) => {
			// Every five hours and a bit, through the summer times of the year; an hour that comes twice is left to the next test.
			for (
				let instant = Date.parse('1950-01-01T00:00Z');
				instant < Date.parse('1951-01-01');
				instant += 18_060_000
			) {
				const local = instant + wallClock(instant, zone).offset * 60_000;
				const found = instantAt(local, zone);
				expect(found + wallClock(found, zone).offset * 60_000).toBe(local);
				expect([0, 3_600_000]).toContain(instant - found);
			}
		}
	);

	it('takes the first of an hour that comes twice, and goes on from one that is left out', () => {
		const local = (text: string) => Date.parse(`${text}Z`);
		const iso = (instant: number) => new Date(instant).toISOString().slice(0, 16);
		expect(iso(instantAt(local('1950-09-24T01:30'), 'America/New_York'))).toBe('1950-09-24T05:30');
		expect(iso(instantAt(local('1950-04-30T02:30'), 'America/New_York'))).toBe('1950-04-30T07:30');
	});
});
