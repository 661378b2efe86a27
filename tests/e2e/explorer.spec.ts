import type { Page } from '@playwright/test';
import { expect, test, watchContext } from './harness';

const TELEGRAM = '1950-10-01-zhou-enlai-to-kim-il-sung';

const reader = (page: Page) => page.locator('[data-view="reader"]');
const chart = (page: Page) => page.locator('[data-view="timeline"]');
const map = (page: Page) => page.locator('[data-view="map"]');

/** Opens the explorer and waits until it listens. */
async function openExplorer(page: Page, query = '') {
	await page.goto(`./${query}`);
	await expect(map(page)).toHaveAttribute('data-map-ready', /gl|svg/, { timeout: 45_000 });
}

async function press(page: Page, key: string, times: number) {
	for (let done = 0; done < times; done++) await page.keyboard.press(key);
}

test('whatever is pointed at in the words lights in the map and the chart, and the other way round', async ({
	page
}) => {
	await openExplorer(page);
	const phrase = reader(page).locator('[data-annotation="first-front-army"]').first();
	await phrase.hover();
	await expect(map(page).locator('[data-light="formation:kpa-first-army-group"].lit').first()).toBeAttached();

	// An event lights the phrase that vouches for it. The hand is taken away: the page may scroll under it.
	await page.mouse.move(1, 1);
	await chart(page).locator('[data-event-id="reported-cut-off"]').focus();
	await expect(reader(page).locator('[data-annotation="cut-off"]').first()).toHaveClass(/lit/);
	await expect(phrase).not.toHaveClass(/lit/);
});

test('a mark of the chart opens the words that vouch for it, in sight and with the focus', async ({
	page
}) => {
	await openExplorer(page);
	const mark = chart(page).locator('[data-event-id="1950-09-30-ni-zhiliang-to-zhou-enlai"]');
	await mark.focus();
	await page.keyboard.press('Enter');
	await expect(reader(page)).toHaveAttribute('data-open-event', '1950-09-30-ni-zhiliang-to-zhou-enlai');
	await expect(page).toHaveURL(/sel=document:1950-09-30|doc=1950-09-30/);
	await page.goBack();
	await expect(reader(page)).toHaveAttribute('data-open-event', TELEGRAM);
});

test('by keyboard alone: from the words to the parallel and back, to the day of a landing, and by a link to another browser', async ({
	page,
	browser,
	baseURL,
	complaints
}) => {
	await openExplorer(page);
	await page.getByRole('link', { name: 'Skip to the document' }).focus();
	await page.keyboard.press('Enter');

	// Tab through the words to the parallel.
	const parallel = reader(page).locator('[data-annotation]', { hasText: '38th Parallel' }).first();
	for (let steps = 0; steps < 60; steps++) {
		await page.keyboard.press('Tab');
		if (await parallel.evaluate((node) => node === document.activeElement)) break;
	}
	await expect(parallel).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/[?&]p=parallel-/);
	await expect(
		map(page).locator('[data-light="place:thirty-eighth-parallel"].selected').first()
	).toBeAttached();

	// To the map, its list, and back to the words by choosing the parallel there.
	await page.getByRole('link', { name: 'Skip to the map' }).focus();
	await page.keyboard.press('Enter');
	const places = map(page).locator('summary', { hasText: 'Places and features' });
	await places.focus();
	await page.keyboard.press('Enter');
	await map(page).locator('[data-feature="place:thirty-eighth-parallel"]').focus();
	await page.keyboard.press('Enter');
	await expect(reader(page).locator(':focus')).toHaveAttribute('data-annotation', /parallel/);

	// The cursor to 15 September, day by day.
	const moment = chart(page).getByRole('slider', { name: 'Moment shown' });
	await moment.focus();
	for (let steps = 0; steps < 80; steps++) {
		if ((await moment.getAttribute('aria-valuetext'))?.includes('15 September')) break;
		await page.keyboard.press('ArrowLeft');
	}
	await expect(moment).toHaveAttribute('aria-valuetext', /15 September 1950/);
	await expect(map(page)).toContainText('15 September 1950');
	await expect(map(page).locator('[data-light^="front:1950-09-15"]').first()).toBeAttached();
	await expect(page).toHaveURL(/t=1950-09-15/);

	// The same place in another browser.
	const context = await browser.newContext();
	await watchContext(context, new URL(baseURL ?? '').origin, complaints.list);
	const other = await context.newPage();
	await other.goto(page.url());
	await expect(map(other)).toHaveAttribute('data-map-ready', /gl|svg/, { timeout: 45_000 });
	await expect(map(other)).toContainText('15 September 1950');
	await expect(
		map(other).locator('[data-light="place:thirty-eighth-parallel"].selected').first()
	).toBeAttached();
	expect(new URL(other.url()).search).toBe(new URL(page.url()).search);
	await context.close();
});

test('Escape steps back, and the focus returns to where the way began', async ({ page }) => {
	await openExplorer(page);
	const mark = chart(page).locator('[data-event-id="1950-09-20-zhou-to-ni"]');
	await mark.focus();
	await page.keyboard.press('Enter');
	await expect(reader(page)).toHaveAttribute('data-open-event', '1950-09-20-zhou-to-ni');
	await reader(page).locator('[data-annotation]').first().focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/[?&]p=/);
	await page.keyboard.press('Escape');
	await expect(page).not.toHaveURL(/[?&]p=/);
});

test('a bad or old link falls back, and says so', async ({ page }) => {
	await openExplorer(page, '?doc=gone&sel=place:atlantis&t=1950-09-15T03:00Z');
	await expect(page.locator('.notice')).toContainText('doc=gone');
	await expect(page.locator('.notice')).toContainText('sel=place:atlantis');
	await expect(reader(page)).toHaveAttribute('data-open-document', TELEGRAM);
	await expect(map(page)).toContainText('15 September 1950');
	await page.locator('.notice').getByRole('button').click();
	await expect(page.locator('.notice')).toHaveCount(0);
});

test('reload keeps the view', async ({ page }) => {
	await openExplorer(page);
	await reader(page).locator('[data-annotation="first-front-army"]').first().click();
	await expect(page).toHaveURL(/p=first-front-army/);
	await page.reload();
	await expect(reader(page).locator('[data-annotation="first-front-army"]').first()).toHaveAttribute(
		'aria-current',
		'true'
	);
});

test('the view is said once, politely and shortly', async ({ page }) => {
	await openExplorer(page);
	const regions = page.locator('[aria-live="polite"]');
	await expect(regions).toHaveCount(1);
	await reader(page).locator('[data-annotation="first-front-army"]').first().click();
	await expect(regions).toHaveText(/First/);
	const words = ((await regions.textContent()) ?? '').trim().split(/\s+/);
	expect(words.length).toBeLessThanOrEqual(15);
});

test('the theme is kept on the device, and a blocked store does no harm', async ({ page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(window, 'localStorage', {
			get() {
				throw new DOMException('blocked', 'SecurityError');
			}
		});
	});
	await openExplorer(page);
	await page.getByRole('button', { name: 'Switch between light and dark' }).click();
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('on a phone the timeline is a strip that opens', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await openExplorer(page);
	const opener = page.getByRole('button', { name: 'Open the timeline' });
	await expect(opener).toBeVisible();
	await opener.click();
	const mark = chart(page).locator(`[data-event-id="${TELEGRAM}"]`);
	await expect(mark).toBeInViewport();
	await press(page, 'Escape', 1);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
