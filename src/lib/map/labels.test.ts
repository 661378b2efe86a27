import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxesAlong, boxOf, leaderOf, placeLabels, type Box, type LabelWish } from './labels';

const frame = { x: -300, y: -200, width: 600, height: 400 };

const wish = fc.record({
	id: fc.uuid(),
	lines: fc.array(fc.string({ minLength: 1, maxLength: 18 }), { minLength: 1, maxLength: 3 }),
	size: fc.integer({ min: 10, max: 16 }),
	rank: fc.integer({ min: 0, max: 14 }),
	settings: fc.array(
		fc.record({
			x: fc.integer({ min: -320, max: 320 }),
			y: fc.integer({ min: -220, max: 220 }),
			anchor: fc.constantFrom('start' as const, 'middle' as const, 'end' as const)
		}),
		{ minLength: 1, maxLength: 5 }
	)
});

const at = (id: string, rank: number, x = 0): LabelWish => ({
	...{ id, rank, size: 12, lines: ['Harbour'] },
	settings: [{ x, y: 0, anchor: 'middle' }]
});

/** Written anew here, so that the code's own comparison is not what judges it. */
function overlaps(a: Box, b: Box): boolean {
	const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
	const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
	return across > 0 && down > 0;
}

describe('labels', () => {
	it('never overlap each other, the lines of the story, or the frame', () => {
		fc.assert(
			fc.property(fc.array(wish, { maxLength: 40 }), (wishes) => {
				const obstacles = boxesAlong(
					[
						[-300, 20],
						[0, -40],
						[300, 10]
					],
					7
				);
				const boxes = placeLabels(wishes, obstacles, frame).map(({ box }) => box);
				boxes.forEach((box, index) => {
					expect([...boxes.slice(index + 1), ...obstacles].some((other) => overlaps(box, other))).toBe(false);
					expect(box.x).toBeGreaterThanOrEqual(frame.x);
					expect(box.x + box.width).toBeLessThanOrEqual(frame.x + frame.width);
				});
			})
		);
	});

	it('are set by rank when there is room for one only', () => {
		expect(placeLabels([at('village', 4), at('capital', 1)], [], frame).map(({ id }) => id)).toEqual([
			'capital'
		]);
	});

	it('are all set when there is room', () => {
		expect(placeLabels([at('west', 4, -150), at('east', 1, 150)], [], frame)).toHaveLength(2);
	});

	it('take the next setting when the first is taken', () => {
		const second = {
			...at('b', 2),
			settings: [...at('b', 2).settings, { x: 0, y: 60, anchor: 'middle' as const }]
		};
		expect(placeLabels([at('a', 1), second], [], frame)[1]?.setting.y).toBe(60);
	});

	it('have a leader only when they stand away from what they name', () => {
		const far = { ...at('far', 1), origin: [0, 100] as const };
		const near = { ...at('near', 1), origin: [0, 8] as const };
		const placed = [far, near].map((one) => ({
			...one,
			setting: { x: 0, y: 0, anchor: 'middle' as const },
			box: boxOf(one, { x: 0, y: 0, anchor: 'middle' })
		}));
		expect(placed.map((one) => leaderOf(one) !== undefined)).toEqual([true, false]);
	});
});
