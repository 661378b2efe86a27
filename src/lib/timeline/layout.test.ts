import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureText, overlap, placeLabels, shorten, type LabelWish } from './layout';

const room = { field: { x: 0, y: 0, width: 600, height: 300 }, obstacles: [], size: 12 };
const wish = (key: string, x: number, y: number, rank: number, text = 'A telegram'): LabelWish => ({
	key,
	texts: [text, shorten(text, 6)],
	rank,
	spots: (width) => [
		{ x, y },
		{ x: x - width - 8, y },
		{ x, y: y + 18 }
	]
});

const wishes = fc.array(
	fc.record({
		x: fc.integer({ min: -50, max: 650 }),
		y: fc.integer({ min: 0, max: 300 }),
		rank: fc.integer({ min: 0, max: 5 }),
		text: fc.string({ minLength: 1, maxLength: 30 }),
		raised: fc.boolean()
	}),
	{ maxLength: 80 }
);
const boxes = fc.array(
	fc.record({
		x: fc.integer({ min: 0, max: 600 }),
		y: fc.integer({ min: 0, max: 300 }),
		width: fc.constant(12),
		height: fc.constant(12)
	}),
	{ maxLength: 20 }
);

describe('labels', () => {
	it('never overlap each other, nor leave the field', () => {
		fc.assert(
			fc.property(wishes, boxes, (made, obstacles) => {
				const asked = made.map(({ x, y, rank, text }, index) => wish(String(index), x, y, rank, text));
				const raised = new Set(made.flatMap((one, index) => (one.raised ? [String(index)] : [])));
				const placed = placeLabels(asked, { ...room, obstacles }, raised);
				for (const [index, { key, box }] of placed.entries()) {
					expect(placed.slice(index + 1).some((other) => overlap(box, other.box))).toBe(false);
					expect(box.x).toBeGreaterThanOrEqual(0);
					expect(box.x + box.width).toBeLessThanOrEqual(600);
					if (!raised.has(key)) expect(obstacles.some((other) => overlap(box, other))).toBe(false);
				}
				expect(new Set(placed.map(({ key }) => key)).size).toBe(placed.length);
			})
		);
	});

	it('give the first in rank its first spot and drop what finds none', () => {
		const crowd = [wish('late', 300, 100, 5), wish('first', 300, 100, 0), wish('next', 300, 100, 1)];
		const placed = placeLabels([...crowd, wish('none', 300, 100, 6), wish('more', 300, 100, 7)], room);
		expect(placed.find(({ key }) => key === 'first')).toMatchObject({ x: 300, y: 100 });
		expect(placed.map(({ key }) => key)).toEqual(['first', 'next', 'late']);
	});

	it('make way for what is raised, which leaves the others where they are', () => {
		const apart = wish('apart', 20, 250, 0);
		const crowd = ['a', 'b', 'c', 'd'].map((key, rank) => wish(key, 300, 100, rank));
		const before = placeLabels([apart, ...crowd], room);
		expect(before.map(({ key }) => key)).not.toContain('d');
		const after = placeLabels([apart, ...crowd], room, new Set(['d']));
		expect(after.map(({ key }) => key)).toContain('d');
		expect(after.find(({ key }) => key === 'apart')).toEqual(before.find(({ key }) => key === 'apart'));
	});

	it('are shortened where only that fits', () => {
		const [label] = placeLabels([wish('a', 540, 100, 0, 'From one to the other')], {
			...room,
			field: { ...room.field, x: 530, width: 70 }
		});
		expect(label?.text).toBe('From…');
	});
});

describe('words and marks', () => {
	it('are measured by their letters', () => {
		expect(measureText('ill', 12)).toBeLessThan(measureText('www', 12));
		expect(measureText('정전', 12)).toBeGreaterThan(measureText('ab', 12));
	});

	it('are cut at a word', () => {
		expect(shorten('Kumchon pocket; columns turn', 16)).toBe('Kumchon pocket…');
		expect(shorten('short', 16)).toBe('short');
	});
});
