import type { Locator, Page } from '@playwright/test';
import { expect, test } from './harness';

const TELEGRAM = '1950-10-01-zhou-enlai-to-kim-il-sung';
const WITHOUT_TEXT = '1950-09-30-ni-zhiliang-to-zhou-enlai';

const readerOf = (page: Page): Locator => page.locator('[data-view="reader"]');
const markOf = (page: Page, id: string): Locator => readerOf(page).locator(`[data-annotation="${id}"]`);

/** Waits until the page answers: only then are marks more than links. */
async function openReader(page: Page, query = ''): Promise<void> {
	await page.goto(`./${query}`);
	await expect(async () => {
		await markOf(page, 'kim-il-sung').hover();
		await expect(markOf(page, 'kim-il-sung')).toHaveClass(/\blit\b/, { timeout: 500 });
	}).toPass();
	await page.mouse.move(0, 0);
}

/** Whether the middle of it is what a pointer there would meet. */
async function isOnTop(mark: Locator): Promise<boolean> {
	return mark.evaluate((element) => {
		const { left, top, width, height } = element.getClientRects()[0] ?? new DOMRect();
		const met = document.elementFromPoint(left + width / 2, top + height / 2);
		return met === element || element.contains(met);
	});
}

test('the telegram stands open, whole and marked up', async ({ page }) => {
	await page.goto('./');
	await expect(readerOf(page)).toHaveAttribute('data-open-document', TELEGRAM);
	const text = readerOf(page).locator('[data-text]');
	await expect(text).toContainText(
		'informed us of the situation. Now that the eight divisions of the First Front'
	);
	expect(await text.locator('[data-annotation]').count()).toBeGreaterThanOrEqual(25);
	await expect(readerOf(page).locator('[data-abstract="archive"]')).toContainText('Not part of the text');
});

test('a phrase is reached, chosen and left by keys alone', async ({ page }) => {
	await openReader(page);
	const [first, second] = [markOf(page, 'september-30'), markOf(page, 'september-30-telegram')];
	await first.focus();
	await page.keyboard.press('Tab');
	await expect(second).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(second).toHaveAttribute('aria-current', 'true');
	await expect(readerOf(page)).toHaveAttribute('data-open-event', WITHOUT_TEXT);
	await expect(readerOf(page)).toHaveAttribute('data-open-document', TELEGRAM);
	await expect(page).toHaveURL(/[?&]p=september-30-telegram/);
	await page.keyboard.press('Escape');
	await expect(second).not.toHaveAttribute('aria-current');
	await expect(page.locator('[data-card]')).toHaveCount(0);
});

test('a chosen phrase stays in sight, and its words stay where they were', async ({ page }) => {
	await openReader(page);
	const mark = markOf(page, 'gaps-first');
	await mark.scrollIntoViewIfNeeded();
	await mark.click();
	await expect(page.locator('[data-card]')).toBeVisible();
	await expect.poll(() => isOnTop(mark)).toBe(true);
});

test('a link to a phrase opens at the phrase, and Back returns', async ({ page }) => {
	await page.goto(`./?doc=${TELEGRAM}&sel=place:thirty-eighth-parallel&p=parallel-second-front-army`);
	const mark = markOf(page, 'parallel-second-front-army');
	await expect(mark).toBeFocused();
	await expect(mark).toHaveAttribute('aria-current', 'true');
	await expect.poll(() => isOnTop(mark)).toBe(true);
	await markOf(page, 'several-days').click();
	await expect(markOf(page, 'several-days')).toHaveAttribute('aria-current', 'true');
	await page.goBack();
	await expect(mark).toHaveAttribute('aria-current', 'true');
});

test('from a document without text the way leads to the words that vouch for it', async ({ page }) => {
	await openReader(page);
	await readerOf(page).locator(`a[href*="doc=${WITHOUT_TEXT}"]`).first().click();
	await expect(readerOf(page)).toHaveAttribute('data-open-document', WITHOUT_TEXT);
	await expect(readerOf(page).locator('[data-reader-title]')).toBeFocused();
	await readerOf(page).locator('[data-text="none"] a').click();
	await expect(readerOf(page)).toHaveAttribute('data-open-document', TELEGRAM);
	await expect(markOf(page, 'september-30-telegram')).toBeFocused();
});

