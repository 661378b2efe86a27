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
