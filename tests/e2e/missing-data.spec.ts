import type { Page, Route } from '@playwright/test';
import { followLink } from './follow';
import { expect, test } from './harness';

const reader = (page: Page) => page.locator('[data-view="reader"]');
const missing = (page: Page) => page.locator('.missing-part');

/** Answers with the beginning of a file, as a connection does that breaks. */
async function cutOff(route: Route) {
	const answer = await route.fetch();
	const text = await answer.text();
	await route.fulfill({ response: answer, body: text.slice(0, text.length / 2) });
}
const refuse = (route: Route) => route.abort('failed');

test('a data file that is missing or cut off is said quietly; what is there goes on, and nothing written is lost', async ({
	page,
	complaints
}) => {
	const words = 'Comrade Kim Il Sung';
	for (const [file, fail] of [
		['collection', refuse],
		['sketch', cutOff]
	] as const) {
		await page.route(`**/data/${file}.json*`, fail);
		await page.goto('/');
		await expect(missing(page)).toBeVisible();
		await expect(reader(page)).toContainText(words);
		await expect(page.locator('.picture .front').first()).toBeAttached();
		await page.unroute(`**/data/${file}.json*`);
	}

	await page.route('**/data/documents/*.json*', cutOff);
	await page.route('**/data/search.json*', refuse);
	await missing(page).getByRole('link').click();
	await expect(page.locator('[data-map-ready]')).toBeAttached();
	await expect(missing(page)).toHaveCount(0);
	await followLink(page, '?doc=1950-09-20-zhou-to-ni');
	await expect(reader(page)).toContainText('could not be fetched');
	await page.unroute('**/data/documents/*.json*');
	await reader(page).getByRole('button', { name: 'Try again' }).click();
	await expect(reader(page)).not.toContainText('could not be fetched');
	await expect(reader(page).locator('[data-annotation]').first()).toBeAttached();
	await page.getByRole('combobox', { name: 'Search' }).fill('parallel');
	await expect(page.getByText('The index of the search could not be fetched.')).toBeVisible();

	const kept = '{ "format": "p38-work", "version": 1, "answers": [{ "lesson": "ask", "answer": "My own wo';
	await page.evaluate((text) => localStorage.setItem('p38-work-korea-1950', text), kept);
	await page.route('**/data/lessons.json*', cutOff);
	await page.goto('lessons/work/');
	await expect(page.getByText('was put aside, not lost').first()).toBeVisible();
	const coming = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save what was put aside' }).click();
	const stream = await (await coming).createReadStream();
	const parts: string[] = [];
	for await (const part of stream) parts.push(String(part));
	expect(parts.join('')).toBe(kept);
	expect(await page.evaluate(() => Object.values<string>(localStorage))).toContain(kept);

	// Somebody who goes on to a page that cannot be had is told so there, and tries again.
	await page.route('**/data/collection.json*', refuse);
	await page.goto('documents/');
	await page.getByRole('navigation').getByRole('link', { name: 'Explore' }).click();
	await expect(page.getByRole('heading', { name: 'Something went wrong' })).toBeVisible();
	await page.unroute('**/data/collection.json*');
	await page.getByRole('link', { name: 'Try again' }).click();
	await expect(reader(page)).toContainText(words);
	expect(complaints.expectSome(/Failed to load resource|ERR_FAILED|Failed to fetch/)).toBeGreaterThan(0);
});
