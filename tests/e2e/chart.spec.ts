import type { Locator, Page } from '@playwright/test';
import { followLink } from './follow';
import { expect, test } from './harness';

const TELEGRAM = '1950-10-01-zhou-enlai-to-kim-il-sung';
const AUTUMN = '?w=1950-09-12T00:00Z_1950-10-20T00:00Z';
const NIGHT = '?w=1950-09-30T06:00Z_1950-10-03T06:00Z';

async function openChart(page: Page, query = '') {
	await page.goto(`./${query}`);
	const chart = page.locator('[data-view="timeline"]');
	await expectFitted(chart);
	return chart;
}

/** The room is measured only in the browser: then the chart listens. */
async function expectFitted(chart: Locator) {
	await expect(async () => {
		const [room, drawn] = await chart.evaluate((node) => {
			const svg = node.querySelector('svg.lanes');
			return [svg?.parentElement?.clientWidth, Number(svg?.getAttribute('width'))];
		});
		expect(drawn).toBe(room);
	}).toPass();
}

/** Length of the window in the address, in hours; null while it is the opening one. */
function windowOf(page: Page): number | null {
	const [from, to] = (new URL(page.url()).searchParams.get('w') ?? '')
		.split('_')
		.map((text) => Date.parse(text));
	return from !== undefined && to !== undefined ? (to - from) / 3_600_000 : null;
}

test('the prerendered page has every mark, named, without a script', async ({ browser, baseURL }) => {
	const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
	const page = await context.newPage();
	await page.goto('./');
	const chart = page.locator('[data-view="timeline"]');
	const marks = chart.locator('[data-event-id]');
	expect(await marks.count()).toBeGreaterThan(20);
	for (const name of await marks.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? '')))
		expect(name).toMatch(/\d{4}.*\.$/);
	await expect(chart.locator(`[data-event-id="${TELEGRAM}"]`)).toHaveAccessibleName(
		/night of 1 October 1950; receipt not known/
	);
	await expect(chart.getByText('Zhou Enlai to Kim Il Sung', { exact: true })).toBeVisible();
	expect(await chart.locator('[style]').count()).toBe(0);
	await context.close();
});

