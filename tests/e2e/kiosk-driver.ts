import type { BrowserContext, CDPSession, Locator, Page } from '@playwright/test';
import { expect } from './harness';

/** How a kiosk's page is opened: a touch screen upright, nothing moving by itself. */
export const PORTRAIT = { width: 1080, height: 1920 };
export const LANDSCAPE = { width: 1920, height: 1080 };
/** The screen of the shipped kiosk.yaml. */
export const PITCH = 0.369;

type Spot = readonly [x: number, y: number];
type Step = 'touchStart' | 'touchMove' | 'touchEnd';

/** What the voice was given, while the page has no real one. */
export interface Spoken {
	said: string[];
	cancelled: number;
	/** Ends what is being said. */
	end(): void;
}

/** A voice of the device for each language, that writes down what it is to say and goes on until it is told to end. */
export async function standInForVoice(context: BrowserContext): Promise<void> {
	await context.addInitScript(() => {
		const voices = ['en-GB', 'ko-KR', 'zh-CN'].map((lang) => ({ lang, localService: true, default: false }));
		let current: { text: string; onend?: () => void } | null = null;
		const spoken = {
			said: [] as string[],
			cancelled: 0,
			end() {
				const { onend } = current ?? {};
				current = null;
				onend?.();
			}
		};
		const synthesis = Object.assign(new EventTarget(), {
			getVoices: () => voices,
			speak(utterance: { text: string; onend?: () => void }) {
				current = utterance;
				spoken.said.push(utterance.text);
			},
			cancel() {
				current = null;
				spoken.cancelled += 1;
			}
		});
		class Utterance {
			text: string;
			constructor(text: string) {
				this.text = text;
			}
		}
		Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
		Object.assign(window, { SpeechSynthesisUtterance: Utterance, spoken });
	});
}

/** A visitor at the screen, with fingers, a keypad, and as much time as the test gives. */
export class Visitor {
	readonly page: Page;
	readonly room: Locator;
	#touch: CDPSession | undefined;

	constructor(page: Page) {
		this.page = page;
		this.room = page.locator('.kiosk');
	}

	/** Loads the page and lets its clock stand still: time goes by only as the test says. */
	async arrive(query = '') {
		await this.page.goto(`kiosk/${query}`);
		await expect(this.page.locator('[data-map-ready]')).toBeVisible();
		// Other letters are of other widths: lines would break elsewhere.
		await this.page.evaluate(() => document.fonts.ready.then(() => null));
		const now = await this.page.evaluate(() => Date.now());
		await this.page.clock.pauseAt(now + 1000);
	}

	async pass(seconds: number) {
		await this.page.clock.runFor(seconds * 1000);
	}

	async at(): Promise<string> {
		const { place, card, door } = await this.room.evaluate((room: HTMLElement) => ({ ...room.dataset }));
		return [place, card ?? door].filter(Boolean).join(' ');
	}

	async enter(language = 'English') {
		await this.tap(300, 200);
		await this.page.getByRole('button', { name: language, exact: true }).tap();
	}

	forward() {
		return this.room.locator('.here .main').tap();
	}

	/** Goes in at a door, from wherever the visitor is. */
	async openDoor(index: number) {
		await this.page.keyboard.press('Home');
		await this.room.locator('.door').nth(index).tap();
	}

	/** Walks through every place of the kiosk, in order, and does at each what is to be done. */
	async tour(look: (place: string) => Promise<void>) {
		await this.tap(300, 200);
		await look(await this.at());
		await this.room.locator('.choices .large').first().tap();
		for (let card = 0; card < 4; card++) {
			await look(await this.at());
			await this.forward();
		}
		await look(await this.at());
		for (const door of [0, 1, 2]) {
			await this.openDoor(door);
			await look(await this.at());
		}
	}

	async tap(x: number, y: number) {
		await this.touch('touchStart', [[x, y]]);
		await this.touch('touchEnd', []);
	}

	/** Fingers as the glass reports them: the page cannot tell them from real ones. */
	async touch(type: Step, spots: readonly Spot[]) {
		this.#touch ??= await this.page.context().newCDPSession(this.page);
		const touchPoints = spots.map(([x, y], id) => ({ x, y, id }));
		await this.#touch.send('Input.dispatchTouchEvent', { type, touchPoints });
	}

