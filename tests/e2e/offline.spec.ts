import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, test } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { listSite, packSite } from '../../src/cli/offline/pack-site.mjs';
import { serveSite } from '../../src/cli/serve.mjs';
import { watchContext } from './harness';

const LETTER = 'documents/1950-10-01-zhou-enlai-to-kim-il-sung/';

interface Health {
	version: string;
	precache: { state: string; files: number };
	waiting: string | null;
	failure: { version: string; reason: string } | null;
	renderer: string | null;
}

/** What the build told its worker of the pack. */
function readFacts(site: string): { version: string; files: number } {
	const [line = ''] = readFileSync(join(site, 'service-worker.js'), 'utf8').split('\n');
	return JSON.parse(line.slice('self.p38Pack = '.length, -1)) as { version: string; files: number };
}

/** What the worker, or the server where there is none, says of the site. */
function askHealth(page: Page): Promise<Health> {
	return page.evaluate(async () => (await fetch('/health.json')).json() as Promise<Health>);
}

test('kept by the browser: without a server, from a cold start, over an update and a broken one', async ({
	launchOptions,
	viewport
}) => {
	test.setTimeout(180_000);
	const folder = mkdtempSync(join(tmpdir(), 'p38-offline-'));
	const site = join(folder, 'site');
	cpSync('build', site, { recursive: true });
	const first = readFacts(site);
	let server = await serveSite({ dir: site, port: 0 });
	const { port, url } = server;
	const complaints: string[] = [];

	const open = async (): Promise<BrowserContext> => {
		const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
			...launchOptions,
			...{ viewport, serviceWorkers: 'allow', locale: 'en-GB', timezoneId: 'UTC' }
		});
		await watchContext(context, new URL(url).origin, complaints);
		return context;
	};
	/** Nobody answers, and nothing leads anywhere. */
	const cut = async (context: BrowserContext) => {
		await server.close();
		await context.setOffline(true);
	};

	let context = await open();
	try {
		let page = context.pages()[0] ?? (await context.newPage());
		await test.step('the first visit keeps all of it', async () => {
			await page.goto(`${url}about/`);
			expect((await askHealth(page)).precache.state, 'the server alone').toBe('none');
			// Fifteen hundred files: on a busy machine they take their time.
			await expect(page.getByRole('status').filter({ hasText: 'Ready for offline use' })).toBeVisible({
				timeout: 60_000
			});
			expect(await askHealth(page)).toMatchObject({
				version: first.version,
				precache: { state: 'ready', files: first.files },
				waiting: null,
				failure: null
			});
		});

		await test.step('without a server every kind of page opens', async () => {
			await cut(context);
			await page.goto(`${url}${LETTER.slice(0, -1)}`);
			expect(page.url(), 'moved to where its links are right').toBe(`${url}${LETTER}`);
			await page.goto(`${url}search/`);
			await page.getByRole('searchbox').fill('Pak Il-u');
			await expect(page.locator('main li a').first()).toBeVisible();
			expect((await page.goto(`${url}nowhere/at/all`))?.status()).toBe(404);
		});

		await test.step('kiosk 21: so it does from a cold start, a whole visit included', async () => {
			await context.close();
			context = await open();
			page = context.pages()[0] ?? (await context.newPage());
			await context.setOffline(true);
			await page.goto(url);
			await expect(page.locator('[data-open-document]')).toBeVisible();
			await expect.poll(async () => (await askHealth(page)).renderer).toBe('svg');
			await page.goto(`${url}lessons/ask-advise-order/`);
			await page.locator('main a[href*="ask-advise-order/"], main a[href^="./"]').first().click();
			await expect(page.locator('[data-step], main h2').first()).toBeVisible();
			await page.goto(`${url}ko/about/`);
			await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
			// Each file of the site, not of a few pages only; the folder is the very one that was packed.
			const lost = await page.evaluate(
				async (paths) => {
					const answers = await Promise.all(
						paths.map(async (path) => ((await fetch(path)).ok ? [] : [path]))
					);
					return answers.flat();
				},
				listSite(site).map(([path]) => `/${path}`)
			);
			expect(lost).toEqual([]);

			await page.clock.install();
			await page.goto(`${url}kiosk/`);
			const room = page.locator('[data-visit]');
			await expect(room).toHaveAttribute('data-place', 'attract');
			await expect(page.locator('[data-map-ready]')).toBeVisible();
			await page.mouse.click(300, 300);
			await page.getByRole('button', { name: '中文', exact: true }).click();
			await expect(room).toHaveAttribute('data-place', 'card');
			await expect(room).toHaveAttribute('lang', 'zh-Hans');
			for (let card = 0; card < 4; card++) await page.locator('.here .main').click();
			await page.locator('button.door').first().click();
			await expect(page.locator('[data-letter]')).toContainText('Comrade Kim Il Sung');
			await page.clock.runFor(151_000);
			await expect(page.getByRole('alertdialog')).toBeVisible();
			await page.clock.runFor(31_000);
			await expect(room).toHaveAttribute('data-place', 'attract');
			await expect(room).toHaveAttribute('lang', 'en');
		});

		const about = join(site, 'about', 'index.html');
		const note = page.getByRole('button', { name: 'Use it' });
		await test.step('a newer version waits until it is asked for', async () => {
			writeFileSync(about, readFileSync(about, 'utf8').replace('<html ', '<html data-edition="second" '));
			// Of the old site not much is left on the server: an open page must not need it.
			for (const gone of ['lessons', 'documents', 'ko', 'zh']) rmSync(join(site, gone), { recursive: true });
			const second = packSite(site);
			server = await serveSite({ dir: site, port });
			await context.setOffline(false);
			await page.goto(`${url}about/`);
			await expect(note).toBeVisible();
			expect(await askHealth(page)).toMatchObject({ version: first.version, waiting: second.version });
			// The page goes on with its own parts, which only its own version has.
			await page.getByRole('link', { name: 'Lessons' }).first().click();
			await expect(page.locator('a[href*="ask-advise-order"]').first()).toBeVisible();

			const other = await context.newPage();
			await other.goto(`${url}about/`);
			await expect(other.locator('html')).not.toHaveAttribute('data-edition');
			await page.goto(`${url}about/#keys`);
			await note.click();
			await expect(page.locator('html')).toHaveAttribute('data-edition', 'second');
			expect(page.url()).toBe(`${url}about/#keys`);
			expect(await askHealth(page)).toMatchObject({ version: second.version, waiting: null });
			// The other window was not disturbed, and is still of one piece.
			await expect(other.locator('html')).not.toHaveAttribute('data-edition');
			await other.getByRole('link', { name: 'Lessons' }).first().click();
			await expect(other.locator('a[href*="ask-advise-order"]').first()).toBeVisible();
			await other.close();
		});

		await test.step('kiosk 22: on a screen a newer version waits until the visitor has gone', async () => {
			await page.goto(`${url}kiosk/`);
			const room = page.locator('[data-visit]');
			await expect(page.locator('[data-map-ready]')).toBeVisible();
			await page.mouse.click(300, 300);
			await expect(room).toHaveAttribute('data-place', 'language');

			const start = join(site, 'kiosk', 'index.html');
			writeFileSync(start, readFileSync(start, 'utf8').replace('<html ', '<html data-edition="third" '));
			const { version } = packSite(site);
			const before = (await askHealth(page)).version;
			await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
			await expect.poll(async () => (await askHealth(page)).waiting).toBe(version);
			await expect(room).toHaveAttribute('data-place', 'language');
			expect((await askHealth(page)).version).toBe(before);

			// The visit ends, here by a fault that nobody caught.
			await page.evaluate(() => queueMicrotask(() => void Promise.reject(new Error('the end'))));
			await expect(page.locator('html')).toHaveAttribute('data-edition', 'third');
			await expect(room).toHaveAttribute('data-place', 'attract');
			expect(await askHealth(page)).toMatchObject({ version, waiting: null });
			await page.goto(`${url}about/`);
		});

		await test.step('kiosk 23: a broken version changes nothing, and is written down', async () => {
			writeFileSync(about, readFileSync(about, 'utf8').replace('second', 'broken'));
			const broken = packSite(site);
			const pack = readFileSync(join(site, broken.pack));
			pack[pack.length >> 1] = (pack[pack.length >> 1] ?? 0) ^ 1;
			writeFileSync(join(site, broken.pack), pack);
			await page.reload();
			await expect
				.poll(async () => (await askHealth(page)).failure)
				.toMatchObject({ version: broken.version, reason: expect.stringContaining('other bytes') });
			await page.reload();
			await expect(page.locator('html')).toHaveAttribute('data-edition', 'second');
			expect(await askHealth(page)).toMatchObject({ precache: { state: 'ready' }, waiting: null });
			await expect(note).toBeHidden();
		});

		expect(
			complaints.filter((line) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED|nowhere|the end/.test(line))
		).toEqual([]);
	} finally {
		await context.close();
		await server.close();
		rmSync(folder, { recursive: true, force: true });
	}
});
