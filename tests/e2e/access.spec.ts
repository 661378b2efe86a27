import type { Page } from '@playwright/test';
import { expectAxeFindsNothing } from './axe';
import { expect, test } from './harness';

const TELEGRAM = 'documents/1950-10-01-zhou-enlai-to-kim-il-sung/';
const PAGES = ['', 'events/?as=moscow', 'documents/', 'about/', TELEGRAM];
const FURTHER = ['sources/', 'disagreements/', 'search/', 'lessons/'];

async function open(page: Page, path: string) {
	await page.goto(`./${path}`);
	if (path === '')
		await expect(page.locator('[data-view="map"]')).toHaveAttribute('data-map-ready', /gl|svg/, {
			timeout: 45_000
		});
}

const sidewaysOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test('one heading of the first rank, and a landmark or region for each view', async ({ page }) => {
	await open(page, '');
	await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
	await expect(page.getByRole('main')).toHaveCount(1);
	for (const view of ['reader', 'map', 'timeline']) {
		const region = page.locator(`section[data-view="${view}"]`);
		await expect(region).toHaveRole('region');
		await expect(region).toHaveAccessibleName(/\w/);
	}
});

for (const path of PAGES) {
	test(`/${path} reflows at 320 px, holds text of twice the size, and axe finds nothing in it`, async ({
		page
	}) => {
		await page.setViewportSize({ width: 320, height: 640 });
		await open(page, path);
		expect(await sidewaysOf(page), 'scrolled sideways at 320 px').toBeLessThanOrEqual(0);

		await page.setViewportSize({ width: 1280, height: 800 });
		await page.evaluate(() => {
			document.documentElement.style.fontSize = '200%';
		});
		const cut = await page.evaluate(() =>
			[
				...document.querySelectorAll(
					'main h1, main h2, main h3, main p, main li, main button, main a, header a'
				)
			]
				.filter((node) => !node.closest('.visually-hidden, svg, canvas') && node.checkVisibility())
				.filter((node) => {
					const { overflowX, textOverflow } = getComputedStyle(node);
					return (
						overflowX !== 'visible' && textOverflow !== 'ellipsis' && node.scrollWidth > node.clientWidth + 1
					);
				})
				.map((node) => node.outerHTML.slice(0, 120))
		);
		expect(cut, 'cut off at twice the size').toEqual([]);
		expect(await sidewaysOf(page), 'scrolled sideways at twice the size').toBeLessThanOrEqual(0);

		await page.evaluate(() => {
			document.documentElement.style.fontSize = '';
		});
		await expectAxeFindsNothing(page);
	});
}

for (const path of FURTHER) {
	test(`axe finds nothing on /${path}`, async ({ page }) => {
		await open(page, path);
		await expectAxeFindsNothing(page, { dark: false });
	});
}

for (const [width, height] of [
	[1366, 768],
	[390, 844]
] as const) {
	test(`at ${width} px interface words may grow by 40 % in another language`, async ({ page }) => {
		await page.setViewportSize({ width, height });
		await open(page, '');
		const cut = await page.evaluate(() => {
			const controls = [
				...document.querySelectorAll('header a, nav a, button, summary, h2, dt, figcaption, .caption')
			];
			for (const control of controls) {
				const walker = document.createTreeWalker(control, NodeFilter.SHOW_TEXT);
				while (walker.nextNode()) {
					const text = walker.currentNode.textContent ?? '';
					if (text.trim())
						walker.currentNode.textContent = text + ' x'.repeat(Math.ceil((text.trim().length * 0.4) / 2));
				}
			}
			return controls
				.filter((control) => control.checkVisibility() && !control.closest('.visually-hidden, svg'))
				.filter((control) => {
					const { overflowX, textOverflow } = getComputedStyle(control);
					return (
						overflowX !== 'visible' &&
						textOverflow !== 'ellipsis' &&
						control.scrollWidth > control.clientWidth + 1
					);
				})
				.map((control) => control.outerHTML.slice(0, 120));
		});
		expect(cut).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
			0
		);
	});
}

