import type { Page } from '@playwright/test';
import { expect, test } from './harness';

const map = (page: Page) => page.locator('[data-view="map"]');

async function open(page: Page, query = ''): Promise<void> {
	await page.goto(`/${query}`);
	await expect(map(page)).toHaveAttribute('data-map-ready', 'svg');
}

test('without WebGL the map is drawn, and the code of the engine is not asked for', async ({ page }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await open(page);
	await page.waitForLoadState('networkidle');
	await expect(map(page).locator('canvas')).toHaveCount(0);
	expect(asked.filter((url) => /maplibre|\.geojson/i.test(url))).toEqual([]);
});

test('the drawn map is dragged, zoomed with Ctrl and the wheel, and leaves a plain wheel to the page', async ({
	page
}) => {
	await open(page, '?m=127.500,37.500,7.00');
	const drawn = map(page).locator('.drawn');
	const box = await drawn.boundingBox();
	if (!box) throw new Error('nothing is drawn');
	const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];

	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x - 90, y, { steps: 5 });
	await page.mouse.up();
	await expect(page).not.toHaveURL(/m=127\.500/);
	const dragged = page.url();

	await page.mouse.wheel(0, 120);
	await expect(map(page).getByText('Hold Ctrl and scroll to zoom the map')).toBeAttached();
	expect(page.url()).toBe(dragged);

	await page.keyboard.down('Control');
	await page.mouse.wheel(0, -240);
	await page.keyboard.up('Control');
	await expect(page).not.toHaveURL(dragged);
});

test('a feature of the drawn map is lit when pointed at and chosen by a click', async ({ page }) => {
	await open(page, '?m=125.200,38.000,8.50');
	const drawn = map(page).locator('.drawn');
	const box = await drawn.boundingBox();
	if (!box) throw new Error('nothing is drawn');
	const [x, y] = [box.x + box.width / 2 + 40, box.y + box.height / 2];
	await page.mouse.move(x, y);
	await expect(map(page).locator('.picture .parallel')).toHaveClass(/lit/);
	await page.mouse.click(x, y);
	await expect(map(page).locator('.picture .parallel')).toHaveClass(/selected/);
	await expect(page).toHaveURL(/[?&]p=parallel-/);
});

test('no two words of the drawn map overlap', async ({ page }) => {
	await open(page, '?m=127.500,37.500,6.60');
	await page.evaluate(() => document.fonts.ready.then(() => undefined));
	const boxes = await map(page)
		.locator('.words text.word')
		.evaluateAll((words) =>
			words.map((word) => {
				const { left, top, right, bottom } = word.getBoundingClientRect();
				return { text: word.textContent, left, top: top + 3, right, bottom: bottom - 3 };
			})
		);
	expect(boxes.length).toBeGreaterThan(5);
	const overlapping = boxes.flatMap((a, index) =>
		boxes
			.slice(index + 1)
			.filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
			.map((b) => `${a.text} / ${b.text}`)
	);
	expect(overlapping).toEqual([]);
});

test('two dates stand side by side in the link, on the map and in words, by keys alone', async ({ page }) => {
	await open(page, '?t=1950-10-01T15:40Z');
	await map(page).locator('summary', { hasText: 'Compare' }).focus();
	await page.keyboard.press('Enter');
	const choice = map(page).getByLabel('Compared with');
	await choice.focus();
	await choice.selectOption({ index: 3 });
	await expect(page).toHaveURL(/[?&]t2=1950-/);
	await expect(map(page).locator('.picture .then')).toBeAttached();
	await expect(map(page).locator('.differences')).toContainText('Furthest apart');
	const link = page.url();
	await page.goto(link);
	await expect(map(page).locator('.picture .then')).toBeAttached();
	await expect(map(page).locator('.caption')).toContainText('Beaded line, compared');
	await map(page).locator('summary', { hasText: 'Compare' }).click();
	await map(page).getByRole('button', { name: 'End the comparison' }).click();
	await expect(page).not.toHaveURL(/t2=/);
	await expect(map(page).locator('.picture .then')).toHaveCount(0);
});

test('a desk that heard nothing of the front is not given one', async ({ page }) => {
	await open(page, '?t=1950-06-20T03:00Z&as=peking');
	await expect(map(page).locator('.caption')).toContainText('We do not know what');
	await expect(map(page).locator('.picture .heard')).toHaveCount(0);
});

test('a word on the drawn map is chosen by a click', async ({ page }) => {
	await open(page, '?m=127.500,37.500,6.60');
	const word = map(page).locator('.words text.word.capital').first();
	const box = await word.boundingBox();
	if (!box) throw new Error('no capital is named');
	await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
	await expect(word).toHaveClass(/selected/);
});