	/** Two fingers that go apart, or along a way. */
	async spread(target: Locator) {
		const box = await target.boundingBox();
		if (!box) throw new Error('nothing to touch');
		const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
		const apart = (by: number): Spot[] => [
			[x - by, y],
			[x + by, y]
		];
		await this.touch('touchStart', apart(30));
		for (const by of [60, 110, 160, 220, 300]) await this.touch('touchMove', apart(by));
		await this.touch('touchEnd', []);
	}

	/** As long as it takes to be more than a tap, on the clock of the browser itself. */
	async press(x: number, y: number) {
		this.#touch ??= await this.page.context().newCDPSession(this.page);
		const gesture = { x, y, duration: 1500, gestureSourceType: 'touch' } as const;
		await this.#touch.send('Input.synthesizeTapGesture', gesture);
	}

	async swipe(from: Spot, to: Spot) {
		await this.touch('touchStart', [from]);
		for (const share of [0.25, 0.5, 0.75, 1]) {
			const [x, y] = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
			await this.touch('touchMove', [[x, y]]);
		}
		await this.touch('touchEnd', []);
	}

	spoken(): Promise<{ said: string[]; cancelled: number }> {
		return this.page.evaluate(() => {
			const { said, cancelled } = Reflect.get(globalThis, 'spoken') as Spoken;
			return { said: [...said], cancelled };
		});
	}

	endSpeech() {
		return this.page.evaluate(() => (Reflect.get(globalThis, 'spoken') as Spoken).end());
	}
}

/** Where the controls of a page stand that can be seen and pressed: CSS pixels. */
export function measureControls(page: Page) {
	return page.evaluate(() => {
		const top = document.querySelector('dialog[open]') ?? document;
		return [...top.querySelectorAll('button, a, input, select, [role="slider"]')]
			.filter((control) => control.checkVisibility({ visibilityProperty: true }))
			.map((control) => {
				const { left, top, right, bottom } = control.getBoundingClientRect();
				return { name: control.textContent.trim(), left, top, right, bottom };
			});
	});
}

/** The words of a page that can be seen, with the size of their letters on the screen: CSS pixels. */
export function measureLetters(page: Page) {
	return page.evaluate(() => {
		const found = new Map<Element, string>();
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const parent = node.parentElement;
			const text = node.textContent?.trim();
			if (
				!parent ||
				!text ||
				parent.closest('.visually-hidden, script, style, noscript, svelte-announcer, #svelte-announcer')
			)
				continue;
			if (parent.checkVisibility({ visibilityProperty: true })) found.set(parent, text);
		}
		return [...found].flatMap(([element, text]) => {
			const box = element.getBoundingClientRect();
			if (box.width < 2 || box.height < 2) return [];
			const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.d ?? 1) : 1;
			return [{ text, size: Number.parseFloat(getComputedStyle(element).fontSize) * scale }];
		});
	});
}

/** Everything that a browser could leave a page by. */
export function findWaysOut(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll('a, area, form, iframe, object, embed, [target], [download]')].map(
			(way) => way.outerHTML
		)
	);
}

/** What of a page does not fit its room: words cut off at the side or at the foot. */
export function findClipped(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const room = document.querySelector('[data-part="words"]');
		const clipped: string[] = [];
		if (room && room.scrollHeight > room.clientHeight + 1)
			clipped.push(`words: ${room.textContent.slice(0, 40)}`);
		for (const element of document.querySelectorAll('.kiosk :is(h1, p, button, blockquote)')) {
			if (!element.checkVisibility({ visibilityProperty: true })) continue;
			const { left, right, bottom } = element.getBoundingClientRect();
			const isIn = left >= -1 && right <= innerWidth + 1;
			const isCut =
				element.scrollWidth > element.clientWidth + 1 ||
				(!element.closest('[data-letter]') && bottom > innerHeight + 1);
			if (!isIn || isCut) clipped.push(element.textContent.trim().slice(0, 40));
		}
		return clipped;
	});
}

