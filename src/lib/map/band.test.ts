import fc from 'fast-check';
import { expect, it } from 'vitest';
import { kilometres } from '$lib/model/front-at';
import { bandAround } from './band';

const line = fc.array(
	fc.tuple(fc.double({ min: 10, max: 12, noNaN: true }), fc.double({ min: 50, max: 51, noNaN: true })),
	{
		minLength: 2,
		maxLength: 12
	}
);

/** Least distance, sampling each stretch of the line. */
function distanceTo(position: [number, number], along: [number, number][]): number {
	const samples = along.slice(1).flatMap((to, index) =>
		Array.from({ length: 201 }, (_, step): [number, number] => {
			const from = along[index] ?? to;
			return [from[0] + ((to[0] - from[0]) * step) / 200, from[1] + ((to[1] - from[1]) * step) / 200];
		})
	);
	return Math.min(...samples.map((sample) => kilometres(position, sample)));
}

it('runs at the distance of the doubt, all round the line, in closed rings', () => {
	fc.assert(
		fc.property(line, fc.integer({ min: 8, max: 40 }), (positions, km) => {
			const { coordinates } = bandAround(positions, km);
			expect(coordinates.length).toBeGreaterThan(0);
			for (const ring of coordinates) {
				expect(ring[0]).toEqual(ring.at(-1));
				for (const position of ring) {
					const away = distanceTo(position as [number, number], positions);
					expect(Math.abs(away - km)).toBeLessThan(km * 0.08 + 0.8);
				}
			}
		}),
		{ numRuns: 25 }
	);
});
