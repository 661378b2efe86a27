import type { Page } from '@playwright/test';
import { followLink } from './follow';
import { expect, test } from './harness';

const map = (page: Page) => page.locator('[data-view="map"]');

async function openWithEngine(page: Page, query = ''): Promise<void> {
	await page.goto(`/${query}`);
	await expect(map(page)).toHaveAttribute('data-map-ready', 'gl', { timeout: 45_000 });
}

/** How many colours the engine's picture has: an empty one has a single colour. */
async function countColours(page: Page): Promise<number> {
	const picture = await map(page).locator('canvas').screenshot();
	return page.evaluate(async (base64) => {
		const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
		const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
		const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
		const context = canvas.getContext('2d');
		context?.drawImage(bitmap, 0, 0);
		const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
		const colours = new Set<number>();
		for (let index = 0; index < data.length; index += 4) {
			colours.add(((data[index] ?? 0) << 16) | ((data[index + 1] ?? 0) << 8) | (data[index + 2] ?? 0));
		}
		return colours.size;
	}, picture.toString('base64'));
}

/** Takes the graphics context away, or gives it back, as a driver would. */
async function setContext(page: Page, state: 'lost' | 'back'): Promise<void> {
	await page.evaluate(async (wanted) => {
		const canvas = document.querySelector<HTMLCanvasElement>('[data-view="map"] canvas');
		const held = Reflect.get(window, 'heldContext') as WEBGL_lose_context | undefined;
		// What was held is of the context before the last loss: good to give it back, not to take the next one away.
		const fresh = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
		const context = wanted === 'lost' ? fresh : held;
		Reflect.set(window, 'heldContext', context);
		if (wanted === 'back') return context?.restoreContext();
		const lost = new Promise((done) => canvas?.addEventListener('webglcontextlost', done, { once: true }));
		context?.loseContext();
		await lost;
		const before = performance.now();
		// The next task after the event: a timer would still be waiting.
		const { port1, port2 } = new MessageChannel();
		await new Promise((done) => {
			port1.onmessage = done;
			port2.postMessage(null);
		});
		const ready = document.querySelector<HTMLElement>('[data-view="map"]')?.dataset['mapReady'];
		Reflect.set(window, 'afterLoss', { ready, milliseconds: performance.now() - before });
	}, state);
}

/** Takes the graphics context away: the drawn map must be there at once. */
async function lose(page: Page) {
	await setContext(page, 'lost');
	const after = await page.evaluate(
		() => Reflect.get(window, 'afterLoss') as { ready: string; milliseconds: number }
	);
	expect(after.ready).toBe('svg');
	test
		.info()
		.annotations.push({ type: 'drawn map after', description: `${after.milliseconds.toFixed(1)} ms` });
	await expect(map(page).locator('.drawn')).toHaveCSS('opacity', '1');
}

const pictured = (page: Page) =>
	map(page).locator('.picture g[transform^="scale"]').getAttribute('transform');

/** What the map says and writes, whichever of the two draws it. */
async function tell(page: Page) {
	return {
		picture: await map(page).locator('.picture').getAttribute('aria-label'),
		caption: await map(page).locator('.caption').innerText(),
		words: (await map(page).locator('.words text.word').allInnerTexts()).toSorted()
	};
}

test('the engine takes over the drawn map, draws and says the same, and leaves forced colours and paper to it', async ({
	page,
	browser,
	baseURL
}) => {
	const said: string[] = [];
	page.on('console', (message) => said.push(message.text()));
	await page.emulateMedia({ colorScheme: 'light' });
	await openWithEngine(page);
	expect(await countColours(page)).toBeGreaterThan(50);
	await expect(map(page).locator('.picture [data-light^="front:"]').first()).toBeAttached();
	await expect(map(page).locator('canvas')).toHaveAttribute('tabindex', '-1');
	await expect(page.locator('.engine')).toHaveAttribute('aria-hidden', 'true');
	expect(said.filter((text) => /could not be loaded|styleimagemissing/.test(text))).toEqual([]);

	const context = await browser.newContext({
		baseURL,
		viewport: page.viewportSize(),
		forcedColors: 'active'
	});
	const other = await context.newPage();
	await other.goto('/');
	await expect(map(other)).toHaveAttribute('data-map-ready', 'svg');
	await expect(map(other).locator('canvas')).toHaveCount(0);
	for (const query of [
		'?t=1950-10-02T03:00Z&as=peking',
		'?t=1950-10-01T15:40Z&t2=1950-09-15T06:00Z',
		'?t=1950-10-01T15:40Z&t2=1950-09-15T06:00Z&x=127.400'
	]) {
		await followLink(page, query);
		await followLink(other, query);
		const engine = await tell(page);
		expect(engine.words.length).toBeGreaterThan(5);
		await expect.poll(() => tell(other)).toEqual(engine);
	}
	await context.close();

	const light = await map(page).locator('canvas').screenshot();
	await page.emulateMedia({ colorScheme: 'dark' });
	await expect
		.poll(async () => (await map(page).locator('canvas').screenshot()).equals(light), { timeout: 30_000 })
		.toBe(false);
	await expect(map(page)).toHaveAttribute('data-map-ready', 'gl');

	await page.emulateMedia({ media: 'print' });
	await expect(map(page).locator('.drawn')).toHaveCSS('opacity', '1');
	await expect(map(page).locator('.engine')).toBeHidden();
});

