import { languageOf, localeOf } from '../../src/lib/state/language';
import { expect, test } from './harness';

/** So many pages of one folder are opened; of the others, which are of the same make, the file is read. */
const OPENED = 3;
/** Nothing but what the page then names one by one. */
const POLICY = '<meta http-equiv="content-security-policy" content="default-src \'none\';';

test('every page can be reached, has one heading and a title, and asks nobody else for anything', async ({
	page,
	context,
	complaints,
	baseURL
}) => {
	test.setTimeout(300_000);
	const home = new URL(baseURL ?? '');
	const waiting = [home.href];
	const seen = new Set(waiting);
	const titles = new Map<string, string>();

	const families = new Map<string, number>();
	for (const address of waiting) {
		const family = new URL('..', address).href;
		families.set(family, (families.get(family) ?? 0) + 1);
		const isTranslated = localeOf(new URL(address).pathname) !== 'en';
		if (isTranslated || (families.get(family) ?? 0) > OPENED) {
			const answer = await page.request.get(address);
			const html = await answer.text();
			expect.soft(answer.status(), `status of ${address}`).toBe(200);
			expect.soft(html.match(/<h1[\s>]/g), `headings of ${address}`).toHaveLength(1);
			const title = /<title>([^<]+)<\/title>/.exec(html)?.[1] ?? '';
			if (!isTranslated) titles.set(answer.url(), title);
			const language = languageOf(localeOf(new URL(answer.url()).pathname)).tag;
			expect.soft(html, `policy of ${address}`).toContain(POLICY);
			expect.soft(html, `language of ${address}`).toContain(`<html lang="${language}">`);
			continue;
		}
		if (isFile(address)) {
			const file = await page.request.get(address);
			expect.soft(file.status(), `status of ${address}`).toBe(200);
			continue;
		}
		const response = await page.goto(address);
		await page.waitForLoadState('networkidle');
		expect.soft(response?.status(), `status of ${address}`).toBe(200);
		await expect.soft(page.locator('h1'), `headings of ${address}`).toHaveCount(1);
		const title = await page.title();
		expect.soft(title.trim(), `title of ${address}`).not.toBe('');
		// Addresses with and without the last stroke lead to one page.
		titles.set(page.url(), title);
		expect.soft(complaints.list, `complaints after ${address}`).toEqual([]);

		const links = await page
			.locator('a[href]')
			.evaluateAll((anchors) =>
				anchors.map((anchor) => new URL(anchor.getAttribute('href') ?? '', document.baseURI).href)
			);
		for (const link of links.map((href) => new URL(href))) {
			link.hash = '';
			link.search = '';
			if (link.origin !== home.origin || seen.has(link.href)) continue;
			seen.add(link.href);
			waiting.push(link.href);
		}
	}

	expect(seen.size, 'the crawl must find more than the first page').toBeGreaterThan(3);
	expect(await context.cookies(), 'no cookie is ever set').toEqual([]);
	expect(new Set(titles.values()).size, 'each page has a title of its own').toBe(titles.size);
});

test('a page that is not there says so', async ({ page, complaints }) => {
	const response = await page.goto('/no-such-page');
	expect(response?.status()).toBe(404);
	await expect(page.locator('h1')).toHaveCount(1);
	expect(complaints.expectSome(/404|Not found/)).toBeGreaterThan(0);
});

/** A link to a file to keep, not to a page to look at. */
function isFile(address: string): boolean {
	return /\.[a-z0-9]+$/i.test(new URL(address).pathname);
}
