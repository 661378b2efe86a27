import type { Locator, Page } from '@playwright/test';
import { expectAxeFindsNothing } from './axe';
import { expect, test } from './harness';

const DRAFT = '1950-10-02-mao-to-stalin-draft';
const WIRED = '1950-10-03-mao-to-stalin-via-roshchin';
const BOTH = `./?doc=${DRAFT}&doc2=${WIRED}`;

const readerOf = (page: Page): Locator => page.locator('[data-view="reader"]');
const articleOf = (page: Page, id: string): Locator => readerOf(page).locator(`[data-document="${id}"]`);
const sharedOf = (page: Page, reference: string): Locator =>
	readerOf(page).locator(`[data-shared="${reference}"]`);

/** Whether the middle of it lies in the room where its text is shown. */
async function isSeen(mark: Locator): Promise<boolean> {
	return mark.evaluate((element) => {
		const { left, top, width, height } = element.getClientRects()[0] ?? new DOMRect();
		const met = document.elementFromPoint(left + width / 2, top + height / 2);
		return met === element || element.contains(met);
	});
}

async function openBoth(page: Page): Promise<void> {
	await page.goto(BOTH);
	await expect(articleOf(page, WIRED).locator('[data-text]')).toContainText('better to wait and prepare');
	await expect(articleOf(page, DRAFT).locator('[data-text]')).toContainText('part of its army into Korea');
}

test('a link opens two texts side by side, the earlier first, each with its heading', async ({ page }) => {
	await openBoth(page);
	const articles = readerOf(page).getByRole('article');
	await expect(articles).toHaveCount(2);
	await expect(articles.first()).toHaveAccessibleName(/draft telegram/);
	await expect(articles.last()).toHaveAccessibleName(/Roshchin/);
	const [first, second] = [await articles.first().boundingBox(), await articles.last().boundingBox()];
	expect(second?.x).toBeGreaterThan((first?.x ?? 0) + (first?.width ?? 0) - 1);
});

test('what both speak of stands on one row, and a press brings both phrases into sight', async ({ page }) => {
	await openBoth(page);
	const row = sharedOf(page, 'event:mao-1002');
	await expect(row).toContainText('China will send part of its army into Korea');
	await expect(row).toContainText('it is better to wait and prepare');
	const button = row.getByRole('button').last();
	await button.click();
	const [here, there] = [
		articleOf(page, DRAFT).locator('[data-annotation="troops-will-go"]'),
		articleOf(page, WIRED).locator('[data-annotation="wait"]')
	];
	await expect(there).toHaveAttribute('aria-current', 'true');
	await expect(here).toHaveClass(/\brelated\b/);
	await expect.poll(() => isSeen(here)).toBe(true);
	await expect.poll(() => isSeen(there)).toBe(true);
	// Whoever goes down the list keeps the place in it, and the texts keep theirs.
	await expect(button).toBeFocused();
	await expect(readerOf(page).getByRole('article').first()).toHaveAccessibleName(/draft telegram/);
	const { searchParams } = new URL(page.url());
	expect([searchParams.get('doc'), searchParams.get('doc2')]).toEqual([WIRED, DRAFT]);
	await page.goBack();
	await expect(readerOf(page)).toHaveAttribute('data-open-document', DRAFT);
	await expect(there).not.toHaveAttribute('aria-current');
});

test('a phrase of the second text is chosen in the text itself, and both texts stay', async ({ page }) => {
	await openBoth(page);
	const parallel = articleOf(page, WIRED).locator('[data-annotation="parallel"]');
	await parallel.click();
	await expect(parallel).toHaveAttribute('aria-current', 'true');
	await expect(articleOf(page, DRAFT).locator('[data-annotation="parallel"]')).toHaveClass(/\brelated\b/);
	await expect(readerOf(page).locator('[data-card="place:thirty-eighth-parallel"]')).toBeVisible();
	await expect(readerOf(page).getByRole('article')).toHaveCount(2);
});

test('another document is found, set beside and taken away by keys alone', async ({ page }) => {
	await page.goto(`./?doc=${DRAFT}`);
	const opener = readerOf(page).getByRole('button', { name: 'Set another beside' });
	await expect(page.locator('[data-map-ready]')).toBeVisible();
	await opener.press('Enter');
	await expect(page.getByRole('dialog')).toBeVisible();
	await page.getByRole('searchbox', { name: 'Find by title or date' }).fill('roshchin 3 october');
	const entry = page.locator(`[data-beside="${WIRED}"]`);
	await expect(entry).toBeVisible();
	await entry.press('Enter');
	await expect(readerOf(page).getByRole('heading', { name: 'Side by side' })).toBeFocused();
	await expect(page).toHaveURL(new RegExp(`doc2=${WIRED}`));
	await expect(readerOf(page).getByRole('article')).toHaveCount(2);
	await page.keyboard.press('Escape');
	await expect(readerOf(page).getByRole('article')).toHaveCount(1);
	await expect(readerOf(page).locator('[data-reader-title]')).toBeFocused();
	await expect(page).not.toHaveURL(/doc2=/);
});

test('first offered is what the document has to do with others', async ({ page }) => {
	await page.goto(`./?doc=${DRAFT}`);
	await expect(page.locator('[data-map-ready]')).toBeVisible();
	await readerOf(page).getByRole('button', { name: 'Set another beside' }).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog.getByRole('heading', { level: 2 })).toBeVisible();
	const labels = await dialog.getByRole('heading', { level: 3 }).allTextContents();
	expect(labels).toEqual(['Answers', 'Related', 'Of the same day', 'All others, by date']);
	await expect(dialog.locator(`[data-beside="${DRAFT}"]`)).toHaveCount(0);
	await expect(dialog.locator(`[data-beside="${WIRED}"]`)).toHaveCount(1);
});

test('on a phone the one stands below the other, and nothing is scrolled sideways', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await openBoth(page);
	const articles = readerOf(page).getByRole('article');
	const [first, second] = [await articles.first().boundingBox(), await articles.last().boundingBox()];
	expect(second?.y).toBeGreaterThan((first?.y ?? 0) + (first?.height ?? 0) - 1);
	expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('on paper both texts stand whole', async ({ page }) => {
	await openBoth(page);
	await page.emulateMedia({ media: 'print' });
	const cut = await readerOf(page).evaluate((reader: HTMLElement) =>
		[reader, ...reader.querySelectorAll<HTMLElement>('*')]
			.filter((one) => !one.closest('.visually-hidden, svg, dialog') && one.checkVisibility())
			.filter(
				(one) => getComputedStyle(one).overflowY !== 'visible' && one.scrollHeight > one.clientHeight + 1
			)
			.map((one) => one.className)
	);
	expect(cut).toEqual([]);
});

test('axe finds nothing in two texts side by side', async ({ page }) => {
	await openBoth(page);
	await sharedOf(page, 'event:mao-1002').getByRole('button').first().click();
	await expectAxeFindsNothing(page, { include: '[data-view="reader"]' });
});
