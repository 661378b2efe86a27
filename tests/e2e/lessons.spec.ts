import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './harness';
import { answerTask, goToTheEnd, WRITTEN } from './lesson-driver';

const LESSON = 'lessons/ask-advise-order/';
const TELEGRAM = '1950-10-01-zhou-enlai-to-kim-il-sung';
const EARLIER = '1950-09-20-zhou-to-ni';
/** Words of the telegram that no step shows before it is read. */
const WORDS = 'persist in guerrilla war';

const reader = (page: Page) => page.locator('[data-view="reader"]');
const chart = (page: Page) => page.locator('[data-view="timeline"]');
const map = (page: Page) => page.locator('[data-view="map"]');
const panel = (page: Page) => page.locator('#step');
const next = (page: Page) => page.locator('[data-nav="next"]');
const back = (page: Page) => page.locator('[data-nav="back"]');
const returnToStep = (page: Page) => page.getByRole('button', { name: /^Back to step/ });

/** Opens a page with views and waits until they listen. */
async function openStep(page: Page, step: string, query = '') {
	await page.goto(`${LESSON}${step}/${query}`);
	await listens(page);
}

async function listens(page: Page) {
	await expect(map(page)).toHaveAttribute('data-map-ready', /gl|svg/, { timeout: 45_000 });
}

/** What the three views show, in words. */
async function readTriple(page: Page) {
	return {
		document: await reader(page).getAttribute('data-open-document'),
		phrases: await reader(page)
			.locator('[data-annotation][aria-current="true"]')
			.evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-annotation'))),
		moment: await chart(page).getByRole('heading').first().locator('xpath=..').innerText(),
		ground: (
			await map(page)
				.getByText(/^\d+° [NE]$/)
				.allTextContents()
		).sort(),
		scale: await map(page)
			.getByText(/^\d+ km$/)
			.allTextContents()
	};
}

test('the lessons are listed with their question, and lead by their overview into the first step', async ({
	page
}) => {
	await page.goto('./');
	await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Lessons' }).click();
	const link = page.getByRole('link', { name: 'Ask, advise or order?' });
	const entry = page.locator('article li').filter({ has: link });
	await expect(entry).toContainText('Is Zhou telling Kim what to do, or helping him decide?');
	await expect(entry).toContainText('15, 45 or 90 minutes');
	await link.click();
	await page.getByRole('radio', { name: 'Grades 6–8' }).check();
	await page.getByRole('radio', { name: '15 minutes' }).check();
	await expect(page).toHaveURL(/level=middle&minutes=15/);
	await expect(page.locator('.way ol li')).toHaveCount(3);
	await page.getByRole('link', { name: 'Begin', exact: true }).click();
	await expect(page).toHaveURL(/before-you-read\/\?level=middle&minutes=15/);
	await expect(panel(page)).toContainText('Step 1 of 3');
	await expect(panel(page)).toContainText('It is night. No hour is given.');
});

test('next and back go the way; each step’s address alone gives the same text, chart and map', async ({
	page
}) => {
	const query = '?minutes=15';
	await page.goto(LESSON + query);
	const links = page.locator('.way ol a');
	await expect(links).toHaveCount(3);
	const steps = await links.evaluateAll((all) =>
		all.map((link) => new URL((link as HTMLAnchorElement).href).pathname)
	);
	await links.first().click();
	await listens(page);
	const seen: Awaited<ReturnType<typeof readTriple>>[] = [];
	for (const [index, path] of steps.entries()) {
		await expect(page).toHaveURL((url) => url.pathname === path && url.search === query);
		await expect(panel(page)).toContainText(`Step ${index + 1} of ${steps.length}`);
		await expect(page).toHaveTitle(new RegExp(`^Step ${index + 1}: `));
		await expect(returnToStep(page)).toHaveCount(0);
		seen.push(await readTriple(page));
		await next(page).click();
	}
	await expect(page).toHaveURL(/ask-advise-order\/\?minutes=15$/);
	expect(seen.every(({ ground }) => ground.length > 1)).toBe(true);
	// The first step keeps its words back.
	expect(seen.slice(1).every(({ phrases }) => phrases.length > 0)).toBe(true);
	expect(new Set(seen.map(({ ground }) => String(ground))).size).toBeGreaterThan(1);
	for (const [index, path] of [...steps.entries()].slice(1)) {
		await page.goto(path + query);
		await listens(page);
		await expect.poll(() => readTriple(page), { message: path }).toEqual(seen[index]);
		await expect(page).toHaveURL((url) => url.search === query);
	}
	await back(page).click();
	await expect(page).toHaveURL((url) => url.pathname === steps.at(-2));
	await expect(panel(page)).toContainText(`Step ${steps.length - 1} of ${steps.length}`);
});

