import { expect, test } from './harness';
import { goToTheEnd } from './lesson-driver';

// Small: the pictures are drawn by a program, not by a graphics card.
test.use({ viewport: { width: 800, height: 600 } });

/** Each lesson in its shortest way, and each level, beside the engine's map. */
const WAYS = [
	['ask-advise-order', 'middle', 3],
	['which-summary', 'high', 3],
	['two-roads-north', 'university', 3],
	['before-chinas-war', 'middle', 4]
] as const;

test('each lesson is done to its end beside the engine’s map', async ({ page }) => {
	test.setTimeout(180_000);
	for (const [lesson, level, tasks] of WAYS) {
		await page.goto(`lessons/${lesson}/?level=${level}&minutes=15`);
		await page.locator('.way ol a').first().click();
		await expect(page.locator('[data-view="map"]')).toHaveAttribute('data-map-ready', 'gl', {
			timeout: 45_000
		});
		expect(await goToTheEnd(page), lesson).toHaveLength(tasks);
	}
});
