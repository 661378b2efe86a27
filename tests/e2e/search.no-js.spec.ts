import { expect, test } from './harness';

test('without a script the search says so, and leads to the lists', async ({ page }) => {
	await page.goto('about/');
	await page.getByRole('search').getByRole('link', { name: 'Search' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search');
	const main = page.getByRole('main');
	await expect(main).toContainText('needs a script');
	await main.getByRole('link', { name: 'Documents' }).click();
	await expect(page).toHaveURL(/documents\/$/);
});
