import { readFileSync } from 'node:fs';
import { measureScreen, REACH } from '../../src/lib/model/kiosk-screen';
import { expect, test, watchContext } from './harness';
import {
	dice,
	findClipped,
	findWaysOut,
	LANDSCAPE,
	measureContrast,
	measureControls,
	measureLetters,
	PITCH,
	PORTRAIT,
	standInForVoice,
	Visitor
} from './kiosk-driver';

// One page for all: each test loads it anew, from what the browser has kept.
test.describe.configure({ mode: 'serial' });

let visitor: Visitor;
let context: Visitor['page'] extends { context(): infer C } ? C : never;
const complaints: string[] = [];

test.beforeAll(async ({ browser, baseURL }) => {
	context = await browser.newContext({
		...{ baseURL, viewport: PORTRAIT, hasTouch: true, isMobile: true },
		...{ reducedMotion: 'reduce', serviceWorkers: 'block', timezoneId: 'UTC', locale: 'en-GB' }
	});
	await watchContext(context, new URL(baseURL ?? '').origin, complaints);
	await standInForVoice(context);
	await context.clock.install();
	visitor = new Visitor(await context.newPage());
});
test.afterEach(() => {
	expect(complaints, 'nothing may go wrong unseen').toEqual([]);
	expect(context.pages()).toHaveLength(1);
});
test.afterAll(() => context.close());

const dialog = () => visitor.page.getByRole('alertdialog');

test('kiosk 01: loaded cold, it plays its loop', async () => {
	await visitor.arrive();
	expect(await visitor.at()).toBe('attract');
	const first = await visitor.page.locator('h1').textContent();
	await visitor.pass(10);
	await expect(visitor.page.locator('h1')).not.toHaveText(first ?? '');
	await visitor.pass(40);
	expect(await visitor.at()).toBe('attract');
	await expect(visitor.page.locator('p.touch')).toContainText('화면을 만지세요');
});

test('kiosk 02: a tap anywhere enters, and presses nothing beneath', async () => {
	await visitor.arrive();
	// What a shell clicks by itself when the page has come is no visitor.
	await visitor.page.mouse.click(1, 1);
	expect(await visitor.at()).toBe('attract');
	await visitor.tap(540, 300);
	const button = await visitor.page.getByRole('button', { name: '한국어' }).boundingBox();
	await visitor.arrive();
	const spot = [(button?.x ?? 0) + 200, (button?.y ?? 0) + 30] as const;
	await visitor.touch('touchStart', [spot]);
	expect(await visitor.at()).toBe('language');
	await visitor.touch('touchEnd', []);
	expect(await visitor.at()).toBe('language');
	await visitor.tap(...spot);
	expect(await visitor.at()).toBe('card question');
	// Within the task of the touch itself, before the next frame.
	await visitor.arrive();
	const place = await visitor.page.evaluate(async () => {
		document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, clientX: 9, clientY: 9 }));
		await Promise.resolve();
		return document.querySelector<HTMLElement>('.kiosk')?.dataset['place'];
	});
	expect(place).toBe('language');
});

test('kiosk 03: a key enters, and presses nothing', async () => {
	await visitor.arrive();
	await visitor.page.keyboard.press('Enter');
	expect(await visitor.at()).toBe('language');
	expect((await visitor.spoken()).said[0]).toContain('asking, advising or ordering');
});

test('kiosk 04: idle 89 s, still active', async () => {
	await visitor.arrive();
	await visitor.enter();
	await visitor.pass(89);
	await expect(dialog()).toHaveCount(0);
});

test('kiosk 05: idle 91 s opens the dialog', async () => {
	await visitor.pass(2);
	await expect(dialog()).toBeVisible();
	await expect(dialog()).toContainText(/In (29|30) seconds/);
	expect(await dialog().evaluate((box) => box.contains(document.activeElement))).toBe(true);
});

test('kiosk 06: the dialog waits 29 s, and after 31 s the loop plays', async () => {
	await visitor.pass(28);
	await expect(dialog()).toBeVisible();
	expect(await visitor.at()).toBe('card question');
	await visitor.pass(2);
	await expect(dialog()).toHaveCount(0);
	expect(await visitor.at()).toBe('attract');
});

