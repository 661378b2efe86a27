// Writes the standard views to screenshots/, for a person to look at: `npm run screenshots [name ...]`.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { chromium } from '@playwright/test';
import type { Browser, BrowserContextOptions } from '@playwright/test';
import { buildSite } from '../../src/cli/build-site.mjs';
import { serveSite } from '../../src/cli/serve.mjs';
import { BROWSER_ARGS, ensureBrowser } from '../browser.mjs';
import { LANDSCAPE, PORTRAIT, Visitor } from './kiosk-driver';

const ROOT = join(import.meta.dirname, '..', '..');
const OUT = join(ROOT, 'screenshots');
const MINUTE = 60_000;

/** Standard sizes: a laptop, a projector, a phone, a portrait wall. */
const SIZES = [
	{ width: 1440, height: 900 },
	{ width: 1366, height: 768 },
	{ width: 390, height: 844 },
	{ width: 1080, height: 1920 }
];
const SCHEMES = ['light', 'dark'] as const;

interface Shot {
	name: string;
	path: string;
	size: { width: number; height: number };
	options: BrowserContextOptions;
	/** Whether the map's engine is to be waited for. */
	engine: boolean;
	fullPage?: boolean;
}

interface View {
	name: string;
	path: string;
	engine: boolean;
	fullPage?: boolean;
}

const VIEWS: View[] = [
	{ name: 'explorer', path: '', engine: true },
	{ name: 'events', path: 'events', engine: false, fullPage: true },
	{ name: 'step', path: 'lessons/ask-advise-order/sort-the-voices', engine: false },
	{ name: 'guide', path: 'teach/ask-advise-order', engine: false, fullPage: true },
	{ name: 'worksheet', path: 'sheets/ask-advise-order/high', engine: false, fullPage: true },
	{ name: 'explorer-ko', path: 'ko', engine: false },
	{ name: 'explorer-zh', path: 'zh', engine: false }
];

/** The kiosk upright, lying, and large. */
const SCREENS = [PORTRAIT, LANDSCAPE, { width: 3840, height: 2160 }];
const TONGUES = ['English', '한국어', '中文'];

await takeAll(argv.slice(2));

async function takeAll(wanted: string[]): Promise<void> {
	if (buildSite(ROOT) === 'failed')
		throw new Error('There is nothing to take pictures of: the build failed.');
	const found = ensureBrowser();
	if (!found) throw new Error('No browser to take pictures with.');

	const site = await serveSite({ dir: join(ROOT, 'build'), port: 0 });
	const { executablePath } = found;
	const normal = await chromium.launch({ executablePath, args: BROWSER_ARGS });
	const flat = await chromium.launch({ executablePath, args: [...BROWSER_ARGS, '--disable-3d-apis'] });
	if (wanted.length === 0) rmSync(OUT, { recursive: true, force: true });
	mkdirSync(OUT, { recursive: true });
	const isWanted = ({ name }: Shot): boolean =>
		wanted.length === 0 || wanted.some((word) => name.includes(word));

	try {
		const views = [...VIEWS, ...(await findDocumentView(normal, site.url))];
		for (const shot of listShots(views).filter(isWanted)) await take(normal, site.url, shot);
		for (const shot of listFlatShots().filter(isWanted)) await take(flat, site.url, shot);
		if (wanted.length === 0 || wanted.includes('kiosk')) await takeKiosk(flat, site.url);
		if (wanted.length === 0 || wanted.includes('print')) await print(normal, site.url);
	} finally {
		await Promise.all([normal.close(), flat.close(), site.close()]);
	}
}

/** The page of the document that stands open at first, whichever collection this is. */
async function findDocumentView(browser: Browser, url: string): Promise<View[]> {
	const page = await browser.newPage();
	await page.goto(url);
	const id = await page.locator('[data-open-document]').first().getAttribute('data-open-document');
	await page.close();
	return id ? [{ name: 'document', path: `documents/${id}`, engine: false, fullPage: true }] : [];
}

