import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wallClock } from '$lib/model/zones';
import { createTimeScale, cursorSteps, DAY, HOUR, MINUTE, zoomStretch } from './scale';
import { findTicks } from './ticks';

const NIGHT = Date.UTC(1950, 9, 1, 15, 40);
const scaleOf = (length: number, width = 1200, from = NIGHT - length / 2) =>
	createTimeScale([from, from + length], [0, width]);

describe('ticks', () => {
	it.each([
		[20 * MINUTE, 'minute', 'day'],
		[24 * HOUR, 'hour', 'day'],
		[40 * DAY, 'day', 'month'],
		[140 * DAY, 'week', 'month'],
		[700 * DAY, 'month', 'year'],
		[9000 * DAY, 'year', undefined]
	])('over %d ms count by the %s under the %s', (length, minor, major) => {
		const ticks = findTicks(scaleOf(length), 'Asia/Shanghai', 1);
		expect(ticks.unit).toBe(minor);
		expect(ticks.major?.unit).toBe(major);
		expect(ticks.minor.length).toBeGreaterThan(3);
	});

	it('stand at round times of the zone’s own clocks', () => {
		for (const { instant } of findTicks(scaleOf(2 * DAY), 'Asia/Kolkata', 1).minor) {
			const { hour, minute } = wallClock(instant, 'Asia/Kolkata');
			expect([hour % 3, minute]).toEqual([0, 0]);
		}
	});

	it('follow clocks that are put forward', () => {
		// Shanghai's clocks went from 0:00 to 1:00 on 1 May 1949.
		const change = Date.UTC(1949, 3, 30, 16);
		const { minor } = findTicks(scaleOf(18 * HOUR, 1200, change - 9 * HOUR), 'Asia/Shanghai', 1);
		const minutes = minor.map(({ instant }) => wallClock(instant, 'Asia/Shanghai').minute);
		expect(new Set(minutes)).toEqual(new Set([0]));
		const hours = minor.map(({ instant }) => wallClock(instant, 'Asia/Shanghai').hour);
		expect(hours).toEqual(expect.arrayContaining([23, 1, 2]));
	});

	it('are never too close for their labels, at any zoom, width and text size', () => {
		fc.assert(
			fc.property(
				fc.double({ min: Math.log(15 * MINUTE), max: Math.log(60_000 * DAY), noNaN: true }),
				fc.integer({ min: 300, max: 3840 }),
				fc.double({ min: 1, max: 2, noNaN: true }),
				(logLength, width, unit) => {
					const { minor, gap } = findTicks(scaleOf(Math.exp(logLength), width), 'UTC', unit);
					expect(gap).toBeGreaterThanOrEqual(22 * unit);
					expect(minor.length).toBeLessThan(width / (17 * unit) + 2);
				}
			)
		);
	});

	it('name the stretch that began before the field', () => {
		const { major } = findTicks(scaleOf(10 * DAY), 'UTC', 1);
		expect(major?.spans[0]?.x).toBeLessThanOrEqual(0);
		expect(major?.spans[0]?.end).toBeGreaterThan(0);
	});
});

describe('the time scale', () => {
	it('keeps times without limit off the field, and finite', () => {
		const scale = scaleOf(DAY);
		expect(scale.toX(-8.64e15)).toBeLessThan(-10_000);
		expect(scale.toX(8.64e15)).toBeGreaterThan(10_000);
		expect(Number.isFinite(scale.toX(8.64e15))).toBe(true);
	});

	it('zooms about an instant in sight, which keeps its place, and else about the middle', () => {
		expect(zoomStretch([0, 100], 2, 25)).toEqual([12.5, 62.5]);
		expect(zoomStretch([0, 100], 2, 900)).toEqual([25, 75]);
	});

	it('moves the cursor by minutes close by and by days far off', () => {
		expect(cursorSteps(scaleOf(4 * HOUR)).step).toBe(MINUTE);
		expect(cursorSteps(scaleOf(140 * DAY)).step).toBe(DAY);
		const { step, leap } = cursorSteps(scaleOf(30 * DAY));
		expect(leap).toBeGreaterThan(step);
	});
});