test('kiosk 07: "I’m still here" extends, twelve times', async () => {
	await visitor.arrive();
	await visitor.enter();
	await visitor.forward();
	for (let answer = 0; answer < 12; answer++) {
		await visitor.pass(91);
		await dialog().getByRole('button').tap();
		await expect(dialog()).toHaveCount(0);
	}
	expect(await visitor.at()).toBe('card phrase');
});

test('kiosk 08: with a document open nobody is asked before 150 s', async () => {
	await visitor.openDoor(0);
	expect(await visitor.at()).toBe('door telegram');
	await visitor.pass(149);
	await expect(dialog()).toHaveCount(0);
	await visitor.pass(2);
	await expect(dialog()).toBeVisible();
});

test('kiosk 09: speech pauses the clock', async () => {
	await visitor.arrive();
	await visitor.enter();
	await visitor.page.getByRole('button', { name: 'Read aloud' }).tap();
	await visitor.room.locator('.words .text').focus();
	await visitor.pass(45);
	await visitor.endSpeech();
	await visitor.pass(60);
	await expect(dialog()).toHaveCount(0);
	await visitor.pass(32);
	await expect(dialog()).toBeVisible();
});

test('kiosk 10: a reset leaves what a cold start finds', async () => {
	const look = () =>
		visitor.page.evaluate(() => {
			const room = document.querySelector<HTMLElement>('.kiosk');
			const { place, query, idle, keys } = room?.dataset ?? {};
			return {
				...{ place, query, idle, keys, lang: document.documentElement.lang, inner: room?.lang },
				local: Object.keys(localStorage).filter((key) => key !== 'p38-kiosk-visits'),
				session: Object.keys(sessionStorage).filter((key) => !key.startsWith('sveltekit:')),
				...{ cookie: document.cookie, scrolled: document.documentElement.scrollTop },
				...{ scale: visualViewport?.scale, focus: document.activeElement?.tagName },
				selected: String(getSelection()),
				map: document.querySelector('svg.picture g[transform^="scale"]')?.getAttribute('transform'),
				history: history.length
			};
		});
	await visitor.arrive();
	await visitor.page.evaluate(() => localStorage.clear());
	// A picture is only taken of a page whose parts have found their sizes.
	await visitor.page.screenshot();
	const cold = await look();
	await visitor.page.keyboard.press('ArrowDown');
	await visitor.page.getByRole('button', { name: '中文' }).tap();
	await visitor.openDoor(1);
	await visitor.room.locator('.wide').nth(1).tap();
	await visitor.room.getByRole('button', { name: '放大' }).tap();
	await visitor.spread(visitor.room.locator('[data-part="map"]'));
	await visitor.page.evaluate(() => {
		localStorage.setItem('p38-note', 'of a visitor');
		sessionStorage.setItem('p38-note', 'of a visitor');
		document.cookie = 'note=visitor; path=/';
	});
	await visitor.openDoor(2);
	await visitor.room.locator('.here .desk').nth(1).tap();
	expect(await look()).not.toEqual(cold);
	await visitor.endSpeech();
	await visitor.pass(92);
	await visitor.endSpeech();
	await visitor.pass(32);
	await visitor.page.screenshot();
	expect(await look()).toEqual(cold);
	expect((await visitor.spoken()).said.length).toBeGreaterThan(0);
});

test('kiosk 11: Back does not open the last visitor’s view again', async () => {
	await visitor.arrive();
	const length = await visitor.page.evaluate(() => history.length);
	await visitor.enter();
	await visitor.openDoor(0);
	expect(await visitor.page.evaluate(() => history.length)).toBe(length);
	await visitor.page.keyboard.press('Alt+ArrowLeft');
	await visitor.page.keyboard.press('Escape');
	expect(await visitor.at()).toBe('doors');
	await visitor.pass(122);
	await visitor.page.goBack();
	await visitor.page.goForward();
	await expect(visitor.room).toHaveAttribute('data-place', 'attract');
});