function listShots(views: View[]): Shot[] {
	const standard = views.flatMap((view) =>
		SIZES.flatMap((size) =>
			SCHEMES.map((colorScheme) => ({
				...view,
				name: `${view.name}-${size.width}x${size.height}-${colorScheme}`,
				size,
				options: { colorScheme }
			}))
		)
	);
	const size = { width: 1366, height: 768 };
	const narrow = { width: 320, height: 256 };
	const explorer = { path: '', engine: true };
	return [
		...standard,
		{ ...explorer, name: 'explorer-forced-colors', size, options: { forcedColors: 'active' } },
		{
			...explorer,
			name: 'explorer-reflow-400',
			size: narrow,
			options: { deviceScaleFactor: 4 },
			fullPage: true
		},
		{ ...explorer, name: 'explorer-no-js', size, options: { javaScriptEnabled: false }, engine: false }
	];
}

function listFlatShots(): Shot[] {
	return SIZES.map((size) => ({
		name: `explorer-no-webgl-${size.width}x${size.height}`,
		path: '',
		size,
		options: {},
		engine: false
	}));
}

async function take(browser: Browser, url: string, shot: Shot): Promise<void> {
	const context = await browser.newContext({
		viewport: shot.size,
		reducedMotion: 'reduce',
		serviceWorkers: 'block',
		...shot.options
	});
	const page = await context.newPage();
	await page.goto(url + shot.path, { waitUntil: 'networkidle' });
	const hasScript = shot.options.javaScriptEnabled !== false;
	// Without WebGL, or in a layout that shows no map yet, the drawn map is all there will be.
	if (shot.engine) {
		await page
			.locator('[data-map-ready]')
			.first()
			.waitFor({ state: 'attached', timeout: MINUTE })
			.catch(() => console.log(`${shot.name}: the map was never ready`));
	}
	if (hasScript) await page.evaluate(() => document.fonts.ready.then(() => undefined));
	await page.screenshot({ path: join(OUT, `${shot.name}.png`), fullPage: shot.fullPage, timeout: MINUTE });
	console.log(`screenshots/${shot.name}.png`);
	await context.close();
}

async function print(browser: Browser, url: string): Promise<void> {
	const page = await browser.newPage();
	await page.goto(url, { waitUntil: 'networkidle' });
	await page.pdf({ path: join(OUT, 'handout.pdf'), format: 'A4', preferCSSPageSize: true });
	console.log('screenshots/handout.pdf');
	await page.close();
}

/** A visit in each language on each screen: the loop, the cards, a letter, the doors, and the question whether anybody is there. */
async function takeKiosk(browser: Browser, url: string): Promise<void> {
	for (const size of SCREENS)
		for (const [number, tongue] of TONGUES.entries()) {
			const context = await browser.newContext({
				...{ baseURL: url, viewport: size, hasTouch: true, isMobile: true },
				...{ reducedMotion: 'reduce', serviceWorkers: 'block' }
			});
			await context.clock.install();
			const visitor = new Visitor(await context.newPage());
			const shoot = async (place: string) => {
				const name = `kiosk-${['en', 'ko', 'zh'][number]}-${size.width}x${size.height}-${place.replace(/ /g, '-')}`;
				await visitor.page.screenshot({ path: join(OUT, `${name}.png`), timeout: MINUTE });
				console.log(`screenshots/${name}.png`);
			};
			await visitor.arrive();
			await shoot('attract');
			await visitor.enter(tongue);
			for (let card = 0; card < 4; card++) {
				await shoot(await visitor.at());
				await visitor.forward();
			}
			await shoot('doors');
			for (const door of [0, 1, 2]) {
				await visitor.openDoor(door);
				await shoot(await visitor.at());
			}
			await visitor.page.keyboard.press('Home');
			await visitor.pass(92);
			await shoot('idle');
			await context.close();
		}
}
