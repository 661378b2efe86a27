import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base, expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { serveSite } from '../../src/cli/serve.mjs';
import { watchContext } from './harness';

interface Hosts {
	/** Address of the built site below /a/b/, on a port of its own. */
	site: string;
	/** Address of a course page, on another origin, that holds the site in a frame. */
	course: string;
}

const test = base.extend<Hosts>({
	site: async ({ context }, use) => {
		const host = await serveSite({ dir: 'build', base: '/a/b/', port: 0 });
		const complaints: string[] = [];
		await watchContext(context, new URL(host.url).origin, complaints);
		await use(host.url);
		await host.close();
		expect(complaints.filter((line) => !line.includes('//127.0.0.1:'))).toEqual([]);
	},
	course: async ({ site }, use) => {
		const page = `<!doctype html><html lang="en"><title>Course</title><link rel="icon" href="data:,"><h1>Week 3</h1>
<iframe title="Parallel 38" src="${site}" width="1200" height="700"></iframe></html>`;
		const server = createServer((_request, response) => {
			response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page);
		});
		await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
		await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
		server.closeAllConnections();
		server.close();
	}
});

test('the build works below another path', async ({ page, site }) => {
	const answer = await page.goto(site);
	expect(answer?.headers()).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-cache' });
	await expect(page.locator('[data-open-document]')).toBeVisible();
	await expectViews(page);

	const link = page.locator('a[href*="events"]').first();
	await link.click();
	await page.waitForURL(/\/a\/b\/events\/?/);
	await expect(page.locator('table').first()).toBeVisible();
	await page.goBack();
	await expect(page.locator('[data-open-document]')).toBeVisible();
});

test('a page deep in the site can be opened first, below another path', async ({ page, site }) => {
	await page.goto(`${site}events`);
	await expect(page.locator('table').first()).toBeVisible();
	expect(new URL(page.url()).pathname.startsWith('/a/b/events')).toBe(true);
	await page.getByRole('link', { name: '한국어', exact: true }).click();
	await page.waitForURL(/\/a\/b\/ko\/events\/?/);
	await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
	await page.locator('header nav:not(.languages) a').last().click();
	await page.waitForURL(/\/a\/b\/ko\/about\/?$/);
});

test('the site works inside a frame on a page of another origin', async ({ page, course }) => {
	await page.goto(course);
	const frame = page.frameLocator('iframe');
	await expect(frame.locator('[data-open-document]')).toBeVisible();
	for (const view of ['timeline', 'map', 'reader']) {
		await expect(frame.locator(`[data-view="${view}"]`)).toBeVisible();
	}
	await frame.locator('a[href*="events"]').first().click();
	await expect(frame.locator('table').first()).toBeVisible();
	expect(page.url(), 'the frame never takes over the page around it').toBe(course);
});

async function expectViews(page: Page): Promise<void> {
	for (const view of ['timeline', 'map', 'reader']) {
		await expect(page.locator(`[data-view="${view}"]`)).toBeVisible();
	}
}