test('keys, buttons, the list, a click and a hand move the engine and choose on it; kiosk 25: a lost context is borne, after the third the drawn map stays', async ({
	page
}) => {
	await openWithEngine(page, '?m=125.200,38.000,8.50');
	const canvas = await map(page).locator('canvas').boundingBox();
	if (!canvas) throw new Error('the engine has no picture');
	const [x, y] = [canvas.x + canvas.width / 2, canvas.y + canvas.height / 2];
	await page.mouse.click(x + 40, y);
	await expect(page).toHaveURL(/[?&]p=parallel-/);

	await followLink(page, '');
	const list = map(page).locator('summary').first();
	await list.focus();
	await page.keyboard.press('Enter');
	const parallel = map(page).locator('[data-feature="place:thirty-eighth-parallel"]');
	await parallel.focus();
	await expect(map(page).locator('.picture .parallel')).toHaveClass(/lit/);
	await page.keyboard.press('Enter');
	await expect(parallel).toHaveAttribute('aria-pressed', 'true');
	await expect(page).toHaveURL(/[?&]p=parallel-/);
	await parallel.focus();
	await page.keyboard.press('Escape');
	await expect(list).toBeFocused();
	await expect(parallel).toBeHidden();

	await followLink(page, '');
	await map(page).getByRole('application').focus();
	await page.keyboard.press('ArrowUp');
	await expect(page).toHaveURL(/[?&]m=/);
	const moved = page.url();
	await map(page).getByRole('button', { name: 'Zoom in' }).click();
	await expect(page).not.toHaveURL(moved);

	await followLink(page, '?m=127.500,37.500,7.00');
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x - 60, y, { steps: 4 });
	await page.mouse.move(x - 120, y, { steps: 4 });
	await page.mouse.up();
	await expect(page).not.toHaveURL(/m=127\.500/);
	await expect(map(page).locator('[data-feature^="place:"]').first()).toBeAttached();

	const link = page.url();
	await lose(page);
	const transform = await pictured(page);
	await setContext(page, 'back');
	await expect(map(page)).toHaveAttribute('data-map-ready', 'gl', { timeout: 45_000 });
	expect(await countColours(page)).toBeGreaterThan(50);
	expect(page.url()).toBe(link);
	expect(await pictured(page)).toBe(transform);

	await lose(page);
	await map(page).getByRole('button', { name: 'Zoom in' }).click();
	await expect(page).not.toHaveURL(link);
	const nearer = [page.url(), await pictured(page)];
	expect(nearer[1]).not.toBe(transform);
	await setContext(page, 'back');
	await expect(map(page)).toHaveAttribute('data-map-ready', 'gl', { timeout: 45_000 });
	expect([page.url(), await pictured(page)]).toEqual(nearer);

	await lose(page);
	await expect(map(page).locator('canvas')).toHaveCount(0);
	expect([page.url(), await pictured(page)]).toEqual(nearer);
	await map(page).getByRole('button', { name: 'Zoom out' }).click();
	await expect(page).not.toHaveURL(nearer[0] ?? '');
	await expect(map(page)).toHaveAttribute('data-map-ready', 'svg');

	await followLink(page, '?m=127.500,37.500,6.60');
	const words = map(page).locator('.words text.word');
	expect(await words.count()).toBeGreaterThan(5);
	const room = await map(page).locator('.room').boundingBox();
	for (const box of await words.evaluateAll((all) =>
		all.map((one) => {
			const { left, right } = one.getBoundingClientRect();
			return { left, right };
		})
	)) {
		expect(box.left).toBeGreaterThanOrEqual((room?.x ?? Infinity) - 4);
		expect(box.right).toBeLessThanOrEqual((room?.x ?? 0) + (room?.width ?? 0) + 4);
	}
	const usual = await words.first().evaluate((word) => parseFloat(getComputedStyle(word).fontSize));
	await page.evaluate(() => {
		document.documentElement.classList.add('larger');
		const sheet = new CSSStyleSheet();
		sheet.replaceSync('.larger { font-size: 200% }');
		document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
	});
	await page.setViewportSize({ width: 1360, height: 768 });
	await expect
		.poll(() => words.first().evaluate((word) => parseFloat(getComputedStyle(word).fontSize)))
		.toBeGreaterThan(usual * 1.7);
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('the map is in the page, with parallel, front and names', async ({ page }) => {
		await page.goto('/');
		await expect(map(page)).not.toHaveAttribute('data-map-ready', /.*/);
		for (const layer of ['parallel', 'front', 'band', 'formation', 'movement', 'cable']) {
			await expect(map(page).locator(`.picture .${layer}`).first()).toBeAttached();
		}
		await expect(map(page).locator('.words text').filter({ hasText: '38th Parallel · 38° N' })).toBeVisible();
	});
});