/** The pairs of boxes that lie on each other, by their names. */
function touching(boxes: { text: string; x: number; y: number; width: number; height: number }[]): string[] {
	return boxes.flatMap((a, index) =>
		boxes
			.slice(index + 1)
			.filter(
				(b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
			)
			.map((b) => `${a.text} / ${b.text}`)
	);
}

test('the chart keeps inside every screen, and nothing on it lies on anything else', async ({ page }) => {
	const chart = await openChart(page);
	await page.evaluate(() => document.fonts.ready.then(() => undefined));
	for (const [width, height] of [
		[320, 640],
		[1080, 1920],
		[3840, 2160],
		[390, 900],
		[1366, 900],
		[2560, 900]
	] as const) {
		await page.setViewportSize({ width, height });
		await followLink(page, '');
		await expectFitted(chart);
		const inside = await page.evaluate(() => document.documentElement.scrollWidth);
		expect(inside, `page at ${width} px`).toBeLessThanOrEqual(width);
		const room = await chart.locator('svg.lanes').evaluate((svg) => svg.getBoundingClientRect().width);
		expect(room, `chart at ${width} px`).toBeLessThanOrEqual(width);
		expect(room, `chart at ${width} px`).toBeGreaterThan(width * 0.6);
		if (height !== 900) continue;

		const queries = width < 2000 ? ['', AUTUMN, NIGHT, '?w=1950-06-20T00:00Z_1950-11-05T00:00Z'] : [];
		for (const query of queries) {
			await followLink(page, query);
			const boxes = await chart.locator('text[data-label]').evaluateAll((all) =>
				all.map((one) => {
					const { x, y, width, height } = (one as SVGTextElement).getBBox();
					return { text: one.textContent, x, y: y + height * 0.15, width, height: height * 0.7 };
				})
			);
			expect(boxes.length, `labels at ${width} px, ${query}`).toBeGreaterThan(3);
			expect(touching(boxes), `labels at ${width} px, ${query}`).toEqual([]);
		}

		await followLink(page, '?w=1945-08-01T00:00Z_1953-08-31T00:00Z');
		const folds = chart.locator('.fold');
		await expect.poll(() => folds.count()).toBeGreaterThan(3);
		const plates = await folds.locator('.plate').evaluateAll((all) =>
			all.map((one) => {
				const { x, y, width, height } = one.getBoundingClientRect();
				return { text: `${x} ${y}`, x, y, width, height };
			})
		);
		expect(touching(plates), `folds at ${width} px`).toEqual([]);
		const length = windowOf(page) ?? Infinity;
		await folds.first().focus();
		await expect(folds.first()).toHaveAccessibleName(/: \d+ marks, from .*19\d\d.* to .*19\d\d/);
		await page.keyboard.press('Enter');
		await expect.poll(() => windowOf(page)).toBeLessThan(length);
		await expect(chart.locator('.mark:focus')).toHaveCount(1);
	}
});

test('by hand: a click on a stroke chooses, one beside moves the moment, a drag pans or moves the flag', async ({
	page
}) => {
	const chart = await openChart(page, NIGHT);
	await chart.locator('[data-event-id="1950-10-02-zhou-to-ni"]').click();
	await expect(page).toHaveURL(/doc=1950-10-02-zhou-to-ni/);
	const chosen = chart.locator('[aria-current="true"]');
	await expect(chosen).toHaveAttribute('data-event-id', '1950-10-02-zhou-to-ni');
	const slider = chart.getByRole('slider', { name: 'Moment shown' });
	const before = await slider.getAttribute('aria-valuetext');
	const box = await chart.locator('svg.lanes').boundingBox();
	if (!box) throw new Error('the chart has no size');
	await page.mouse.click(box.x + box.width * 0.32, box.y + 60);
	await expect(slider).not.toHaveAttribute('aria-valuetext', before ?? '');

	await followLink(page, AUTUMN);
	const flag = await slider.boundingBox();
	if (!flag) throw new Error('the flag has no size');
	const [middle, level] = [flag.x + flag.width / 2, flag.y + flag.height / 2];
	await page.mouse.move(middle, level);
	await page.mouse.down();
	await page.mouse.move(middle - 300, level, { steps: 5 });
	await page.mouse.up();
	await expect(slider).toHaveAttribute('aria-valuetext', /September 1950/);

	await followLink(page, AUTUMN);
	const svg = chart.locator('svg.lanes');
	await svg.scrollIntoViewIfNeeded();
	const room = await svg.boundingBox();
	if (!room) throw new Error('the chart has no size');
	const [x, y] = [room.x + room.width * 0.75, room.y + 70];
	const drawn = () => chart.locator('.minor-text').allTextContents();
	const undragged = await drawn();
	await page.mouse.move(x, y);
	await page.mouse.down();
	await page.mouse.move(x - 200, y, { steps: 6 });
	await page.mouse.up();
	await expect.poll(drawn).not.toEqual(undragged);
	await expect(chosen).toHaveAttribute('data-event-id', TELEGRAM);

	// The wheel belongs to the page until the chart has the focus.
	const panned = windowOf(page);
	await page.mouse.move(x, y);
	await page.mouse.wheel(0, -240);
	await page.keyboard.down('Control');
	await page.mouse.wheel(0, -240);
	await page.keyboard.up('Control');
	await expect.poll(() => windowOf(page)).toBeLessThan(panned ?? Infinity);
});

test('by key alone: in by Tab, along by arrows, chosen by Enter, zoomed to the minute; playing makes no history', async ({
	page
}) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const chart = await openChart(page);
	await chart.locator('[data-event-id][tabindex="0"]').focus();
	const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-event-id'));
	let next: string | null | undefined = null;
	// On the way there may be a fold, which is no record.
	for (let count = 0; count < 5 && !next; count++) {
		await page.keyboard.press('ArrowRight');
		next = await focused();
	}
	expect(next).toBeTruthy();
	expect(next).not.toBe(TELEGRAM);
	await page.keyboard.press('Enter');
	await expect(chart.locator(`[data-event-id="${next}"]`)).toHaveAttribute('aria-current', 'true');
	// What was chosen opens in the reader, which may take the focus to the words.
	await chart.locator('[data-event-id][tabindex="0"]').focus();
	for (let count = 0; count < 20; count++) await page.keyboard.press('+');
	await expect.poll(() => windowOf(page)).toBeLessThan(1);
	await page.keyboard.press('0');
	await expect(chart.getByRole('button', { name: 'Show the whole span' })).toBeDisabled();

	await followLink(page, NIGHT);
	await chart.getByRole('checkbox', { name: 'Wait at each message' }).check();
	const chosen = chart.locator('.mark[aria-current="true"]');
	const entries = await page.evaluate(() => history.length);
	await chart.getByRole('button', { name: 'Play' }).click();
	const goOn = chart.getByRole('button', { name: 'Go on' });
	await expect(goOn).toBeFocused();
	const first = await chosen.getAttribute('data-event-id');
	expect(first).not.toBe(TELEGRAM);
	await expect(page).toHaveURL(new RegExp(`=(?:document:|event:)?${first}`));
	await page.keyboard.press('Enter');
	await expect(chosen).not.toHaveAttribute('data-event-id', first ?? '');
	await expect(goOn).toBeFocused();
	expect(await page.evaluate(() => history.length)).toBe(entries);
	await page.keyboard.press('Escape');
	await expect(chart.getByRole('button', { name: 'Play' })).toBeVisible();
});

test('at the zoom of hours the way of a cable shows; what is beyond the window is counted and can be gone to', async ({
	page
}) => {
	const chart = await openChart(page, '?w=1950-10-01T00:00Z_1950-10-02T18:00Z');
	const telegram = chart.locator(`[data-event-id="${TELEGRAM}"]`);
	await expect(telegram.locator('.carrier')).toHaveCount(1);
	await expect(chart.getByText('by way of Ni Zhiliang', { exact: true })).toBeVisible();
	await expect(chart.locator('[data-answer].strong').first()).toBeAttached();
	const field = await chart.locator('.axis .edge').boundingBox();
	const folds = await chart
		.locator('.fold .plate')
		.evaluateAll((plates) => plates.map((plate) => plate.getBoundingClientRect().x));
	const [left, right] = [field?.x ?? 0, (field?.x ?? 0) + (field?.width ?? 0)];
	expect(folds.filter((x) => x > left && x < right)).toEqual([]);

	await followLink(page, NIGHT);
	await chart.getByText(/^Not drawn here: .*\d+ beyond this view/).click();
	const link = chart
		.getByRole('heading', { name: /^After this view/ })
		.locator('+ ul a')
		.first();
	const name = await link.textContent();
	await link.click();
	await expect(page).toHaveTitle(new RegExp(`^${(name ?? '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`));
});
