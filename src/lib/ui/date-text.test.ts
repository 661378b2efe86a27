import { expect, it } from 'vitest';
import { toInterval } from '$lib/model/edtf-interval';
import { dateText } from './date-text';

it.each([
	['1911-03-04', '4 March 1911'],
	['1911-03', 'March 1911'],
	['1911', '1911'],
	[{ edtf: '1911-03-04', part: 'night' as const }, 'night of 4 March 1911'],
	[{ edtf: '1911-03-04', clock: '14:30' }, '4 March 1911, 14:30'],
	[{ edtf: '1911-03-04', clock: '14:30/15:10' }, '4 March 1911, 14:30–15:10'],
	['1911-03-04~', 'about 4 March 1911'],
	['1911-03-04?', '4 March 1911 (uncertain)'],
	['../1911-03-04', 'until 4 March 1911'],
	['[1911-03-04..1911-03-06]', 'on one day between 4 March 1911 and 6 March 1911']
])('says %j as "%s", no more exactly than it is known', (record, text) => {
	expect(dateText(toInterval(record, 'UTC'))).toBe(text);
});

it('says a stretch of days without saying the month twice', () => {
	expect(dateText(toInterval('1911-03-04/1911-03-06', 'UTC'))).toMatch(/^4\s?–\s?6 March 1911$/);
});