test('a jump leads to any step, by keyboard, and takes the level along', async ({ page }) => {
	await openStep(page, 'before-you-read', '?level=university');
	await expect(panel(page)).toContainText('Predict the voice of the message');
	const jump = page.getByRole('navigation', { name: 'Steps of the lesson' }).locator('summary');
	await jump.focus();
	await page.keyboard.press('Enter');
	const link = page.getByRole('link', { name: /Eleven days earlier/ });
	await link.focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/eleven-days-earlier\/\?level=university/);
	await expect(panel(page).getByRole('heading', { level: 1 })).toHaveText('Eleven days earlier');
	await expect(reader(page)).toHaveAttribute('data-open-document', EARLIER);
	await expect(reader(page)).toHaveClass(/comparing/);
});

test('who leaves the path is led back, and loses nothing', async ({ page }) => {
	await openStep(page, 'sort-the-voices', '?minutes=15');
	const before = await readTriple(page);
	await reader(page).locator('[data-annotation="first-front-army"]').first().click();
	await expect(page.getByText('You have left the path.')).toBeVisible();
	await expect(page).toHaveURL(/minutes=15&.*p=first-front-army/);
	await page.reload();
	await expect(page.getByText('You have left the path.')).toBeVisible();
	await expect(panel(page)).toContainText('Step 2 of 3');
	await returnToStep(page).click();
	await expect(page.getByText('You have left the path.')).toHaveCount(0);
	await expect.poll(() => readTriple(page)).toEqual(before);
	await expect(page).toHaveURL((url) => url.search === '?minutes=15');
	await page.goBack();
	await expect(page.getByText('You have left the path.')).toBeVisible();
});

test('a link of the step’s text lights its phrase, and is no leaving', async ({ page }) => {
	await openStep(page, 'sort-the-voices');
	await panel(page).locator(`[data-light="annotation:${TELEGRAM}/must"]`).click();
	await expect(reader(page).locator('[data-annotation="must"]').first()).toHaveAttribute(
		'aria-current',
		'true'
	);
	await expect(reader(page).locator('[data-annotation="must"]').first()).toBeInViewport();
	await expect(page.getByText('You have left the path.')).toHaveCount(0);
});

test('the words of the document wait for the answer: they are not in the page', async ({ page }) => {
	const answer = await page.request.get(`${LESSON}before-you-read/`);
	expect(await answer.text()).not.toContain(WORDS);
	const data = await page.request.get(`${LESSON}before-you-read/__data.json`);
	expect(await data.text()).not.toContain(WORDS);
	await openStep(page, 'before-you-read');
	expect(await page.content()).not.toContain(WORDS);
	await expect(reader(page).locator('[data-held]')).toContainText(
		'immediately convey to Comrade Kim Il Sung'
	);
	await expect(page.getByText('The words of the document are hidden until')).toBeAttached();
	await page.getByRole('link', { name: 'Skip and read now' }).focus();
	await page.keyboard.press('Enter');
	await expect(reader(page).locator('[data-text]')).toContainText(WORDS);
	await expect(page.getByText('The words of the document are shown now.')).toBeAttached();
	// The next step shows them as any does.
	await next(page).click();
	await expect(reader(page).locator('[data-text]')).toContainText(WORDS);
});

test('what the collection says of the document waits for the answer, in the page and in the strip', async ({
	page
}) => {
	await openStep(page, 'sort-the-voices');
	await expect(reader(page).locator('[data-text]')).toContainText(WORDS);
	await expect(reader(page).locator('[data-annotation][aria-current="true"]').first()).toBeInViewport();
	await expect(reader(page).locator('[data-waiting-notes]')).toBeVisible();
	await expect(reader(page).locator('[data-label="asks"], [data-abstract], [data-significance]')).toHaveCount(
		0
	);
	await expect(reader(page)).not.toContainText('Put as a request to consider.');
	await expect(page.getByText('What the collection says of the document is hidden until')).toBeAttached();
	await answerTask(page);
	await expect(reader(page).locator('[data-waiting-notes]')).toHaveCount(0);
	await expect(reader(page).locator('[data-label="asks"]').first()).toBeAttached();
	await expect(reader(page).locator('[data-abstract]')).toBeAttached();
	await expect(page.getByText('What the collection says of the document is shown now.')).toBeAttached();
});

