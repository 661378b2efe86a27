import { describe, expect, it } from 'vitest';
import { parseGeojson } from './parse-geojson';
import { parseYaml } from './parse-yaml';

describe('parseYaml', () => {
	const text = '# remark\n- id: a\n  list:\n    - x\n    - y: 1\n  folded: >-\n    words\n- id: b\n';
	const { data } = parseYaml('events.yaml', text, 'events');

	it.each([
		[[0], 2, 3],
		[[0, 'id'], 2, 7],
		[[0, 'list'], 3, 3],
		[[0, 'list', 0], 4, 7],
		[[0, 'list', 1, 'y'], 5, 10],
		[[0, 'folded'], 6, 11],
		[[1, 'id'], 8, 7]
	])('knows where %j stands', (path, line, column) => {
		expect(data?.locate(path)).toEqual({ line, column });
	});

	it('points at the nearest thing around what is not there', () => {
		expect(data?.locate([0, 'list', 7, 'z'])).toEqual({ line: 3, column: 3 });
		expect(data?.locate([1, 'title'])).toEqual({ line: 8, column: 3 });
		expect(parseYaml('a.yaml', '').data?.locate(['id'])).toEqual({ line: 1, column: 1 });
	});

	it('keeps dates and clock times as text', () => {
		expect(parseYaml('a.yaml', 'date: 1950-10-01\nclock: 23:40\n').data?.value).toEqual({
			date: '1950-10-01',
			clock: '23:40'
		});
	});

	it('survives nesting without end', () => {
		const { data, problems } = parseYaml('a.yaml', '['.repeat(100_000));
		expect(data).toBeNull();
		expect(problems).toHaveLength(1);
	});
});

describe('parseGeojson', () => {
	it('knows where a value stands', () => {
		const { data } = parseGeojson('a.geojson', '{\n\t"a": {\n\t\t"b": [1,\n\t\t2]\n\t}\n}');
		expect(data?.locate(['a', 'b', 1])).toEqual({ line: 4, column: 3 });
		expect(data?.locate(['a', 'c'])).toEqual({ line: 2, column: 2 });
	});
});
