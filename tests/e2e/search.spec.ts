import type { Page } from '@playwright/test';
import { expectAxeFindsNothing } from './axe';
import { expect, test } from './harness';

const INDEX = '**/data/search.json';
const box = (page: Page) => page.getByRole('combobox', { name: 'Search' });
const list = (page: Page) => page.getByRole('listbox', { name: 'Results' });
const option = (page: Page, reference: string) => list(page).locator(`[data-result="${reference}"]`);
const reader = (page: Page) => page.locator('[data-view="reader"]');

async function openExplorer(page: Page) {
	await page.goto('./');
	await expect(page.locator('[data-view="map"]')).toHaveAttribute('data-map-ready', /gl|svg/, {
		timeout: 45_000
	});
}

/** The words that the browser paints as found in the open document. */
const markedWords = (page: Page) =>
	page.evaluate(() =>
		[...(CSS.highlights.get('p38-found') ?? [])].map((range) => (range as Range).toString().toLowerCase())
	);

test('by keyboard: to the box, through the list, to a record in all views, and its words in the text', async ({
	page
}) => {
	await openExplorer(page);
	await page.locator('body').press('/');
	await expect(box(page)).toBeFocused();
	await page.keyboard.type('北京');
	await expect(option(page, 'place:peking')).toBeVisible();
	await page.keyboard.press('ArrowDown');
	await expect(box(page)).toHaveAttribute(
		'aria-activedescendant',
		(await option(page, 'place:peking').getAttribute('id')) ?? '-'
	);
	await page.keyboard.press('Enter');
	await expect(list(page)).toHaveCount(0);
	await expect(page).toHaveURL(/[?&](sel=place:|p=)peking/);
	await expect(reader(page).locator('[data-card-title]')).toContainText('Peking');
	await expect(box(page)).toHaveValue('北京');

	await page.keyboard.press('Control+k');
	await page.keyboard.type('divide these eight divisions');
	await list(page).locator('[data-result="document:1950-10-01-zhou-enlai-to-kim-il-sung"]').click();
	await expect(reader(page)).toHaveAttribute('data-open-document', '1950-10-01-zhou-enlai-to-kim-il-sung');
	await expect.poll(() => markedWords(page)).toEqual(expect.arrayContaining(['divide', 'divisions']));
});

test('what was found stands out in the chart until the search is cleared', async ({ page }) => {
	await openExplorer(page);
	await box(page).fill('Incheon');
	await expect(option(page, 'place:inchon')).toBeVisible();
	const landing = page.locator('[data-view="timeline"] [data-mark="event:inchon-landing"]');
	await page.keyboard.press('Escape');
	await expect(landing.or(page.locator('[data-view="map"] [data-light="place:inchon"]')).first()).toHaveClass(
		/related/
	);
	await page.keyboard.press('Escape');
	await expect(box(page)).toHaveValue('');
	await expect(page.locator('[data-view="map"] [data-light="place:inchon"].related')).toHaveCount(0);
});

test('on other pages a result leads into the explorer', async ({ page }) => {
	await page.goto('about/');
	await box(page).fill('Pak Il U');
	await option(page, 'person:pak-il-u').click();
	await expect(page).toHaveURL(/[?&]sel=person:pak-il-u/);
	await expect(reader(page).locator('[data-card-title]')).toContainText('Pak Il-u');
});

test('a failed index says so, and comes when it is asked for again', async ({ page, complaints }) => {
	await page.route(INDEX, (route) => route.abort());
	await page.goto('about/');
	await box(page).fill('Bejing');
	await expect(page.getByRole('alert')).toContainText('could not be fetched');
	await page.unroute(INDEX);
	await page.getByRole('button', { name: 'Try again' }).click();
	await expect(option(page, 'place:peking')).toBeVisible();
	expect(complaints.expectSome(/ERR_FAILED/)).toBeGreaterThan(0);
});

test('nothing found is said, with what would be found', async ({ page }) => {
	await page.goto('about/');
	await box(page).fill('Peking xyzzyx');
	await expect(page.getByText('Nothing found for “Peking xyzzyx”.')).toBeVisible();
	await page.getByRole('button', { name: 'Peking', exact: true }).click();
	await expect(option(page, 'place:peking')).toBeVisible();
});

test('to a screen reader it is a combobox with a grouped list, and the count is said', async ({ page }) => {
	await page.goto('about/');
	await expect(box(page)).toHaveAttribute('aria-expanded', 'false');
	await box(page).fill('Inchon');
	await expect(list(page)).toBeVisible();
	await expect(box(page)).toHaveAttribute('aria-expanded', 'true');
	await expect(box(page)).toHaveAttribute('aria-controls', (await list(page).getAttribute('id')) ?? '-');
	await expect(
		list(page)
			.getByRole('group', { name: /Places/ })
			.getByRole('option')
			.first()
	).toContainText('Inch’on');
	await expect(page.getByRole('search').getByRole('status')).toHaveText(/^\d+ found for “Inchon”$/);
	await expectAxeFindsNothing(page);
});

test('with a finger on a phone: large enough, and inside the screen', async ({ browser, baseURL }) => {
	const context = await browser.newContext({
		viewport: { width: 360, height: 740 },
		hasTouch: true,
		isMobile: true,
		baseURL
	});
	const page = await context.newPage();
	await page.goto('about/');
	await box(page).tap();
	await box(page).fill('Kim');
	await expect(list(page)).toBeVisible();
	const boxes = await list(page)
		.getByRole('option')
		.evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect()));
	expect(boxes.length).toBeGreaterThan(2);
	for (const { height, left, right } of boxes) {
		expect(height).toBeGreaterThanOrEqual(43.5);
		expect(left).toBeGreaterThanOrEqual(0);
		expect(right).toBeLessThanOrEqual(360);
	}
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
	await list(page).getByRole('option').first().tap();
	await expect(page).toHaveURL(/[?&](doc|sel)=/);
	await context.close();
});

test('all results have a page of their own, with an address', async ({ page }) => {
	await page.goto('search/?q=Filippov');
	const results = page.getByRole('main').locator('[data-result]');
	await expect(results.first()).toBeVisible();
	await expect(results.filter({ hasText: 'Stalin' }).first()).toBeVisible();
	await page.getByRole('searchbox', { name: 'Search' }).fill('Beijing');
	await expect(page).toHaveURL(/search\/\?q=Beijing$/);
	await expect(page.locator('[data-result="place:peking"] mark').first()).toBeVisible();
	await page.reload();
	await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('Beijing');
	await expect(page.locator('[data-result="place:peking"]')).toBeVisible();
});