test('on a phone the step comes first, and the way back up stays in sight', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await openStep(page, 'sort-the-voices');
	expect(await page.evaluate(() => scrollY)).toBe(0);
	await expect(panel(page).getByRole('heading', { level: 1 })).toBeInViewport();
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
	await page.getByRole('link', { name: 'Document', exact: true }).click();
	const up = page.locator('a[href="#step"]');
	await expect(up).toBeInViewport();
	await reader(page).locator('[data-annotation="first-front-army"]').first().click();
	await expect(returnToStep(page)).toBeInViewport();
	await up.click();
	await expect(panel(page).getByRole('heading', { level: 1 })).toBeInViewport();
});

for (const [width, height] of [
	[1366, 768],
	[800, 600]
] as const) {
	test(`at ${width} × ${height} the step stands beside the views, and its way on in sight`, async ({
		page
	}) => {
		await page.setViewportSize({ width, height });
		await openStep(page, 'sort-the-voices');
		await expect(panel(page).getByRole('heading', { level: 1 })).toBeInViewport();
		const [left, right] = [await panel(page).boundingBox(), await map(page).boundingBox()];
		expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual((right?.x ?? 0) + 1);
		await page.evaluate(() => scrollTo(0, 300));
		await expect(next(page)).toBeInViewport();
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
			0
		);
	});
}

const LESSONS = readdirSync('data/collections/korea-1950/lessons').map((folder) =>
	folder.replace(/^\d+-/, '')
);

for (const lesson of LESSONS) {
	test(`${lesson} is done to its end by keyboard at every level and in every length`, async ({ page }) => {
		await page.goto(`lessons/${lesson}/`);
		const [levels, lengths] = await page.locator('.choice fieldset').all();
		const audiences = (await levels?.getByRole('radio').all()) ?? [];
		expect(audiences.length).toBe(3);
		for (const [index, audience] of audiences.entries()) {
			await audience.check();
			// The last on a telephone.
			if (index === 2) await page.setViewportSize({ width: 390, height: 844 });
			// The first in the longest way, the second in the shortest, the third in the one between.
			await lengths
				?.getByRole('radio')
				.nth((index + 2) % 3)
				.check();
			await page.locator('.way ol a').first().click();
			const kinds = await goToTheEnd(page);
			expect(kinds.length).toBeGreaterThan(0);
			await expect(page.locator('.way .state', { hasText: 'answered' })).toHaveCount(kinds.length);
		}
	});
}

test('the work is taken away in a file, and is the same where it is brought back', async ({
	page,
	browser
}) => {
	await page.goto(`${LESSON}?level=middle&minutes=15`);
	await page.locator('.way ol a').first().click();
	await goToTheEnd(page);
	await page.getByRole('link', { name: 'My work in all lessons' }).click();
	const { file, text } = await saveWork(page);
	expect(text).toContain(WRITTEN);
	const shown = await page.locator('article section dl').allInnerTexts();
	expect(shown.length).toBeGreaterThan(1);

	const context = await browser.newContext({
		baseURL: test.info().project.use.baseURL,
		serviceWorkers: 'block'
	});
	const elsewhere = await context.newPage();
	await elsewhere.goto('lessons/work/');
	await expect(elsewhere.getByText('There is no work')).toBeVisible();
	await elsewhere.locator('input[type="file"]').setInputFiles(file);
	await expect(elsewhere.locator('article section dl')).toHaveCount(shown.length);
	expect(await elsewhere.locator('article section dl').allInnerTexts()).toEqual(shown);
	await elsewhere.reload();
	await expect(elsewhere.locator('article section dl')).toHaveCount(shown.length);
	expect((await saveWork(elsewhere)).text).toBe(text);
	await elsewhere.getByRole('button', { name: 'Clear my work' }).click();
	await elsewhere.getByRole('dialog').getByRole('button', { name: 'Clear it' }).click();
	await expect(elsewhere.locator('article section dl')).toHaveCount(0);
	await context.close();
});

async function saveWork(page: Page) {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'JSON' }).click()
	]);
	const file = await download.path();
	return { file, text: readFileSync(file, 'utf8') };
}
