// npm run soak: a kiosk through visit after visit, by a clock that is pushed forward. Exit code 1 when something grows or is left over.
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { serveSite } from '../../src/cli/serve.mjs';
import { createDice } from '../bench/dice';
import { kilobytes, printTable, quantile, type Line } from '../bench/table';
import { BROWSER_ARGS, ensureBrowser } from '../browser.mjs';
import { measure, readScene, readScenes, readState, tour, visit, watchContexts, type Held } from './visits';

const { values } = parseArgs({
	options: {
		visits: { type: 'string', default: '500' },
		seed: { type: 'string', default: '19501001' },
		/** Visits from one measurement to the next. */
		every: { type: 'string', default: '50' },
		site: { type: 'string', default: 'build' },
		/** Without the engine: five times as fast, and what has no graphics context cannot keep one. */
		drawn: { type: 'boolean', default: false }
	}
});
const visits = Number(values.visits);
const seed = Number(values.seed);
/** Visits until the browser has compiled what is used often: its code lies in the same heap. */
const WARM = Math.min(100, Math.ceil(visits / 5));
const ROUND = Number(values.every);

if (!existsSync(`${values.site}/kiosk/index.html`)) {
	console.error(`There is no built kiosk in ${values.site}/. Run: npm run build`);
	process.exit(1);
}
const found = ensureBrowser();
if (!found) throw new Error('No browser to measure with.');
const site = await serveSite({ dir: values.site, port: 0 });
const browser = await chromium.launch({
	executablePath: found.executablePath,
	args: [...BROWSER_ARGS, ...(values.drawn ? ['--disable-3d-apis'] : [])]
});
/** Small: the pictures are drawn by a program, not by a graphics card. */
const viewport = { width: 600, height: 540 };
const context = await browser.newContext({
	viewport,
	hasTouch: true,
	reducedMotion: 'reduce',
	serviceWorkers: 'block'
});
const page = await context.newPage();
const errors: string[] = [];
page.on('pageerror', (error) => errors.push(error.name));
page.on('crash', () => errors.push('the page crashed'));
// The compiler of this script names its functions by a helper that the page does not have.
await page.addInitScript({ content: 'globalThis.__name = (value) => value' });
await watchContexts(page);
await page.clock.install();
await page.goto(`${site.url}kiosk/`);
await page.waitForSelector('[data-map-ready]', { timeout: 120_000 });
const session = await context.newCDPSession(page);
await session.send('Performance.enable');

console.log(`Seed ${seed}, ${visits} visits, ${WARM} of them to warm up`);
const dice = createDice(seed);
const cold = await readState(page);
const scenes = await readScenes(page);
const rounds: (Held & { visits: number })[] = [];
let leftovers = 0;
await tour(page);
const start = performance.now();
for (let count = 1; count <= visits; count += 1) {
	await visit(page, session, dice);
	const state = await readState(page);
	const scene = await readScene(page);
	if (state !== cold || !scenes.has(scene)) {
		leftovers += 1;
		if (leftovers === 1)
			console.log(`After visit ${count} something is left:\n  ${cold}\n  ${state} ${scene}`);
	}
	if (count !== WARM && count % ROUND !== 0 && count !== visits) continue;
	const held = { visits: count, ...(await measure(page, session)) };
	rounds.push(held);
	console.log(
		`${String(count).padStart(4)} visits: heap ${kilobytes(held.heap)}, ${held.nodes} nodes, ${held.listeners} listeners, ${held.contexts} contexts, ${held.maps} maps`
	);
}
const minutes = (performance.now() - start) / 60_000;
const renderer = await page.locator('[data-map-ready]').first().getAttribute('data-map-ready');
await browser.close();
await site.close();

const [first, last] = [rounds.find((round) => round.visits === WARM), rounds.at(-1)];
if (!first || !last) throw new Error('nothing was measured');
/** The heap goes up and down by a tenth with what has just been drawn: the middle one of the last three looks is told. */
const heap = quantile(
	rounds.slice(-3).map((round) => round.heap),
	0.5
);
const end = { ...last, heap };
const grown = (name: 'heap' | 'nodes' | 'listeners') => (100 * (end[name] - first[name])) / first[name];
const most = (name: 'contexts' | 'maps') => Math.max(...rounds.map((round) => round[name]));
const judged: (Line & { isGood: boolean })[] = [
	{
		what: `script heap after ${WARM} and ${visits} visits`,
		value: `${kilobytes(first.heap)}, ${kilobytes(heap)}: ${grown('heap').toFixed(1)} %`,
		bound: 'at most +10 %',
		isGood: grown('heap') <= 10
	},
	...(['nodes', 'listeners'] as const).map((name) => ({
		what: name === 'nodes' ? 'nodes of the document' : 'event listeners',
		value: `${first[name]}, ${last[name]}: ${grown(name).toFixed(1)} %`,
		bound: 'at most ±5 %',
		isGood: Math.abs(grown(name)) <= 5
	})),
	{
		what: 'graphics contexts',
		value: String(most('contexts')),
		bound: 'at most 2',
		isGood: most('contexts') <= 2
	},
	{
		what: `maps of the engine (${renderer})`,
		value: String(most('maps')),
		bound: 'at most 1',
		isGood: most('maps') <= 1
	},
	{ what: 'errors nobody caught', value: String(errors.length), bound: 'none', isGood: errors.length === 0 },
	{ what: 'resets that left something', value: String(leftovers), bound: 'none', isGood: leftovers === 0 }
];
console.log(`\n${minutes.toFixed(1)} minutes`);
printTable(
	judged.map(({ isGood, bound, ...line }) => ({ ...line, bound: `${bound}${isGood ? '' : '  ✗'}` }))
);
const raw = {
	at: new Date().toISOString(),
	seed,
	visits,
	warm: WARM,
	minutes,
	renderer,
	errors,
	leftovers,
	rounds
};
writeFileSync('soak-results.json', JSON.stringify(raw, null, '\t'));
console.log('\nRaw results: soak-results.json');
process.exitCode = judged.every(({ isGood }) => isGood) ? 0 : 1;
