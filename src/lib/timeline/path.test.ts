import {
	line,
	symbol,
	symbolCircle,
	symbolCross,
	symbolDiamond2,
	symbolSquare,
	symbolStar,
	symbolTriangle
} from 'd3';
import { describe, expect, test } from 'vitest';
import { linePath, type Point } from './path';
import { kindShape } from './shapes';

/** The numbers of a path as corners, whatever letters part them. */
function cornersOf(path: string): Point[] {
	const points: Point[] = [];
	for (const [, letter = '', x = '0', y] of path.matchAll(/([A-Zhv])([-\d.e]+)?(?:,([-\d.e]+))?/g)) {
		const [px, py] = points.at(-1) ?? [0, 0];
		if (letter === 'h') points.push([px + Number(x), py]);
		else if (letter === 'v') points.push([px, py + Number(x)]);
		else if (letter !== 'Z') points.push([Number(x), Number(y)]);
	}
	return points;
}

describe('paths written by hand are those of d3', () => {
	test.each<[string, Point[]]>([
		['no point', []],
		['a point', [[1.23456, -2]]],
		[
			'a stroke',
			[
				[0, 0.00049],
				[10.5555, 7],
				[-3, 1e3]
			]
		]
	])('%s', (_name, points) => {
		expect(linePath(points)).toBe(line<Point>()(points) ?? '');
	});

	test.each(
		[
			['diamond', symbolDiamond2],
			['square', symbolSquare],
			['circle', symbolCircle],
			['triangle', symbolTriangle],
			['cross', symbolCross],
			['star', symbolStar]
		].map(([name, type], kind) => ({ name, type, kind })) as {
			name: string;
			type: typeof symbolStar;
			kind: number;
		}[]
	)('$name', ({ type, kind }) => {
		for (const unit of [1, 1.37]) {
			const theirs = symbol(type, 84 * unit * unit)() ?? '';
			const ours = cornersOf(kindShape(kind, unit));
			expect(ours.length).toBe(cornersOf(theirs).length);
			cornersOf(theirs).forEach(([x, y], index) => {
				expect(ours[index]?.[0]).toBeCloseTo(x, 2);
				expect(ours[index]?.[1]).toBeCloseTo(y, 2);
			});
		}
	});
});
