import { describe, expect, it } from 'vitest';
import type { Facts } from './marks';
import { findFrom, findNeighbour, moveOfKey, pickMark } from './navigation';
import type { PlacedMark } from './place';
import type { Point } from './strokes';

const mark = (id: string, at: number, lane: number) => ({ type: 'event', id, at, lane }) as Facts;
const marks = [mark('a', 10, 0), mark('b', 20, 2), mark('c', 30, 0), mark('d', 40, 1), mark('e', 50, 2)];

describe('keys', () => {
	it('go along time and stop at its ends', () => {
		expect(findNeighbour(marks, 1, 'next')).toBe(2);
		expect(findNeighbour(marks, 4, 'next')).toBe(4);
		expect(findNeighbour(marks, 0, 'previous')).toBe(0);
		expect(findNeighbour(marks, 2, 'first')).toBe(0);
		expect(findNeighbour(marks, 2, 'last')).toBe(4);
	});

	it('go to the nearest in time in the next lane that has any', () => {
		expect(findNeighbour(marks, 0, 'below')).toBe(3);
		expect(findNeighbour(marks, 4, 'above')).toBe(3);
		expect(findNeighbour(marks, 3, 'below')).toBe(4);
		expect(findNeighbour(marks, 1, 'below')).toBe(1);
		expect(findNeighbour([marks[0], marks[4]] as Facts[], 0, 'below')).toBe(1);
	});

	it('are the arrows, Home and End, and nothing every object has', () => {
		expect(moveOfKey('ArrowUp')).toBe('above');
		expect(moveOfKey('constructor')).toBeUndefined();
	});

	it('find the marks on either side of a moment', () => {
		expect(findFrom(marks, 30, 'next')?.id).toBe('d');
		expect(findFrom(marks, 30, 'previous')?.id).toBe('b');
		expect(findFrom(marks, 5, 'previous')).toBeNull();
	});
});

describe('the pointer', () => {
	const line = (...points: Point[]) => ({ outline: [points] }) as PlacedMark;
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
