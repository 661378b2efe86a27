import { describe, expect, it } from 'vitest';
import { Clock, Edtf, When, Zone } from './time';

const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
	schema.safeParse(value).success;

describe('Edtf', () => {
	it.each([
		'1911',
		'1911-02',
		'1911-02-03',
		'1911-02-03~',
		'1911-02-XX',
		'../1911-02',
		'1911-02-03/1911-02-05'
	])('takes %s', (text) => {
		expect(accepts(Edtf, text)).toBe(true);
	});
	it.each(['', '1911-2-3', '1911-02-30', '1911-13', '3.2.1911', '1911-02-05/1911-02-03', 1911])(
		'refuses %j',
		(value) => {
			expect(accepts(Edtf, value)).toBe(false);
		}
	);
});

describe('Clock', () => {
	it.each(['00:00', '23:59', '14:30/15:10', '23:00/01:00'])('takes %s', (text) => {
		expect(accepts(Clock, text)).toBe(true);
	});
	it.each(['24:00', '9:30', '14.30', '14:60', '14:30/', '14:30-15:00', 1430])('refuses %j', (value) => {
		expect(accepts(Clock, value)).toBe(false);
	});
});

describe('Zone', () => {
	it('takes only zones that the platform knows', () => {
		expect(accepts(Zone, 'Europe/Copenhagen')).toBe(true);
		expect(accepts(Zone, 'Europe/Atlantis')).toBe(false);
		expect(accepts(Zone, '')).toBe(false);
	});
});

describe('When', () => {
	it('is a date alone or with what else is known, and nothing unknown', () => {
		expect(accepts(When, '1911-02-03')).toBe(true);
		expect(accepts(When, { edtf: '1911-02-03', part: 'night', as_written: 'in the night' })).toBe(true);
		expect(accepts(When, { clock: '12:00' })).toBe(false);
		expect(accepts(When, { edtf: '1911-02-03', hour: 3 })).toBe(false);
	});
});
