import { expect, it } from 'vitest';
import { adviseDate } from './advise-date';

it.each([
	['1950-02-30', /1950-02 has 28 days/],
	['2000-02-30', /2000-02 has 29 days/],
	['1950-13-01', /no month 13/],
	['1950-1-3', /write 1950-01-03/],
	['1950-2-31', /1950-02 has 28 days/],
	['1950-10-09/1950-10-07', /write 1950-10-07\/1950-10-09/],
	['1950-10-01/1950-10-32', /has 31 days/],
	['01.10.1950', /year, month, day: 1950/],
	['1950-10-01T23:40', /"clock"/],
	['1 October 1950', /"as_written"/],
	['unknwon', /unknown, written so/],
	['??', /as far as it is known/]
])('advises how to mend %s', (text, advice) => {
	expect(adviseDate(text)).toMatch(advice);
});
