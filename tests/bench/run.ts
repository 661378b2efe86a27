// npm run bench: bytes, frames and ratios of the built site. Nothing here passes or fails; a person reads the table.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright';
import { serveSite } from '../../src/cli/serve.mjs';
import { BROWSER_ARGS, ensureBrowser } from '../browser.mjs';
import { measureScale } from './scale';
import { measureQueries } from './search';
import { kilobytes, printTable, spread, type Line } from './table';

const BUDGET = 170_000;
const ROUNDS = 24;

if (!existsSync('build/index.html')) {
	console.error('There is no built site in build/. Run: npm run build');
	process.exit(1);
}
const site = await serveSite({ dir: 'build', port: 0 });
const found = ensureBrowser();
if (!found) throw new Error('No browser to measure with.');
const browser = await chromium.launch({
	executablePath: found.executablePath,
	args: [...BROWSER_ARGS, '--js-flags=--expose-gc']
});
const lines: Line[] = [
	...sizesOnDisk(),
	...(await scriptOfFirstView(browser, site.url)),
	...(await framesAndHeap(browser, site.url)),
	...(await measureScale(browser)),
	...(await searchLines())
];
await browser.close();
await site.close();

printTable(lines);
writeFileSync('bench-results.json', JSON.stringify({ at: new Date().toISOString(), lines }, null, '\t'));
console.log('\nRaw results: bench-results.json');

/** From the key to the list of results; painting it is as for any list. */
async function searchLines(): Promise<Line[]> {
	const few = await measureQueries(500);
	const many = await measureQueries(5000);
	return [few, many].map(({ documents, median, p95 }) => ({
		what: `search in ${documents} documents, a query`,
		value:
			`median ${median.toFixed(1)}, p95 ${p95.toFixed(1)} ms` +
			(documents === 500 ? '' : ` × ${(p95 / few.p95).toFixed(2)}`),
		bound: documents === 500 ? '' : 'one frame, 16.7 ms'
	}));
}

function sizesOnDisk(): Line[] {
	const files = readdirSync('build', { recursive: true, encoding: 'utf8' })
		.map((name) => join('build', name))
		.filter((path) => statSync(path).isFile());
	const all = files.reduce((sum, path) => sum + statSync(path).size, 0);
	const page = readFileSync('build/index.html');
	return [
		{
			what: 'whole site on disk',
			value: `${kilobytes(all)} in ${files.length} files`,
			bound: '8 MB for offline use'
		},
		{
			what: 'first page, HTML',
			value: `${kilobytes(page.length)}, ${kilobytes(gzipSync(page).length)} gz`,
			bound: ''
		}
	];
}

/** Bytes of script: what the page names itself, for its first picture; what comes after that; the engine of the map. */
async function scriptOfFirstView(browser: Browser, url: string): Promise<Line[]> {
	const context = await browser.newContext();
	const page = await context.newPage();
	const scripts = new Map<string, number>();
	const pending: Promise<void>[] = [];
	page.on('response', (response) => {
		if (!/\.m?js$/.test(new URL(response.url()).pathname)) return;
		pending.push(
			response.body().then((body) => void scripts.set(response.url(), gzipSync(body, { level: 9 }).length))
		);
	});
	await page.goto(url);
	await page.waitForSelector('[data-map-ready]', { timeout: 60_000 });
	await page.waitForLoadState('networkidle');
	await Promise.all(pending);
	// By the HTML: the browser adds more of them for what is fetched later.
	const html = readFileSync('build/index.html', 'utf8');
	const named = [...html.matchAll(/(?:href|src)="([^"]+\.js)"/g)].map(
		([, href = '']) => new URL(href, url).href
	);
	// The script in the page names two more.
	named.push(
		...[...html.matchAll(/import\("([^"]+\.js)"\)/g)].map(([, href = '']) => new URL(href, url).href)
	);
	const isEngine = (name: string) => /maplibre/i.test(name) || (scripts.get(name) ?? 0) > 100_000;
	const sum = (wanted: (name: string) => boolean) =>
		[...scripts].filter(([name]) => wanted(name)).reduce((total, [, bytes]) => total + bytes, 0);
	const first = sum((name) => named.includes(name));
	await context.close();
	return [
		{
			what: 'script of the first view, gz',
			value: kilobytes(first),
			bound: `≤ ${kilobytes(BUDGET)}: ${(first / BUDGET).toFixed(2)} of it`
		},
		{
			what: 'gestures and the like, fetched after it, gz',
			value: kilobytes(sum((name) => !named.includes(name) && !isEngine(name))),
			bound: ''
		},
		{
			what: 'map engine, fetched later, gz',
			value: kilobytes(sum((name) => !named.includes(name) && isEngine(name))),
			bound: ''
		}
	];
}

/** From a choice to its being painted in all three views, in frames, without and with the map engine; heap after load. */
async function framesAndHeap(browser: Browser, url: string): Promise<Line[]> {
	const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
	const page = await context.newPage();
	await page.goto(url);
	await page.waitForSelector('[data-map-ready]', { timeout: 60_000 });
	const frames = await framesOfChoices(page);
	const heap = await page.evaluate(() => {
		(globalThis as { gc?: () => void }).gc?.();
		return (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize;
	});
	await context.close();
	return [
		{
			what: `choice to painted in three views (${frames.length} choices)`,
			value: spread(frames, 'frames'),
			bound: 'aim 1',
			raw: frames
		},
		{ what: 'JS heap after load and 24 choices', value: `${(heap / 1e6).toFixed(1)} MB`, bound: '≤ 60 MB' }
	];
}

async function framesOfChoices(page: Page): Promise<number[]> {
	// No function with a name of its own in here: the compiler would mark it with a helper the page does not have.
	return page.evaluate(async (rounds) => {
		const phrases = [...document.querySelectorAll<HTMLElement>('[data-view="reader"] a[data-annotation]')];
		const counts: number[] = [];
		for (let round = 0; round < rounds; round++) {
			const phrase = phrases[(round * 7) % phrases.length];
			if (!phrase) break;
			phrase.click();
			let frames = 0;
			do {
				await new Promise((resolve) => requestAnimationFrame(resolve));
				frames++;
			} while (
				frames < 60 &&
				!(
					phrase.getAttribute('aria-current') === 'true' &&
					document.querySelector('[data-view="map"] :is(.selected, .related)') &&
					document.querySelector('[data-view="timeline"] :is(.selected, .related)')
				)
			);
			counts.push(frames);
			await new Promise((resolve) => setTimeout(resolve, 120));
		}
		return counts;
	}, ROUNDS);
}