test('every control is large enough to touch', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await open(page, '');
	const small = await page.locator('main button, header button, header nav a').evaluateAll((nodes) =>
		nodes
			.filter((node) => node.checkVisibility())
			.map((node) => ({ node, box: node.getBoundingClientRect() }))
			.filter(({ box }) => box.width > 0 && (box.width < 43.5 || box.height < 43.5))
			.map(
				({ node, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${node.outerHTML.slice(0, 90)}`
			)
	);
	expect(small).toEqual([]);
});

test('the focus is never lost under what stays in place', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await open(page, '');
	const hidden: string[] = [];
	for (let steps = 0; steps < 45; steps++) {
		await page.keyboard.press('Tab');
		const problem = await page.evaluate(() => {
			const node = document.activeElement;
			if (!node || node === document.body) return null;
			const box = node.getClientRects()[0];
			if (!box || box.width < 2) return null;
			const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
			const top = document.elementFromPoint(x, y);
			const seen = top && (node.contains(top) || top.contains(node));
			return seen
				? null
				: `${node.outerHTML.slice(0, 80)} under ${top?.outerHTML.slice(0, 80) ?? 'the edge'}`;
		});
		if (problem) hidden.push(problem);
	}
	expect(hidden).toEqual([]);
});

test('focus is a ring of its own, unlike what is chosen', async ({ page }) => {
	await open(page, '');
	const phrase = page.locator('[data-view="reader"] a[data-annotation]').first();
	await phrase.focus();
	await page.keyboard.press('Tab');
	const ring = await page.evaluate(() => {
		const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement as Element);
		return [outlineStyle, parseFloat(outlineWidth)] as const;
	});
	expect(ring[0]).not.toBe('none');
	expect(ring[1]).toBeGreaterThanOrEqual(2);
});

test('with reduced motion nothing moves by itself', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await open(page, '');
	await page.locator('[data-view="reader"] [data-annotation="first-front-army"]').first().click();
	const moving = await page.evaluate(
		() =>
			document.getAnimations().filter((animation) => {
				const { duration } = animation.effect?.getComputedTiming() ?? {};
				return animation.playState === 'running' && Number(duration) > 1;
			}).length
	);
	expect(moving).toBe(0);
});

test('in forced colours axis, marks and front keep a line that is seen', async ({ page }) => {
	await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
	await open(page, '');
	const drawn = await page.evaluate(() => {
		const ground = getComputedStyle(document.body).backgroundColor;
		const isSeen = (shape: Element) => {
			const { stroke, fill, visibility } = getComputedStyle(shape);
			const paints = [stroke, fill].filter(
				(paint) => !['none', 'transparent', 'rgba(0, 0, 0, 0)', ground].includes(paint)
			);
			return visibility === 'visible' && paints.length > 0;
		};
		return [
			...document.querySelectorAll(
				'[data-view="timeline"] [data-event-id], [data-view="map"] .front[data-light]'
			)
		].map((mark) => [...mark.querySelectorAll('path, line, circle, rect, polygon')].some(isSeen));
	});
	expect(drawn.length).toBeGreaterThan(20);
	expect(drawn.filter((isSeen) => !isSeen)).toHaveLength(0);
});

test('every Korean and Chinese string says its language', async ({ page }) => {
	for (const path of PAGES) {
		await open(page, path);
		const unmarked = await page.evaluate(() => {
			const found: string[] = [];
			const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			while (walker.nextNode()) {
				const text = walker.currentNode.textContent ?? '';
				const parent = walker.currentNode.parentElement;
				if (!/[\u3400-\u9fff\uac00-\ud7a3]/.test(text) || parent?.closest('script, style')) continue;
				if (!/^(ko|zh|ja|und-Hani)/.test(parent?.closest('[lang]')?.getAttribute('lang') ?? ''))
					found.push(text.trim().slice(0, 60));
			}
			return found;
		});
		expect(unmarked, path).toEqual([]);
	}
});
