import type { Page } from '@playwright/test';
import { followLink } from './follow';
import { expect, test } from './harness';

const map = (page: Page) => page.locator('[data-view="map"]');

async function open(page: Page, query = ''): Promise<void> {
	await page.goto(`/${query}`);
	await expect(map(page)).toHaveAttribute('data-map-ready', 'svg');
}

test('the drawn map moves by hand, wheel and key, lights and chooses, and does without the engine’s code', async ({
	page
}) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await open(page, '?m=127.500,37.500,7.00');
	const box = await map(page).locator('.drawn').boundingBox();
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

	await followLink(page, '?m=125.200,38.000,8.50');
	// The plain wheel scrolled the page, if there was more of it.
	await page.evaluate(() => scrollTo(0, 0));
	await page.mouse.move(x + 41, y);
	await page.mouse.move(x + 40, y);
	await expect(map(page).locator('.picture .parallel')).toHaveClass(/lit/);
	await page.mouse.click(x + 40, y);
	await expect(map(page).locator('.picture .parallel')).toHaveClass(/selected/);
	await expect(page).toHaveURL(/[?&]p=parallel-/);

	await followLink(page, '?m=127.500,37.500,6.60');
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
	const word = map(page).locator('.words text.word.capital').first();
	const capital = await word.boundingBox();
	if (!capital) throw new Error('no capital is named');
	await page.mouse.click(capital.x + capital.width / 2, capital.y + capital.height / 2);
	await expect(word).toHaveClass(/selected/);

	await followLink(page, '?t=1950-06-20T03:00Z&as=peking');
	await expect(map(page).locator('.caption')).toContainText('We do not know what');
	await expect(map(page).locator('.picture .heard')).toHaveCount(0);
	await expect(map(page).locator('canvas')).toHaveCount(0);
	expect(asked.filter((url) => /maplibre|\.geojson/i.test(url))).toEqual([]);
});

test('two dates share the map over or beside each other, in the link and in words, by keys and by hand', async ({
	page
}) => {
	await open(page, '?t=1950-10-01T15:40Z');
	await map(page).locator('summary', { hasText: 'Compare' }).focus();
	await page.keyboard.press('Enter');
	const choice = map(page).getByLabel('Compared with');
	await choice.focus();
	await choice.selectOption({ index: 3 });
	await expect(page).toHaveURL(/[?&]t2=1950-/);
	await expect(map(page).locator('.picture .then')).toBeAttached();
	await expect(map(page).locator('.differences')).toContainText('Furthest apart');

	await choice.selectOption('1950-09-30-leading-positions');
	await expect(page).toHaveURL(/[?&]t2=1950-09-30/);
	await map(page).getByRole('button', { name: 'Side by side' }).press('Enter');
	await map(page).locator('summary', { hasText: 'Compare' }).press('Enter');
	const divider = map(page).getByRole('slider', { name: 'Divider between the two dates' });
	await expect(divider).toHaveAttribute('aria-valuetext', /° E; west of it .*1950, east of it .*1950/);
	await expect(page).toHaveURL(/[?&]x=12/);
	const camera = await map(page).locator('.picture g[transform^="scale"]').getAttribute('transform');
	const meridian = async () => Number(await divider.getAttribute('aria-valuenow'));
	const [before, handle] = [await meridian(), await divider.boundingBox()];
	await divider.press('ArrowRight');
	expect(await meridian()).toBeGreaterThan(before);
	if (!handle) throw new Error('the divider has no handle');
	expect(Math.min(handle.width, handle.height)).toBeGreaterThanOrEqual(44);
	const y = handle.y + handle.height / 2;
	await divider.hover();
	await page.mouse.down();
	await page.mouse.move(handle.x - 6, y, { steps: 3 });
	await page.mouse.up();
	expect(await meridian()).toBeLessThan(before);
	const parted = await divider.boundingBox();
	const ends = await map(page)
		.locator('.picture')
		.evaluate((picture) => {
			const edges = (layer: string, side: 'left' | 'right') =>
				[...picture.querySelectorAll(`.${layer} .inner`)].map((path) => path.getBoundingClientRect()[side]);
			return { west: Math.max(...edges('then', 'right')), east: Math.min(...edges('front', 'left')) };
		});
	const at = (parted?.x ?? 0) + (parted?.width ?? 0) / 2;
	expect(Math.abs(ends.west - at)).toBeLessThan(8);
	expect(Math.abs(ends.east - at)).toBeLessThan(8);
	expect(await map(page).locator('.picture g[transform^="scale"]').getAttribute('transform')).toBe(camera);

	await expect(page).toHaveURL(new RegExp(`x=${(await meridian()).toFixed(3)}`));
	await page.reload();
	await expect(map(page).locator('.picture .then').first()).toBeAttached();
	await expect(divider).toBeVisible();
	await expect(map(page).locator('.caption')).toContainText('Beaded line, compared');
	await map(page).locator('summary', { hasText: 'Compare' }).click();
	await map(page).getByRole('button', { name: 'End the comparison' }).click();
	await expect(page).not.toHaveURL(/t2=|x=/);
	await expect(divider).toHaveCount(0);
	await expect(map(page).locator('.picture .then')).toHaveCount(0);

	// A front that leaves the picture says so, and moves nothing by itself.
	const whole = map(page).getByRole('button', { name: 'Show the whole front' });
	await followLink(page, '?t=1950-10-01T15:40Z&m=127.000,37.500,8.50');
	const near = await map(page).locator('.picture g[transform^="scale"]').getAttribute('transform');
	await expect(whole).toBeVisible();
	await whole.press('Enter');
	await expect(whole).toHaveCount(0);
	expect(await map(page).locator('.picture g[transform^="scale"]').getAttribute('transform')).not.toBe(near);
	const far = page.url();
	await page.reload();
	await expect(map(page)).toHaveAttribute('data-map-ready', 'svg');
	expect(page.url()).toBe(far);
});
