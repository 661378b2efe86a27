import { expect, test } from './harness';

const TELEGRAM = '1950-10-01-zhou-enlai-to-kim-il-sung';

test('a step can be read and left without a script', async ({ page }) => {
	await page.goto('lessons/ask-advise-order/');
	await page.getByRole('link', { name: 'Begin', exact: true }).click();
	const panel = page.locator('#step');
	await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Before you read');
	await expect(panel).toContainText('What would you expect of this message');
	await expect(panel).toContainText('Predict, and name one thing');
	await expect(panel.locator('[data-light]').first()).toHaveAttribute(
		'href',
		/documents\/.*#phrase-act-convey$/
	);
	await expect(page.getByRole('link', { name: 'Skip and read now' })).toHaveAttribute(
		'href',
		new RegExp(`documents/${TELEGRAM}`)
	);
	await page.locator('[data-nav="next"]').click();
	await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Through whose hands');
	await page.locator('[data-nav="back"]').click();
	await expect(panel.getByRole('heading', { level: 1 })).toHaveText('Before you read');
	await panel.locator('[data-light]').first().click();
	await expect(page).toHaveURL(/#phrase-act-convey$/);
	await expect(page.locator('#phrase-act-convey')).toContainText('immediately convey');
});
