import { describe, expect, it } from 'vitest';
import type { EventFacts } from './mark-facts';
import { beyond, findNeighbour, moveOfKey, pickMark } from './navigation';
import type { Drawn, PlacedFold } from './place';
import type { Point } from './path';

const mark = (key: string, at: number, lane: number) =>
	({ key, facts: { type: 'event', at, lane } as EventFacts }) as Drawn;
const fold = { key: 'f', lane: 1, span: [34, 38], list: () => [] } as unknown as PlacedFold;
const [a, b, c, d, e] = [
	mark('a', 10, 0),
	mark('b', 20, 2),
	mark('c', 30, 0),
	mark('d', 40, 1),
	mark('e', 50, 2)
];
const all: Drawn[] = [a, b, c, fold, d, e];

describe('keys', () => {
	it('go along what is drawn, folds too, and out of it at its ends', () => {
		expect(findNeighbour(all, b, 'next')).toBe(c);
		expect(findNeighbour(all, c, 'next')).toBe(fold);
		expect(findNeighbour(all, d, 'previous')).toBe(fold);
		expect(findNeighbour(all, e, 'next')).toBeNull();
		expect(findNeighbour(all, a, 'previous')).toBeNull();
		expect(findNeighbour(all, c, 'last')).toBeNull();
		expect([beyond(fold, 'previous'), beyond(fold, 'next'), beyond(e, 'next')]).toEqual([34, 38, 50]);
	});

	it('go to the nearest in time in the next lane that has any', () => {
		expect(findNeighbour(all, a, 'below')).toBe(fold);
		expect(findNeighbour(all, e, 'above')).toBe(d);
		expect(findNeighbour(all, d, 'below')).toBe(e);
		expect(findNeighbour(all, b, 'below')).toBe(b);
		expect(findNeighbour([a, e], a, 'below')).toBe(e);
	});

	it('are the arrows, Home and End, and nothing every object has', () => {
		expect(moveOfKey('ArrowUp')).toBe('above');
		expect(moveOfKey('constructor')).toBeUndefined();
	});
});

describe('the pointer', () => {
	const line = (...points: Point[]) => ({ outline: [points] }) as Drawn;
	const near = line([0, 0], [100, 100]);
	const far = line([30, 0], [130, 100]);

	it('means the nearest mark within reach', () => {
		expect(pickMark([near, far], [50, 48], 12, undefined)).toBe(near);
		expect(pickMark([near, far], [82, 48], 12, undefined)).toBe(far);
		expect(pickMark([near, far], [10, 90], 12, undefined)).toBeNull();
	});

	it('means what lies under it unless another is clearly nearer', () => {
		expect(pickMark([near, far], [64, 49], 12, near)).toBe(near);
		expect(pickMark([near, far], [79, 50], 12, near)).toBe(far);
	});
});