test('kiosk 12: two fingers never enlarge the page', async () => {
	await visitor.arrive();
	const scale = () => visitor.page.evaluate(() => visualViewport?.scale);
	await visitor.enter();
	for (const part of ['words', 'strip', 'dock', 'map'])
		await visitor.spread(visitor.room.locator(`[data-part="${part}"]`));
	expect(await scale()).toBe(1);
	await visitor.openDoor(0);
	await visitor.spread(visitor.room.locator('[data-letter]'));
	expect(await scale()).toBe(1);
	await visitor.pass(151);
	await visitor.spread(dialog());
	expect(await scale()).toBe(1);
});

test('kiosk 13: two fingers enlarge the map within its limits, and never turn it', async () => {
	await visitor.arrive();
	await visitor.enter();
	await visitor.openDoor(1);
	const map = visitor.room.locator('svg.picture g[transform^="scale"]').first();
	const scaleOf = async () => {
		const transform = (await map.getAttribute('transform')) ?? '';
		expect(transform).toMatch(/^scale\([\d.]+\) translate\(-?[\d.]+ -?[\d.]+\)$/);
		return Number(/scale\(([\d.]+)/.exec(transform)?.[1]);
	};
	const before = await scaleOf();
	await visitor.spread(visitor.room.locator('[data-part="map"]'));
	expect(await scaleOf()).toBeGreaterThan(before);
	for (let more = 0; more < 4; more++) await visitor.spread(visitor.room.locator('[data-part="map"]'));
	// Zoom 10, and 32 pixels to a unit of the map.
	expect(await scaleOf()).toBeLessThanOrEqual(32);
	for (let away = 0; away < 7; away++) await visitor.room.getByRole('button', { name: 'Zoom out' }).tap();
	expect(await scaleOf()).toBeGreaterThan(0.3);
	await expect(visitor.page.locator('.drawn')).toBeVisible();
});

test('kiosk 14: swipes from the edges lead nowhere', async () => {
	await visitor.arrive();
	await visitor.enter();
	const url = visitor.page.url();
	const { width, height } = PORTRAIT;
	for (const [from, to] of [
		[
			[1, 900],
			[800, 900]
		],
		[
			[width - 1, 900],
			[200, 900]
		],
		[
			[500, 1],
			[500, 1200]
		],
		[
			[500, height - 1],
			[500, 300]
		]
	] as const)
		await visitor.swipe(from, to);
	expect(visitor.page.url()).toBe(url);
	expect(await visitor.at()).toBe('card question');
	expect(await visitor.page.evaluate(() => [scrollX, scrollY])).toEqual([0, 0]);
});

test('kiosk 15: a long press opens no menu, selects and drags nothing', async () => {
	await visitor.page.evaluate(() => {
		const seen: string[] = [];
		Object.assign(window, { seen });
		for (const type of ['contextmenu', 'selectstart', 'dragstart'])
			addEventListener(type, (event) => seen.push(`${type} ${event.defaultPrevented}`));
	});
	const text = await visitor.room.locator('.words .text').boundingBox();
	const seen = () => visitor.page.evaluate(() => Reflect.get(globalThis, 'seen') as string[]);
	await visitor.press((text?.x ?? 0) + 60, (text?.y ?? 0) + 20);
	await visitor.page.mouse.dblclick((text?.x ?? 0) + 60, (text?.y ?? 0) + 20);
	// Whether this browser shows a menu by itself or not: it would be refused.
	await visitor.page.evaluate(() => {
		for (const type of ['contextmenu', 'selectstart', 'dragstart'])
			for (const one of document.querySelectorAll('.words p, button, [data-part="map"] svg'))
				one.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
	});
	expect(new Set(await seen())).toEqual(new Set(['contextmenu true', 'selectstart true', 'dragstart true']));
	expect(await visitor.page.evaluate(() => String(getSelection()))).toBe('');
	expect(await visitor.at()).toBe('card question');
});

test('kiosk 16: ten fingers at once break nothing, five times a minute of them', async () => {
	await visitor.arrive();
	const { width, height } = PORTRAIT;
	for (const seed of [1, 2, 3, 4, 5]) {
		const roll = dice(seed);
		const hand = () =>
			Array.from({ length: 10 }, () => [Math.floor(roll() * width), Math.floor(roll() * height)] as const);
		for (let moment = 0; moment < 6; moment++) {
			await visitor.touch('touchStart', hand());
			await visitor.touch('touchMove', hand());
			await visitor.touch('touchEnd', []);
			await visitor.tap(Math.floor(roll() * width), Math.floor(height * (0.6 + roll() * 0.4)));
			await visitor.pass(10);
		}
		await visitor.endSpeech();
		await visitor.pass(152);
		await visitor.endSpeech();
		await visitor.pass(152);
		await visitor.pass(32);
		expect(await visitor.at(), `after seed ${seed}`).toBe('attract');
		await visitor.enter();
		expect(await visitor.at()).toBe('card question');
	}
});

/** What is seen on the whole tour, upright: one walk serves the items that only look. */
interface Seen {
	place: string;
	controls: Awaited<ReturnType<typeof measureControls>>;
	letters: Awaited<ReturnType<typeof measureLetters>>;
	contrasts: Awaited<ReturnType<typeof measureContrast>>;
	/** What could lead away, as HTML. */
	ways: string[];
}
let walk: { seen: Seen[]; asked: Set<string>; renderer: string | null; url: string } | undefined;

async function lookAround() {
	if (walk) return walk;
	const asked = new Set<string>();
	context.on('request', (request) => asked.add(new URL(request.url()).origin));
	await visitor.page.setViewportSize(PORTRAIT);
	await visitor.arrive();
	const seen: Seen[] = [];
	await visitor.tour(async (place) => {
		const { page } = visitor;
		await expect(dialog()).toHaveCount(0);
		seen.push({
			...{ place, controls: await measureControls(page), letters: await measureLetters(page) },
			...{ contrasts: await measureContrast(page), ways: await findWaysOut(page) }
		});
	});
	const renderer = await visitor.page.locator('[data-map-ready]').getAttribute('data-map-ready');
	return (walk = { seen, asked, renderer, url: visitor.page.url() });
}

test('kiosk 17: every control is 20 mm and more, with 8 px between', async () => {
	const { seen } = await lookAround();
	for (const { place, controls } of seen) {
		expect(controls.length, place).toBeGreaterThan(2);
		expectFingerRoom(controls, PITCH, place);
	}
});

/** Each control 20 mm and more, and 8 px to the next. */
function expectFingerRoom(controls: Seen['controls'], pitch: number, place: string) {
	for (const { name, left, top, right, bottom } of controls)
		expect(Math.min(right - left, bottom - top) * pitch, `${place}: ${name}`).toBeGreaterThanOrEqual(20);
	for (const [index, one] of controls.entries())
		for (const other of controls.slice(index + 1)) {
			const across = Math.max(other.left - one.right, one.left - other.right);
			const down = Math.max(other.top - one.bottom, one.top - other.bottom);
			const names = `${place}: ${one.name} and ${other.name}`;
			expect(Math.max(across, down), names).toBeGreaterThanOrEqual(8);
		}
}

const MOUNTINGS = [
	{ ...PORTRAIT, pitch: 0.63, bottom: 700 },
	// As low as one may hang.
	{ ...LANDSCAPE, pitch: PITCH, bottom: 357 },
	{ width: 3840, height: 2160, pitch: 0.315, bottom: 500 }
];
for (const { width, height, pitch, bottom } of MOUNTINGS) {
	test(`kiosk 18: controls within reach, ${width} × ${height} at ${bottom} mm`, async () => {
		await visitor.page.setViewportSize({ width, height });
		await visitor.arrive(`?pitch=${pitch}&bottom=${bottom}`);
		const isReached = async (place: string) => {
			const controls = await measureControls(visitor.page);
			for (const { name, top, bottom: lower } of controls) {
				const middle = bottom + (height - (top + lower) / 2) * pitch;
				expect(middle, `${place}: ${name}`).toBeGreaterThanOrEqual(REACH.least);
				expect(middle, `${place}: ${name}`).toBeLessThanOrEqual(REACH.most);
			}
			expectFingerRoom(controls, pitch, place);
			await expect.poll(() => findClipped(visitor.page), place).toEqual([]);
		};
		await visitor.tour(isReached);
		await visitor.page.getByRole('button', { name: 'Sources' }).tap();
		await isReached('sources');
		await visitor.page.keyboard.press('Escape');
		await visitor.pass(92);
		await isReached('dialog');
	});
}

test('kiosk 19: nothing leads out', async () => {
	const { seen, url } = await lookAround();
	for (const { place, ways } of seen) expect(ways, place).toEqual([]);
	expect(new URL(url).pathname).toBe('/kiosk/');
	await visitor.page.setViewportSize(PORTRAIT);
	await visitor.arrive();
	await visitor.enter();
	await visitor.openDoor(1);
	await visitor.page.getByRole('button', { name: 'Sources' }).tap();
	const sources = visitor.page.getByRole('dialog');
	await expect(sources.getByRole('img', { name: /^QR code of the address/ }).first()).toBeVisible();
	expect(await findWaysOut(visitor.page)).toEqual([]);
});

test('kiosk 20: it asks no other host for anything', async () => {
	const { asked, url } = await lookAround();
	expect([...asked]).toEqual([new URL(url).origin]);
});

test('kiosk 24: without 3D the drawn map carries the whole tour', async () => {
	const { seen, renderer } = await lookAround();
	expect(renderer).toBe('svg');
	expect(seen.map(({ place }) => place)).toEqual([
		...['language', 'card question', 'card phrase', 'card map', 'card so-what', 'doors'],
		...['door telegram', 'door front', 'door desks']
	]);
});

/** The translation says of itself that nobody who grew up with the language has read it. */
const UNCHECKED = { ko: messagesOf('ko'), 'zh-Hans': messagesOf('zh') };
function messagesOf(language: string): string {
	const words = JSON.parse(readFileSync(`src/messages/${language}.json`, 'utf8')) as Record<string, string>;
	return words['kiosk_unchecked_short'] ?? 'no such words';
}

for (const [name, size] of [
	['upright', PORTRAIT],
	['lying', LANDSCAPE]
] as const) {
	test(`kiosk 27: the language changes everywhere, and nothing else; ${name}`, async () => {
		await visitor.page.setViewportSize(size);
		await visitor.arrive();
		await visitor.tour(async (place) => {
			if (place === 'language') return;
			const look = () => visitor.room.evaluate((room: HTMLElement) => room.dataset['query']);
			const before = await look();
			for (const [language, tag] of [
				['한국어', 'ko'],
				['中文', 'zh-Hans'],
				['English', 'en']
			] as const) {
				await visitor.page.getByRole('button', { name: language, exact: true }).tap();
				expect(await visitor.at()).toBe(place);
				expect(await look(), place).toBe(before);
				await expect(visitor.page.locator('html')).toHaveAttribute('lang', tag);
				await expect(visitor.room).toHaveAttribute('lang', tag);
				await expect.poll(() => findClipped(visitor.page), `${place} in ${tag}`).toEqual([]);
				const { letter } = measureScreen({ pitch: PITCH, ...size, bottom: 760, distance: 600 });
				const small = (await measureLetters(visitor.page)).filter((one) => one.size < letter - 0.5);
				expect(small, `${place} in ${tag}`).toEqual([]);
				if (tag !== 'en' && place.startsWith('card'))
					await expect(visitor.room).toContainText(UNCHECKED[tag]);
			}
			if (place === 'door telegram')
				await expect(visitor.room.locator('[data-letter]')).toHaveAttribute('lang', 'en');
		});
		await visitor.page.getByRole('button', { name: '한국어', exact: true }).tap();
		await visitor.pass(122);
		await expect(visitor.page.locator('html')).toHaveAttribute('lang', 'en');
	});
}

test('kiosk 28: letters as large as the distance asks', async () => {
	const { letter } = measureScreen({ pitch: PITCH, ...PORTRAIT, bottom: 760, distance: 600 });
	for (const { place, letters } of (await lookAround()).seen) {
		expect(letters.length, place).toBeGreaterThan(5);
		expect(
			letters.filter(({ size }) => size < letter - 0.5),
			place
		).toEqual([]);
	}
});

test('kiosk 28: contrast of text 7:1, of lines and signs 4.5:1', async () => {
	const isOfMap = ({ name }: { name: string }) => name.startsWith('map .');
	const { seen } = await lookAround();
	for (const { place, contrasts } of seen) {
		const pale = contrasts.filter((one) => one.contrast < (isOfMap(one) ? 4.5 : 7));
		expect(pale, place).toEqual([]);
		if (place === 'doors')
			expect(contrasts.filter(isOfMap).map(({ name }) => name)).toContain('map .front .inner');
	}
});

test('kiosk 29: the keypad goes everywhere, and says what it comes to', async () => {
	await visitor.page.setViewportSize(PORTRAIT);
	await visitor.arrive();
	const { keyboard } = visitor.page;
	const pressUntil = async (name: RegExp) => {
		for (let step = 0; step < 30; step++) {
			const said = (await visitor.spoken()).said.at(-1) ?? '';
			if (name.test(said)) return keyboard.press('Enter');
			await keyboard.press('ArrowDown');
		}
		throw new Error(`nothing said ${name.source}`);
	};
	await keyboard.press('ArrowRight');
	await pressUntil(/^English, button/);
	for (const next of [
		/^One sentence of it, button/,
		/^Why the hurry.*button/,
		/^So what.*button/,
		/^Go deeper, button/
	])
		await pressUntil(next);
	expect(await visitor.at()).toBe('doors');
	const heard = await visitor.spoken();
	expect(heard.said.join('\n')).toMatch(/The words of the document: … please consider/);
	// Each was interrupted by the next.
	expect(heard.cancelled).toBeGreaterThan(heard.said.length - 3);
	await pressUntil(/^The telegram itself/);
	await pressUntil(/^Next phrase, button/);
	await keyboard.press('Home');
	expect(await visitor.at()).toBe('doors');
	await pressUntil(/^The front, claim by claim/);
	await pressUntil(/^Later, button/);
	await keyboard.press('Escape');
	await pressUntil(/^Who had heard what/);
	await pressUntil(/^Peking, button/);
	await expect(visitor.page.locator('h1')).toHaveText('Peking');
	await pressUntil(/^Say it again, button/);
	const { said } = await visitor.spoken();
	expect(said.at(-1)).toBe(said.at(-2));
	await pressUntil(/^Louder, button/);
	expect((await visitor.spoken()).said.at(-1)).toBe('Volume 7 of 10');
	await keyboard.press('Escape');
	await keyboard.press('Escape');
	expect(await visitor.at()).toBe('card so-what');
});

test('the staff opens its panel by a gesture and a code, and a visit is counted', async () => {
	await visitor.arrive();
	await visitor.page.evaluate(() => localStorage.clear());
	for (let tap = 0; tap < 5; tap++) await visitor.tap(PORTRAIT.width - 20, 20);
	const panel = visitor.page.getByRole('dialog');
	for (const digit of '3802') await panel.getByRole('button', { name: digit, exact: true }).tap();
	await expect(panel.getByRole('heading')).toHaveText('Code for the staff');
	for (const digit of '3801') await panel.getByRole('button', { name: digit, exact: true }).tap();
	await expect(panel.getByRole('heading')).toHaveText('For the staff');
	// The staff itself is no visitor.
	await expect(panel).not.toContainText('since');
	await expect(panel).toContainText('SVG');
	const coming = visitor.page.waitForEvent('download');
	await panel.getByRole('button', { name: 'Save' }).tap();
	const report = readFileSync(await (await coming).path(), 'utf8');
	expect(report).toMatch(/^Version: [0-9a-f]{6,}$/m);
	expect(report).toMatch(/^Map drawn by: SVG$/m);
	for (const { name, left, top, right, bottom } of await measureControls(visitor.page))
		expect(Math.min(right - left, bottom - top) * PITCH, name).toBeGreaterThanOrEqual(20);
	await panel.getByRole('button', { name: 'Close' }).tap();
	expect(await visitor.at()).toBe('attract');

	await visitor.enter();
	await visitor.pass(122);
	for (let tap = 0; tap < 5; tap++) await visitor.tap(PORTRAIT.width - 20, 20);
	for (const digit of '3801') await panel.getByRole('button', { name: digit, exact: true }).tap();
	await expect(panel).toContainText('1 since');
	const again = visitor.page.waitForEvent('load');
	await panel.getByRole('button', { name: 'Restart' }).tap();
	await again;
	await expect(visitor.room).toHaveAttribute('data-place', 'attract');
});