/** What the screen shows once it shows the same twice, as PNG in base64. */
async function takeStill(page: Page): Promise<string> {
	let last = '';
	for (let look = 0; look < 20; look++) {
		const next = (await page.screenshot()).toString('base64');
		if (next === last) return next;
		last = next;
	}
	throw new Error('the screen does not come to rest');
}

/**
 * Contrast as it stands on the screen: of each piece of text, and of the lines and signs of the map by their kind. What is behind is the
 * colour that is there most, what is written the one furthest from it; of a line, three of four points have to stand out.
 */
export async function measureContrast(page: Page): Promise<{ name: string; contrast: number }[]> {
	const picture = await takeStill(page);
	return page.evaluate(async (picture) => {
		const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
		const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
		const brush = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
		if (!brush) throw new Error('nothing to read the picture with');
		brush.drawImage(bitmap, 0, 0);
		const luminanceOf = (colour: number) => {
			const [r = 0, g = 0, b = 0] = [colour >> 16, (colour >> 8) & 255, colour & 255].map((part) =>
				part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4
			);
			return 0.2126 * r + 0.7152 * g + 0.0722 * b;
		};
		/** The most contrast that at least a few pixels of a field have with the rest of it. */
		const contrastIn = (x: number, y: number, width: number, height: number, few: number) => {
			const left = Math.max(Math.round(x), 0);
			const top = Math.max(Math.round(y), 0);
			const across = Math.min(Math.round(width), bitmap.width - left);
			const down = Math.min(Math.round(height), bitmap.height - top);
			if (across < 2 || down < 2) return null;
			const { data } = brush.getImageData(left, top, across, down);
			const counts = new Map<number, number>();
			for (let at = 0; at < data.length; at += 4) {
				const colour = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
				counts.set(colour, (counts.get(colour) ?? 0) + 1);
			}
			const [ground] = [...counts].reduce((most, one) => (one[1] > most[1] ? one : most));
			const behind = luminanceOf(ground);
			const against = [...counts].flatMap(([colour, count]) => {
				const front = luminanceOf(colour);
				const [light, dark] = front > behind ? [front, behind] : [behind, front];
				return count >= few ? [(light + 0.05) / (dark + 0.05)] : [];
			});
			return Math.max(1, ...against);
		};
		const found: { name: string; contrast: number }[] = [];
		const texts = '.kiosk :is(h1, p, button, mark, dt, dd), [data-part="map"] text, [data-part="strip"] text';
		for (const text of document.querySelectorAll(texts)) {
			if (!text.textContent.trim() || !text.checkVisibility({ visibilityProperty: true })) continue;
			const { x, y, width, height, bottom } = text.getBoundingClientRect();
			if (width < 4 || height < 4 || bottom > innerHeight) continue;
			const contrast = contrastIn(x, y, width, height, 6);
			if (contrast !== null) found.push({ name: text.textContent.trim().slice(0, 40), contrast });
		}
		const box = document.querySelector('[data-part="map"]')?.getBoundingClientRect();
		for (const kind of [
			'.coast',
			'.river',
			'.parallel .edge',
			'.front .inner',
			'.cable .edge',
			'.dot .seen'
		]) {
			const points: number[] = [];
			for (const line of document.querySelectorAll<SVGGeometryElement>(`[data-part="map"] ${kind}`)) {
				// Where a letter is read alone, the map waits behind it.
				if (!line.checkVisibility({ visibilityProperty: true })) continue;
				const matrix = line.getScreenCTM();
				const length = line.getTotalLength();
				for (let step = 0; matrix && box && step < 40; step++) {
					const spot = line.getPointAtLength((length * step) / 40).matrixTransform(matrix);
					const isIn =
						spot.x > box.left + 12 &&
						spot.x < box.right - 12 &&
						spot.y > box.top + 12 &&
						spot.y < box.bottom - 12;
					const contrast = isIn ? contrastIn(spot.x - 10, spot.y - 10, 20, 20, 1) : null;
					if (contrast !== null) points.push(contrast);
				}
			}
			points.sort((one, other) => one - other);
			const contrast = points[Math.floor(points.length / 4)];
			if (contrast !== undefined) found.push({ name: `map ${kind}`, contrast });
		}
		return found;
	}, picture);
}

/** A series of numbers below 1, the same for the same seed. */
export function dice(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state / 2 ** 32;
	};
}
