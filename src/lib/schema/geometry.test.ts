import { describe, expect, it } from 'vitest';
import { Position, Ring } from './geometry';

describe('Position', () => {
	it.each([
		[[180, 90], true],
		[[-180, -90], true],
		[[57.9, 111.2], false],
		[[181, 0], false],
		[[1], false],
		[[1, 2, 3], false]
	])('%j: %s', (value, expected) => {
		expect(Position.safeParse(value).success).toBe(expected);
	});
});

describe('Ring', () => {
	const corners = [
		[0, 0],
		[1, 0],
		[1, 1]
	];
	it('ends where it began', () => {
		expect(Ring.safeParse([...corners, [0, 0]]).success).toBe(true);
		expect(Ring.safeParse([...corners, [0, 1]]).success).toBe(false);
		expect(
			Ring.safeParse([
				[0, 0],
				[1, 0],
				[0, 0]
			]).success
		).toBe(false);
	});
});
