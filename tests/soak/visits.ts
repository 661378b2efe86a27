import type { CDPSession, Page } from '@playwright/test';
import type { Dice } from '../bench/dice';

/** What a page holds on to once everything it does not need is gone. */
export interface Held {
	/** Bytes of the script heap. */
	heap: number;
	nodes: number;
	listeners: number;
	/** Graphics contexts that still draw. */
	contexts: number;
	/** Maps of the engine in the page. */
	maps: number;
}

/** Where every new visitor has to begin. */
export type ColdState = string;

/** Longer than any idle limit of the kiosk, and than its countdown. Milliseconds. */
const IDLE = 200_000;
const COUNTDOWN = 32_000;

/** Counts graphics contexts from their making on; before anything of the page runs. */
export async function watchContexts(page: Page) {
	await page.addInitScript(() => {
		const made = new Set<WeakRef<WebGL2RenderingContext>>();
		const native: unknown = Reflect.get(HTMLCanvasElement.prototype, 'getContext');
		const getContext = native as (...given: unknown[]) => unknown;
		const watched = function (this: HTMLCanvasElement, ...given: unknown[]) {
			const context = getContext.apply(this, given);
			if (context instanceof WebGL2RenderingContext && ![...made].some((one) => one.deref() === context))
				made.add(new WeakRef(context));
			return context;
		};
		Reflect.set(HTMLCanvasElement.prototype, 'getContext', watched);
		Reflect.set(window, 'countContexts', () => {
			for (const one of made) if (one.deref()?.isContextLost() ?? true) made.delete(one);
			return made.size;
		});
	});
}

/** What is held after everything that may go has gone: the least of a few looks, for a picture may be on its way. */
export async function measure(page: Page, session: CDPSession): Promise<Held> {
	const looks: Held[] = [];
	for (let look = 0; look < 4; look += 1) {
		await page.clock.runFor(500);
		looks.push(await lookOnce(page, session));
	}
	const least = (name: keyof Held) => Math.min(...looks.map((one) => one[name]));
	const most = (name: keyof Held) => Math.max(...looks.map((one) => one[name]));
	return {
		...{ heap: least('heap'), nodes: least('nodes'), listeners: least('listeners') },
		...{ contexts: most('contexts'), maps: most('maps') }
	};
}

async function lookOnce(page: Page, session: CDPSession): Promise<Held> {
	for (let time = 0; time < 3; time += 1) await session.send('HeapProfiler.collectGarbage');
	const { metrics } = await session.send('Performance.getMetrics');
	const of = (name: string) => metrics.find((one) => one.name === name)?.value ?? NaN;
	const [contexts, maps] = await page.evaluate(() => [
		(Reflect.get(window, 'countContexts') as () => number)(),
		document.querySelectorAll('.maplibregl-canvas').length
	]);
	return {
		heap: of('JSHeapUsedSize'),
		nodes: of('Nodes'),
		listeners: of('JSEventListeners'),
		contexts: contexts ?? NaN,
		maps: maps ?? NaN
	};
}

/** What the loop shows while nobody is there: the address of each of its views, over longer than one round. */
export async function readScenes(page: Page): Promise<ReadonlySet<string>> {
	const scenes = new Set<string>();
	for (let second = 0; second < 35; second += 1) {
		scenes.add(await readScene(page));
		await page.clock.runFor(1000);
	}
	return scenes;
}

/** The address of the view that is shown. */
export async function readScene(page: Page): Promise<string> {
	return (await page.locator('[data-visit]').getAttribute('data-query')) ?? '';
}

/** Everything that a visit could leave behind but the view, as text: equal texts, equal beginnings. */
export function readState(page: Page): Promise<ColdState> {
	return page.evaluate(() => {
		const root = document.querySelector<HTMLElement>('[data-visit]');
		const isOfStaff = (key: string) => key.startsWith('p38-kiosk-');
		const kept = [localStorage, sessionStorage].map((storage) =>
			Object.entries(storage).filter(([key]) => !isOfStaff(key))
		);
		const { place, idle, card, door } = root?.dataset ?? {};
		return JSON.stringify({
			...{ place, idle, card, door, kept },
			cookie: document.cookie,
			lang: [document.documentElement.lang, root?.lang],
			address: location.href,
			history: history.length,
			scroll: [
				scrollX,
				scrollY,
				...[...document.querySelectorAll('[data-scroll]')].map((one) => one.scrollTop)
			],
			zoom: [visualViewport?.scale, document.documentElement.style.fontSize],
			focus: document.activeElement?.tagName,
			selection: String(getSelection()),
			dialogs: document.querySelectorAll('dialog[open]').length
		});
	});
}

