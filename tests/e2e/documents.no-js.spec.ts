import { expect, test } from './harness';

const TELEGRAM = '1950-10-01-zhou-enlai-to-kim-il-sung';

test('a document is whole on its own page, without a script', async ({ page }) => {
	await page.goto(`documents/${TELEGRAM}/`);
	await expect(page.locator('h1')).toHaveText('Telegram from Zhou Enlai to Kim Il Sung');
	await expect(page.locator('[data-text]')).toContainText('divide these eight divisions into two parts');
	await expect(page.locator('ol').filter({ hasText: 'By way of' })).toContainText('Ni Zhiliang');
	await expect(page.getByText('not known', { exact: true }).first()).toBeVisible();
	await expect(page.locator('[data-abstract="archive"]')).toContainText('China advises');

	const marks = page.locator('[data-annotation]');
	await expect(page.locator('[data-annotation-entry]')).toHaveCount(await marks.count());
	await expect(page.getByText('latitude 38° N').first()).toBeVisible();
});

test('every mark is a link into the explorer', async ({ page }) => {
	await page.goto(`documents/${TELEGRAM}/`);
	const mark = page.locator('[data-annotation="parallel-four-divisions"]');
	await mark.click();
	const { pathname, searchParams } = new URL(page.url());
	expect(pathname).toBe('/');
	expect(searchParams.get('doc')).toBe(TELEGRAM);
	expect(searchParams.get('p')).toBe('parallel-four-divisions');
});

test('machines find the document described', async ({ page }) => {
	await page.goto(`documents/${TELEGRAM}/`);
	const found = page.locator('head script[type="application/ld+json"]');
	await expect(found).toHaveCount(1);
	const thing = JSON.parse((await found.textContent()) ?? '') as Record<string, unknown>;
	expect(thing).toMatchObject({
		'@context': 'https://schema.org',
		'@type': ['ArchiveComponent', 'Message'],
		identifier: TELEGRAM,
		dateCreated: '1950-10-01'
	});
	expect(JSON.stringify(thing)).not.toContain('Pak Il-u');
});

test('what stands around a document is there as well: why it matters, who disagrees, what else it names, its exchange', async ({
	page
}) => {
	await page.goto('documents/1950-10-03-mao-to-stalin-via-roshchin/');
	await expect(page.locator('[data-significance]')).toContainText('The refusal');
	await expect(page.locator('[data-also-named]')).toContainText('Liu Shaoqi');
	const exchange = page.locator('[data-exchange] ol li');
	await expect(exchange.first()).toContainText('Answers');
	await expect(exchange.first()).toContainText('1 October 1950');
	await expect(page.locator('[data-exchange] [aria-current="true"]')).toContainText('3 October 1950');
	await page.getByRole('link', { name: 'Did Mao write to Stalin on 2 October' }).first().click();
	await expect(page).toHaveURL(/disagreements\/?#two-texts-of-2-october$/);
	await expect(page.locator('#two-texts-of-2-october')).toBeVisible();
});

test('letters of the exchange that are not held are named, and said to be missing', async ({ page }) => {
	await page.goto('documents/1950-10-02-mao-to-stalin-draft/');
	await expect(page.locator('[data-exchange] ol li').last()).toContainText('not in this collection');
});

test('the list goes by months, with counts and links that lead to them', async ({ page }) => {
	await page.goto('documents/');
	const october = page.getByRole('region', { name: /October 1950/ });
	const count = await october.getByRole('listitem').count();
	expect(count).toBeGreaterThan(20);
	await expect(october.getByRole('heading', { level: 2 })).toContainText(String(count));
	const jump = page.getByRole('navigation', { name: 'Months' }).getByRole('link', { name: /October 1950/ });
	await expect(jump).toContainText(String(count));
	await jump.click();
	await expect(page).toHaveURL(/#month-1950-10$/);
	await expect(october.getByRole('heading', { level: 2 })).toBeInViewport();
});
