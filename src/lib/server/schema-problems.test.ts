import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseYaml } from './parse-yaml';
import { checkSchema } from './schema-problems';

const Point = z.strictObject({ point: z.array(z.number()) });
const Circle = z.strictObject({ centre: z.array(z.number()), radius: z.number() });
const Shape = z.strictObject({
	name: z.string(),
	form: z.union([z.literal('unknown'), Point, Circle]).optional(),
	size: z.number().int().positive().optional()
});

/** Problems of one shape written as YAML: line, path and what to do. */
function problemsOf(text: string) {
	const { data } = parseYaml('shape.yaml', text);
	if (!data) throw new Error('the YAML itself is wrong');
	return checkSchema(Shape, data).problems.map(({ line, path, advice }) => `${line} ${path}: ${advice}`);
}

describe('checkSchema', () => {
	it('gives the record when all is well', () => {
		const { data } = parseYaml('shape.yaml', 'name: a\nform: unknown\n');
		expect(data && checkSchema(Shape, data)).toEqual({
			record: { name: 'a', form: 'unknown' },
			problems: []
		});
	});

	it('speaks of the shape that fits best', () => {
		expect(problemsOf('name: a\nform:\n  centre: [1, 2]\n  radius: wide')).toEqual([
			'4 form.radius: write a number'
		]);
		expect(problemsOf('name: a\nform:\n  centre: [1, 2]')).toEqual(['2 form.radius: add "radius" here']);
		expect(problemsOf('name: a\nform: unknwon')).toEqual(['2 form: did you mean "unknown"?']);
	});

	it('reports a misspelt name once, not also the right name as missing', () => {
		expect(problemsOf('nmae: a\nform:\n  pont: [1]')).toEqual([
			'3 form.pont: did you mean "point"? Or take the line out; a remark belongs after a #',
			'1 nmae: did you mean "name"? Or take the line out; a remark belongs after a #'
		]);
	});

	it('does not suggest a name that is there already', () => {
		expect(problemsOf('name: a\nnames: b')).toEqual([
			'2 names: take the line out; a remark belongs after a #'
		]);
	});

	it('lists all shapes when none fits', () => {
		const { data } = parseYaml('shape.yaml', 'name: a\nform: 7\n');
		expect(data && checkSchema(Shape, data).problems[0]).toMatchObject({
			expected: '"unknown", or lines from these: point, or lines from these: centre, radius',
			found: '7'
		});
	});

	it('finds values that carry a mark of YAML', () => {
		expect(problemsOf('name: a\nform:\n  centre: &c [1, x]\n  radius: 2')).toEqual([
			'3 form.centre[1]: write a number'
		]);
	});
});
