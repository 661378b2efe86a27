import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toTransform, toWindow } from './pan-zoom.svelte';

const SPAN = [0, 138 * 86_400_000] as const;
const ROOM = [124, 1190] as const;

it('turns a window into a zoom and back', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 137 }),
			fc.double({ min: 0.02, max: 1, noNaN: true }),
			(day, length) => {
				const from = day * 86_400_000;
				const to = from + length * 86_400_000;
				const [start, end] = toWindow(toTransform([from, to], SPAN, ROOM), SPAN, ROOM);
				expect(Math.abs(start - from)).toBeLessThan(100);
				expect(Math.abs(end - to)).toBeLessThan(100);
			}
		)
	);
});

it('is no zoom at all for the whole span', () => {
	const { k, x } = toTransform(SPAN, SPAN, ROOM);
	expect([k, x]).toEqual([1, 0]);
});