/**
 * A visitor of random touches, who at some time goes away without a word. Resolves when the screen waits for the next.
 * @param most touches, beyond the first four
 */
export async function visit(page: Page, session: CDPSession, dice: Dice, most = 12): Promise<void> {
	const size = page.viewportSize() ?? { width: 800, height: 600 };
	const before = await page.locator('[data-visit]').getAttribute('data-visit');
	await page.touchscreen.tap(size.width / 2, size.height / 3);
	for (let touch = 4 + dice.below(most); touch > 0; touch -= 1) {
		const spot = dice.chance(0.7) ? await findButton(page, dice) : null;
		const point = spot ?? { x: dice.below(size.width), y: dice.below(size.height) };
		if (!spot && dice.chance(0.4)) await drag(session, point, dice);
		else await page.touchscreen.tap(point.x, point.y);
	}
	await goAway(page, before);
}

async function goAway(page: Page, before: string | null): Promise<void> {
	await page.clock.fastForward(IDLE);
	// Second by second: each is counted by a timer that the one before has set.
	await page.clock.runFor(COUNTDOWN);
	await page.waitForFunction(
		(last) => {
			const { visit, place } = document.querySelector<HTMLElement>('[data-visit]')?.dataset ?? {};
			return visit !== last && place === 'attract';
		},
		before,
		{ polling: 20 }
	);
}

/**
 * Opens everything once, for whatever is opened first leaves its pattern with the page: each card, each door and all that can be
 * pressed behind it.
 */
export async function tour(page: Page): Promise<void> {
	const before = await page.locator('[data-visit]').getAttribute('data-visit');
	const press = (selector: string, number = 0) => page.locator(selector).nth(number).tap();
	const at = (place: string) => page.waitForSelector(`[data-visit][data-place="${place}"]`);
	await page.touchscreen.tap(200, 200);
	await at('language');
	await press('.dock button');
	await at('card');
	while ((await page.locator('[data-place="card"]').count()) > 0) await press('.dock .main');
	await at('doors');
	const doors = await page.locator('button.door').count();
	for (let door = 0; door < doors; door += 1) {
		await press('button.door', door);
		await at('door');
		const buttons = await page.locator('.dock .here button').count();
		// The first is the way back; what cannot be pressed yet is left.
		for (let button = 1; button < buttons; button += 1)
			await page
				.locator('.dock .here button')
				.nth(button)
				.tap({ timeout: 1000 })
				.catch(() => {});
		await page.keyboard.press('Home');
		await at('doors');
	}
	await goAway(page, before);
}

function findButton(page: Page, dice: Dice): Promise<{ x: number; y: number } | null> {
	return page.evaluate(
		(share) => {
			const ground = document.querySelector('dialog[open]') ?? document;
			const boxes = [...ground.querySelectorAll('button:not(:disabled)')]
				.map((button) => button.getBoundingClientRect())
				.filter(
					({ width, height, top, bottom }) => width > 0 && height > 0 && top < innerHeight && bottom > 0
				);
			const box = boxes[Math.floor(share * boxes.length)];
			return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
		},
		dice.below(1000) / 1000
	);
}

/** One to three fingers, a short way in any direction. */
async function drag(session: CDPSession, { x, y }: { x: number; y: number }, dice: Dice) {
	const count = 1 + dice.below(3);
	const [across, down] = [dice.below(160) - 80, dice.below(160) - 80];
	const fingers = (share: number) =>
		Array.from({ length: count }, (_, id) => ({
			id,
			x: Math.max(x + id * 40 + across * share * (id === 1 ? -1 : 1), 0),
			y: Math.max(y + down * share, 0)
		}));
	await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(0) });
	for (const share of [0.3, 0.6, 1])
		await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(share) });
	await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
