import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './harness';

const room = (page: Page) => page.locator('[data-visit]');

/** Something goes wrong on the page that nobody catches, with words of a visitor in it. */
const fall = (page: Page, kind: 'throw' | 'reject') =>
	page.evaluate((how) => {
		const error = new TypeError('cannot read "My name is Anna"');
		// Out of the reach of whoever evaluates this.
		queueMicrotask(() => {
			if (how === 'throw') throw error;
			void Promise.reject(error);
		});
	}, kind);

/** Until the script listens, a touch is nobody's. */
async function arrive(page: Page) {
	await page.goto('kiosk/');
	await expect(room(page)).toHaveAttribute('data-place', 'attract');
	await expect(page.locator('[data-map-ready]')).toBeAttached();
}

async function enter(page: Page) {
	await page.mouse.click(300, 300);
	await expect(room(page)).toHaveAttribute('data-place', 'language');
}

test('kiosk 30: a thrown error and a rejection end the visit, the third in five minutes leaves the still page, which comes back', async ({
	page,
	complaints
}) => {
	await page.clock.install({ time: new Date('2026-03-01T12:00:00Z') });
	await arrive(page);
	await page.clock.runFor(21_000);
	await expect(page).toHaveTitle(/ · 2$/);
	// While nothing runs, nothing beats: by that the watchdog knows. The page's clock stands for the page.
	await page.clock.pauseAt(new Date('2026-03-01T12:05:00Z'));
	const stopped = await page.title();
	await page.evaluate(() => new Promise((resolve) => void fetch('/health.json').then(resolve)));
	expect(await page.title()).toBe(stopped);
	await page.clock.resume();

	for (const kind of ['throw', 'reject'] as const) {
		await enter(page);
		const visit = await room(page).getAttribute('data-visit');
		await fall(page, kind);
		await page.clock.runFor(2000);
		await expect(room(page)).toHaveAttribute('data-place', 'attract');
		await expect(room(page)).not.toHaveAttribute('data-visit', visit ?? '');
	}
	const log = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
	expect(log).toContain('TypeError');
	expect(log).not.toMatch(/Anna|name is/);

	await enter(page);
	await fall(page, 'throw');
	await page.clock.runFor(2000);
	await expect(page).toHaveURL(/\/kiosk\/still\/$/);
	const still = page.locator('[data-still]');
	await expect(still).toContainText('Comrade Kim Il Sung');
	expect(await page.locator('a[href], button, script:not([src$="theme.js"]):not([type])').count()).toBe(0);
	await expect(page.locator('meta[http-equiv="refresh"]')).toHaveAttribute('content', /^\d{3};url=\.\.\/$/);
	// The refresh belongs to the browser: what it does at its time is done here at once.
	await arrive(page);
	await enter(page);
	expect(complaints.expectSome(/page error: .*Anna/)).toBe(3);
});

test('kiosk: where a part of its script cannot be had, the still page stands in its place', async ({
	page,
	complaints
}) => {
	const [start = ''] =
		readFileSync('build/kiosk/index.html', 'utf8').match(/immutable\/nodes\/(?!0\.)[^"]+\.js/) ?? [];
	await page.route(`**/${start}`, (route) => route.abort('failed'));
	await page.goto('kiosk/');
	await expect(page).toHaveURL(/\/kiosk\/still\/$/);
	await expect(page.locator('[data-still]')).toContainText('Comrade Kim Il Sung');
	expect(complaints.expectSome(/Failed to load resource|ERR_FAILED|dynamically imported/)).toBeGreaterThan(0);
});

test('kiosk: where its records cannot be had, the still page stands in its place', async ({
	page,
	complaints
}) => {
	await page.route('**/data/collection.json*', (route) => route.abort('failed'));
	await page.goto('kiosk/');
	await expect(page).toHaveURL(/\/kiosk\/still\/$/);
	await expect(page.locator('[data-still]')).toContainText('Comrade Kim Il Sung');
	expect(complaints.expectSome(/Failed to load resource|ERR_FAILED/)).toBeGreaterThan(0);
});
