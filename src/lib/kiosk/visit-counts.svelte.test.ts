import { beforeEach, expect, it } from 'vitest';
import { clearCounts, countVisit, printCounts, readCounts } from './visit-counts';

beforeEach(() => localStorage.clear());

it('counts visits by the hour of the day, and keeps no more of them', () => {
	for (const minute of [3, 40]) countVisit(new Date(2026, 2, 1, 10, minute));
	countVisit(new Date(2026, 2, 4, 16, 5));
	expect(printCounts(readCounts())).toBe('2026-03-01\n10 h: 2\n16 h: 1');
	expect(localStorage.getItem('p38-kiosk-visits')).not.toMatch(/03-04|:40|16:05/);
	clearCounts();
	expect(readCounts().since).toBeNull();
});

it('begins anew where what is kept is not its own', () => {
	for (const text of ['', '{', '[]', '{"since":null,"hours":[1,2]}', '{"since":3,"hours":"x"}']) {
		localStorage.setItem('p38-kiosk-visits', text);
		expect(readCounts().hours.every((count) => count === 0)).toBe(true);
	}
});
