import { describe, expect, it } from 'vitest';
import { toInterval } from '$lib/model/edtf-interval';
import { byMonth } from './months';

const on = (edtf: string) => ({ edtf, at: toInterval(edtf, 'UTC') });

describe('byMonth', () => {
	it('groups what begins in one month, names it, and keeps the order within', () => {
		const months = byMonth([
			on('1950-09-20'),
			on('1950-10-02'),
			on('1950-10-01'),
			on('1950-09-30/1950-10-02')
		]);
		expect(months.map(({ name, entries }) => [name, entries.map(({ edtf }) => edtf)])).toEqual([
			['September 1950', ['1950-09-20', '1950-09-30/1950-10-02']],
			['October 1950', ['1950-10-02', '1950-10-01']]
		]);
	});

	it('puts what has no date at the end, and what is known to its year only under the year', () => {
		const months = byMonth([{ edtf: '', at: undefined }, on('1951-01-13'), on('1950')]);
		expect(months.map(({ id, name }) => [id, name])).toEqual([
			['1950', '1950'],
			['1951-01', 'January 1951'],
			['undated', undefined]
		]);
	});
});
