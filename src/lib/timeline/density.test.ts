import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countDensity } from './density';

const DAY = 86_400_000;
const FROM = Date.UTC(1950, 5, 20);

describe('density', () => {
	it('counts every instant of the span once, whatever the width', () => {
		fc.assert(
			fc.property(
				fc.array(fc.integer({ min: 0, max: 138 * DAY - 1 }), { maxLength: 60 }),
				fc.integer({ min: 200, max: 3000 }),
				fc.integer({ min: -600, max: 720 }),
				(offsets, width, zone) => {
					const bins = countDensity(
						offsets.map((one) => FROM + one).sort((a, b) => a - b),
						[FROM, FROM + 138 * DAY],
						width,
						zone
					);
					expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(offsets.length);
				}
			)
		);
	});

	it('counts by day where days can be told apart, by week or month where not', () => {
		const lengthOf = (width: number) => {
			const [, bin] = countDensity([], [FROM, FROM + 138 * DAY], width);
			return ((bin?.to ?? 0) - (bin?.from ?? 0)) / DAY;
		};
		expect(lengthOf(1000)).toBe(1);
		expect(lengthOf(300)).toBe(7);
		expect(lengthOf(60)).toBeGreaterThanOrEqual(28);
	});

	it('counts by the days of the collection’s clock', () => {
		const lateEvening = Date.UTC(1950, 9, 1, 16);
		const day = countDensity([lateEvening], [FROM, FROM + 138 * DAY], 1000, 540).find(({ count }) => count);
		expect(day?.from).toBe(Date.UTC(1950, 9, 1, 15));
	});
});
