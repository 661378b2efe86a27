import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstFrom, Stretches } from './stretches';

describe('stretches', () => {
	it('hold an instant exactly when it lies between their ends', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.integer({ min: -500, max: 500 }), fc.oneof(fc.nat(3), fc.nat(900))), {
					maxLength: 60
				}),
				fc.integer({ min: -600, max: 1500 }),
				(made, instant) => {
					const [starts, ends] = [
						made.map(([start]) => start),
						made.map(([start, length]) => start + length)
					];
					const wanted = starts.flatMap((start, number) =>
						start <= instant && instant <= (ends[number] ?? 0) ? [number] : []
					);
					expect(new Stretches(starts, ends).holding(instant)).toEqual(wanted);
				}
			)
		);
	});

	it('may be without end', () => {
		const stretches = new Stretches([0, -Infinity, 5], [8.64e15, 3, Infinity]);
		expect(stretches.holding(1)).toEqual([0, 1]);
		expect(stretches.holding(1e12)).toEqual([0, 2]);
	});
});

describe('the first from a value', () => {
	it('is found at the ends and in between', () => {
		const ordered = [1, 3, 3, 7];
		expect([0, 1, 2, 3, 4, 7, 8].map((value) => firstFrom(ordered, value))).toEqual([0, 0, 1, 1, 3, 3, 4]);
	});
});