test('words that cannot be fetched can be asked for again', async ({ page, complaints }) => {
	await openReader(page);
	await page.route(`**/${WITHOUT_TEXT}.json`, (route) => route.abort(), { times: 1 });
	await readerOf(page).locator(`a[href*="doc=${WITHOUT_TEXT}"]`).first().click();
	await readerOf(page).getByRole('alert').getByRole('button').click();
	await expect(readerOf(page).locator('[data-text="none"]')).toBeVisible();
	expect(complaints.expectSome(/ERR_FAILED/)).toBeGreaterThan(0);
});

test('a card tells mentions in order of time, and has more room when it is asked for', async ({ page }) => {
	await page.goto('./?sel=person:zhou-enlai');
	const card = page.locator('[data-card="person:zhou-enlai"]');
	await expect(card.getByText('周恩来')).toHaveAttribute('lang', 'zh-Hans');
	const mentions = card.getByRole('list', { name: 'Words that speak of it' }).getByRole('listitem');
	await expect(mentions).toHaveCount(12);
	await card
		.getByRole('button', { name: /^Show all \d+$/ })
		.first()
		.click();
	expect(await mentions.count()).toBeGreaterThan(12);
	const small = await card.evaluate((one) => one.parentElement?.clientHeight ?? 0);
	await card.getByRole('button', { name: 'More room for this card' }).click();
	await expect
		.poll(() => card.evaluate((one) => one.parentElement?.clientHeight ?? 0))
		.toBeGreaterThan(small);
	await expect(card.getByRole('list', { name: 'Documents' })).toContainText('sender');
	await mentions.first().getByRole('button').click();
	// What was pressed is to be read: the card makes room for the words again.
	await expect(page.getByRole('button', { name: 'More room for this card' })).toBeVisible();
});

test('claims that differ stand side by side, with the words they rest on', async ({ page }) => {
	await page.goto('./?doc=1950-10-03-mao-to-stalin-via-roshchin');
	const link = readerOf(page).getByRole('link', { name: 'Did Mao write to Stalin on 2 October' });
	await expect(async () => {
		await link.click();
		await expect(page.locator('[data-card="dispute:two-texts-of-2-october"]')).toBeVisible({ timeout: 1000 });
	}).toPass();
	const claims = page.locator('[data-card]').getByRole('list', { name: 'Claims, side by side' });
	await expect(claims).toContainText('Lee Wan Bom');
	await claims.getByRole('button', { name: 'Mao to Stalin, draft' }).click();
	await expect(readerOf(page)).toHaveAttribute('data-open-document', '1950-10-02-mao-to-stalin-draft');
});

test('seen from a desk, the head says how the document stands there', async ({ page }) => {
	const roshchin = '1950-10-03-mao-to-stalin-via-roshchin';
	await page.goto(`./?doc=${roshchin}&as=moscow&t=1950-10-01T12:00Z`);
	const standing = readerOf(page).locator('[data-standing]');
	await expect(standing).toHaveText('Not yet known in Moscow at this moment');
	await page.goto(`./?doc=${roshchin}&as=moscow&t=1950-10-20T12:00Z`);
	await expect(standing).toHaveText('Known in Moscow at this moment');
	await page.goto(`./?doc=${roshchin}&as=washington&t=1950-10-20T12:00Z`);
	await expect(standing).toHaveText('Never in Washington, as far as the collection shows');
});

test('nothing is cut off at 320 px, with wide spacing and twice the size of type', async ({
	browser,
	baseURL
}) => {
	const context = await browser.newContext({
		baseURL,
		viewport: { width: 320, height: 640 },
		bypassCSP: true,
		serviceWorkers: 'block'
	});
	const page = await context.newPage();
	await page.goto(`documents/${TELEGRAM}/`);
	await page.addStyleTag({
		content: `html { font-size: 200% }
* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important }`
	});
	const article = page.locator('article').first();
	const tooWide = await article.evaluate((root) =>
		[...root.querySelectorAll('p, li, h1, h2, h3, dt, dd, a')]
			.filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
			.map((one) => `${one.tagName} ${one.textContent.trim().slice(0, 40)}`)
	);
	expect(tooWide).toEqual([]);
	await context.close();
});
