import { expect, test } from './harness';

test('the page of sources says what was seen and what was not, under which licences, and how to report an error', async ({
	page
}) => {
	await page.goto('sources/');
	const main = page.getByRole('main');
	for (const name of ['What was seen, and what was not', 'Books', 'Licences', 'If you find an error'])
		await expect(main.getByRole('heading', { name, exact: true })).toBeVisible();
	for (const part of [
		'read whole',
		'only an entry or a summary seen',
		'CC BY 4.0',
		'copy the link of the view'
	])
		await expect(main).toContainText(part);
	const hosts = await main
		.locator('a[href^="http"]')
		.evaluateAll(
			(links) => new Set(links.map((link) => new URL((link as HTMLAnchorElement).href).host)).size
		);
	expect(hosts).toBeGreaterThan(3);
});
