import { expect, test } from './harness';

test('a guide reads and prints without a script', async ({ page }) => {
	await page.goto('teach/ask-advise-order/');
	await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
	const timing = page.getByRole('region', { name: 'Timing' });
	await expect(timing.getByRole('row', { name: /Minutes in all/ })).toHaveText(/15\s*45\s*90/);
	await expect(timing).toContainText('With 45 minutes: Silent, written.');
	await expect(
		page.getByText('“The above suggestions”, in the last sentence but one.', { exact: false })
	).toBeVisible();
	await expect(page.getByRole('row', { name: /Sourcing/ })).toContainText('Names the writer or the date.');
	const phrase = page.locator('#misconceptions ~ dl a').first();
	await expect(phrase).toHaveAttribute('href', /#phrase-act-convey$/);
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('navigation', { name: 'On this page' })).toBeHidden();
	await expect(page.getByText('Students meet a text that asks, advises', { exact: false })).toBeVisible();
	await page.emulateMedia({ media: 'screen' });
	await phrase.click();
	await expect(page.locator('#phrase-act-convey')).toContainText('immediately convey');
});
