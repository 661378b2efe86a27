import { describe, expect, it } from 'vitest';
import { toInterval } from '$lib/model/edtf-interval';
import type { WhenRecord } from '$lib/schema/records';
import { printDate, printYear, toCiteDate, toCslDate } from './dates';

/** EDTF or record; Chicago; MLA; APA; CSL. Worked out from the manuals: no date says more than its record. */
const TABLE: [WhenRecord, string, string, string, object][] = [
	['1950', '1950', '1950', '1950', { 'date-parts': [[1950]] }],
	['1950-06', 'June 1950', 'June 1950', '1950, June', { 'date-parts': [[1950, 6]] }],
	['1950-06-25', 'June 25, 1950', '25 June 1950', '1950, June 25', { 'date-parts': [[1950, 6, 25]] }],
	['1950-10-XX', 'October 1950', 'Oct. 1950', '1950, October', { 'date-parts': [[1950, 10]] }],
	[
		'1950-09-25~',
		'ca. September 25, 1950',
		'circa 25 Sept. 1950',
		'ca. 1950, September 25',
		{ 'date-parts': [[1950, 9, 25]], circa: true }
	],
	[
		'1950-10?',
		'[October 1950?]',
		'Oct. 1950?',
		'1950, October?',
		{ 'date-parts': [[1950, 10]], circa: true }
	],
	[
		{ edtf: '1950-10-01', certainty: 'low' },
		'[October 1, 1950?]',
		'1 Oct. 1950?',
		'1950, October 1?',
		{ 'date-parts': [[1950, 10, 1]], circa: true }
	],
	[
		{ edtf: '1950-10-01', part: 'small-hours' },
		'small hours of October 1, 1950',
		'small hours of 1 Oct. 1950',
		'1950, October 1, small hours',
		{ 'date-parts': [[1950, 10, 1]] }
	],
	['1950-23', 'autumn 1950', 'autumn 1950', '1950, autumn', { 'date-parts': [[1950]], season: 3 }],
	[
		'195X',
		'between 1950 and 1959',
		'between 1950 and 1959',
		'between 1950 and 1959',
		{ 'date-parts': [[1950], [1959]], circa: true }
	],
	[
		'1950-10-01/1950-10-03',
		'October 1–3, 1950',
		'1–3 Oct. 1950',
		'1950, October 1–3',
		{
			'date-parts': [
				[1950, 10, 1],
				[1950, 10, 3]
			]
		}
	],
	[
		'1950-09-30/1950-10-01',
		'September 30–October 1, 1950',
		'30 Sept.–1 Oct. 1950',
		'1950, September 30–October 1',
		{
			'date-parts': [
				[1950, 9, 30],
				[1950, 10, 1]
			]
		}
	],
	[
		'1949-12-31/1950-01-01',
		'December 31, 1949–January 1, 1950',
		'31 Dec. 1949–1 Jan. 1950',
		'1949, December 31–1950, January 1',
		{
			'date-parts': [
				[1949, 12, 31],
				[1950, 1, 1]
			]
		}
	],
	[
		'[1950-10-01..1950-10-03]',
		'between October 1 and 3, 1950',
		'between 1 and 3 Oct. 1950',
		'1950, between October 1 and 3',
		{
			'date-parts': [
				[1950, 10, 1],
				[1950, 10, 3]
			],
			circa: true
		}
	],
	[
		'../1950-10-02',
		'by October 2, 1950',
		'by 2 Oct. 1950',
		'by 1950, October 2',
		{ 'date-parts': [[1950, 10, 2]], circa: true }
	],
	[
		'1950-10-02/..',
		'October 2, 1950, or later',
		'2 Oct. 1950 or later',
		'1950, October 2, or later',
		{ 'date-parts': [[1950, 10, 2]], circa: true }
	]
];

describe.each(TABLE)('%j', (when, chicago, mla, apa, csl) => {
	const date = toCiteDate(toInterval(when, 'UTC'));

	it('in words', () => {
		expect([printDate(date, 'chicago'), printDate(date, 'mla'), printDate(date, 'apa')]).toEqual([
			...[chicago, mla, apa]
		]);
	});

	it('in CSL', () => {
		expect(toCslDate(date)).toEqual(csl);
	});
});

it.each([
	['1950-10-01', '1950'],
	['1949-12/1950-01', '1949–1950'],
	['1950~', 'ca. 1950'],
	['../1950-10-02', '1950']
])('the year of %s is %s', (edtf, year) => {
	expect(printYear(toCiteDate(toInterval(edtf, 'UTC')))).toBe(year);
});
