import { expect, test } from './harness';
import { goToTheEnd } from './lesson-driver';

test('a lesson is done to its end beside the engine’s map', async ({ page }) => {
	await page.goto('lessons/ask-advise-order/?minutes=15');
	await page.locator('.way ol a').first().click();
	await expect(page.locator('[data-view="map"]')).toHaveAttribute('data-map-ready', 'gl', {
		timeout: 45_000
	});
	expect(await goToTheEnd(page)).toHaveLength(3);
});
