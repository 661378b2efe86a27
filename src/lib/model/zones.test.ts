import { describe, expect, it } from 'vitest';
import { wallClock } from './zones';

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

	it('throws on a zone that is none', () => {
		expect(() => wallClock(0, 'Mars/Base')).toThrow(RangeError);
	});
});
