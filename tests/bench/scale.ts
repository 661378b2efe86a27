import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Browser, CDPSession, Page } from 'playwright';
import { build } from 'vite';
import { serveSite } from '../../src/cli/serve.mjs';
import { WORDS } from '../../src/cli/words.mjs';
import { generateData } from './generate';
import type { StageHandle } from './stage/main';
import { ratio, spread, type Line } from './table';

const SIZES = [500, 5000, 50_000] as const;
const ROUNDS = 3;
/** Of a round, spread over the whole collection. No multiple of 7. */
const CHOICES = 40;
const DAY = 86_400_000;

interface Measured {
	pan: number[];
	zoom: number[];
	select: number[];
	frames: number[];
	whole: number[];
	times: StageHandle['times'];
	heap: number;
}

/** Chart, map, loading and heap at three sizes of one kind of collection, each against the smallest of the same run. */
export async function measureScale(browser: Browser): Promise<Line[]> {
	const folder = mkdtempSync(join(tmpdir(), 'bench-stage-'));
	try {
		await buildStage(folder);
		for (const size of SIZES)
			writeFileSync(join(folder, `data-${size}.json`), JSON.stringify(generateData(size)));
		const site = await serveSite({ dir: folder, port: 0 });
		const chart = await measureAll(browser, (size) => `${site.url}?size=${size}`, 'chart');
		const map = await measureMap(browser, site.url);
		await site.close();
		return [...chartLines(chart), ...map, ...loadLines()];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** A map that breaks must not take the other figures with it: the table says so. */
async function measureMap(browser: Browser, url: string): Promise<Line[]> {
	try {
		return mapLines(await measureAll(browser, (size) => `${url}?part=map&size=${size}`, 'map'));
	} catch (error) {
		return [{ what: 'map', value: 'not measured', bound: String(error).split('\n')[0] ?? '' }];
	}
}

async function buildStage(outDir: string) {
	await build({
		configFile: false,
		logLevel: 'error',
		root: resolve('tests/bench/stage'),
		publicDir: false,
		base: './',
		resolve: { alias: { $lib: resolve('src/lib') } },
		plugins: [paraglideVitePlugin(WORDS), svelte({ configFile: false, compilerOptions: { runes: true } })],
		build: { outDir, emptyOutDir: true, target: 'esnext', assetsInlineLimit: 0 },
		worker: { format: 'es' }
	});
}

/** The sizes by turns, so that a busy minute of the machine does not fall on one of them alone. */
async function measureAll(browser: Browser, address: (size: number) => string, part: 'chart' | 'map') {
	const found = new Map<number, Measured>();
	for (let round = 0; round < ROUNDS; round++) {
		for (const size of SIZES) {
			const one = await measureOne(browser, address(size), part);
			const before = found.get(size);
			if (before)
				for (const key of ['pan', 'zoom', 'select', 'frames', 'whole'] as const)
					one[key].push(...before[key]);
			found.set(size, one);
		}
	}
	return found;
}

async function measureOne(browser: Browser, url: string, part: 'chart' | 'map'): Promise<Measured> {
	const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
	const page = await context.newPage();
	await page.goto(url);
	await page.waitForFunction(() => 'stage' in globalThis);
	const session = await context.newCDPSession(page);
	const heap = await heapOf(session);
	const times = await page.evaluate(() => (Reflect.get(globalThis, 'stage') as StageHandle).times);
	const motion = part === 'chart' ? await moveChart(page) : await moveMap(page);
	const chosen = await choose(page, part);
	await context.close();
	return { ...motion, ...chosen, times, heap };
}

async function heapOf(session: CDPSession): Promise<number> {
	await session.send('HeapProfiler.collectGarbage');
	const { usedSize } = await session.send('Runtime.getHeapUsage');
	return usedSize;
}

/**
 * Milliseconds of script, style and layout for each frame of a pan and of a zoom: over the whole span, the busy weeks, two days.
 * No function with a name of its own in the page: the compiler would mark it with a helper the page does not have.
 */
function moveChart(page: Page): Promise<Pick<Measured, 'pan' | 'zoom'>> {
	return page.evaluate(async (day) => {
		const { view, flushSync } = Reflect.get(globalThis, 'stage') as StageHandle;
		const svg = document.querySelector('svg.lanes');
		const { span, opening } = view.catalogue.about;
		const middle = opening.cursor;
		const windows: { kind: 'pan' | 'zoom'; window: [number, number] }[] = [];
		for (const length of [2000 * day, 300 * day, 38 * day, 8 * day, 2 * day])
			for (let step = -5; step < 5; step++) {
				const from = middle - length / 2 + (step * length) / 60;
				windows.push({ kind: 'pan', window: [from, from + length] });
			}
		for (let step = 0; step < 48; step++) {
			const length = (span[1] - span[0]) / Math.pow(1.4, step < 24 ? step : 48 - step);
			windows.push({ kind: 'zoom', window: [middle - length * 0.5, middle + length * 0.5] });
		}
		const found: { pan: number[]; zoom: number[] } = { pan: [], zoom: [] };
		for (const { kind, window } of windows) {
			await new Promise((resolve) => requestAnimationFrame(resolve));
			const start = performance.now();
			view.showWindow(window);
			flushSync();
			svg?.getBoundingClientRect();
			found[kind].push(performance.now() - start);
		}
		return found;
	}, DAY);
}

/** The same for the map: the camera a step to the side, then closer. */
function moveMap(page: Page): Promise<Pick<Measured, 'pan' | 'zoom'>> {
	return page.evaluate(async () => {
		const { view, flushSync } = Reflect.get(globalThis, 'stage') as StageHandle;
		const map = document.querySelector('[data-view="map"]');
		const { centre, zoom } = view.opening.camera;
		const found: { pan: number[]; zoom: number[] } = { pan: [], zoom: [] };
		for (let step = 0; step < 96; step++) {
			await new Promise((resolve) => requestAnimationFrame(resolve));
			const kind = step < 48 ? 'pan' : 'zoom';
			const start = performance.now();
			view.moveTo(
				kind === 'pan'
					? { centre: [centre[0] + step / 48, centre[1]], zoom }
					: { centre, zoom: zoom + (step - 48) / 48 }
			);
			flushSync();
			map?.getBoundingClientRect();
			found[kind].push(performance.now() - start);
		}
		return found;
	});
}

/**
 * Milliseconds of script, style and layout of a choice; frames of a sixtieth of a second until it is marked as chosen in the
 * drawing, and until all around it is drawn too.
 */
function choose(page: Page, part: 'chart' | 'map'): Promise<Pick<Measured, 'select' | 'frames' | 'whole'>> {
	return page.evaluate(
		async ([where, turns]) => {
			const { view, flushSync } = Reflect.get(globalThis, 'stage') as StageHandle;
			view.restore('');
			const { documents } = view.catalogue.data;
			const found: { select: number[]; frames: number[]; whole: number[] } = {
				select: [],
				frames: [],
				whole: []
			};
			for (let turn = 0; turn < turns; turn++) {
				const record = documents[Math.floor(((turn * 7) % turns) * (documents.length / turns))];
				if (!record || Object.keys(record.dates).length === 0) continue;
				// A reader chooses on a page that rests: what the turn before left to draw is not counted here.
				for (let rest = 0; rest < 6; rest++) await new Promise((resolve) => requestAnimationFrame(resolve));
				const before = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
				const start = performance.now();
				view.select(`document:${record.id}`, 'link');
				flushSync();
				document.body.getBoundingClientRect();
				found.select.push(performance.now() - start);
				let after: number;
				let tries = 0;
				do after = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
				while (++tries < 10 && where === 'chart' && !document.querySelector('.mark.selected'));
				// By the clock: a frame that takes long is several that were missed.
				found.frames.push(Math.max(Math.round(((after - before) * 60) / 1000), 1));
				while (document.querySelector('.settling'))
					after = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
				found.whole.push(Math.max(Math.round(((after - before) * 60) / 1000), 1));
			}
			return found;
		},
		[part, CHOICES] as const
	);
}

function chartLines(all: ReadonlyMap<number, Measured>): Line[] {
	const base = all.get(SIZES[0]);
	return [...all].flatMap(([size, one]) => [
		motionLine(`chart, pan, ${size} records`, one.pan, base?.pan),
		motionLine(`chart, zoom, ${size} records`, one.zoom, base?.zoom),
		{
			what: `chart, choosing, ${size} records`,
			value: spread(one.frames, 'frames'),
			bound: `≤ 2 at p95; ${spread(one.select, 'ms')}; all around it ${spread(one.whole, 'frames')}`,
			raw: one.frames
		},
		{
			what: `page, ${size} records: parse, join, draw`,
			value: `${one.times.parse.toFixed(0)} + ${one.times.join.toFixed(0)} + ${one.times.mount.toFixed(0)} ms`,
			bound: '',
			raw: [one.times.parse, one.times.join, one.times.mount]
		},
		{
			what: `JS heap after load, chart, ${size} records`,
			value: `${(one.heap / 1e6).toFixed(1)} MB`,
			bound: size === 50_000 ? '≤ 150 MB' : '',
			raw: [one.heap]
		}
	]);
}

function mapLines(all: ReadonlyMap<number, Measured>): Line[] {
	const base = all.get(SIZES[0]);
	return [...all].flatMap(([size, one]) => [
		motionLine(`map, pan, ${size} records`, one.pan, base?.pan),
		motionLine(`map, zoom, ${size} records`, one.zoom, base?.zoom),
		motionLine(`map, choosing, ${size} records`, one.select, base?.select)
	]);
}

function motionLine(what: string, values: readonly number[], base: readonly number[] = values): Line {
	return { what, value: spread(values, 'ms'), bound: `${ratio(values, base)}; ≤ 1.5 at 50000`, raw: values };
}

/** Reading the files is the greater part of a build: a process for each size. */
function loadLines(): Line[] {
	const each = SIZES.map((size) => {
		const output = execFileSync(
			process.execPath,
			['--max-old-space-size=8192', '--import', 'tsx', 'tests/bench/load.ts', String(size)],
			{ encoding: 'utf8' }
		);
		return { size, ...(JSON.parse(output) as { read: number; catalogue: number }) };
	});
	const [first] = each;
	return each.map(({ size, read, catalogue }) => ({
		what: `files read, checked, joined, ${size} records`,
		value: `${(read / 1000).toFixed(2)} s, ${((read / size) * 1000).toFixed(0)} µs a record`,
		bound: `× ${(read / size / ((first?.read ?? read) / (first?.size ?? size))).toFixed(2)} a record; catalogue ${catalogue.toFixed(0)} ms`,
		raw: [read, catalogue]
	}));
}
