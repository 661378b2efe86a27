import { expect, it } from 'vitest';
import { daysIn } from './strip';

const days = (from: string, to: string, step?: number) =>
	daysIn([Date.parse(from), Date.parse(to)], step).map((day) => new Date(day).toISOString().slice(5, 10));

it('names every so many days, from the first whole one', () => {
	expect(days('2001-02-26T15:00Z', '2001-03-04T15:00Z', 2)).toEqual(['02-27', '03-01', '03-03']);
});

it('names the first of each month where the stretch is long', () => {
	expect(days('2001-10-31T15:00Z', '2002-02-10T15:00Z')).toEqual(['11-01', '12-01', '01-01', '02-01']);
});
