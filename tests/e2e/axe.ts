import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect } from './harness';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A part of a page, by CSS selector; both are optional. */
interface Part {
	readonly include?: string;
	readonly exclude?: string;
	/** Whether it is looked at in the dark too: colours are those of the house, so of pages of one make one is enough. */
	readonly dark?: boolean;
}

/**
 * Expects that axe finds nothing, in the light and then in the dark; there of the colours, which alone differ. The page is thinned out for it
 * and is good for nothing else afterwards.
 */
export async function expectAxeFindsNothing(page: Page, part: Part = {}): Promise<void> {
	// What is thinned out before the script has taken over the page would be a page torn apart.
	await page.waitForLoadState('networkidle');
	await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 2000 })));
	await thinOut(page);
	await page.evaluate(axe.source);
	await page.emulateMedia({ colorScheme: 'light' });
	expect(await listViolations(page, part, { type: 'tag', values: TAGS }), 'in light').toEqual([]);
	if (part.dark === false) return;
	await page.emulateMedia({ colorScheme: 'dark' });
	expect(await listViolations(page, part, { type: 'rule', values: ['color-contrast'] }), 'in dark').toEqual(
		[]
	);
}

/** Rows, entries and marks are all of one make: of a long list axe reads the first few. */
async function thinOut(page: Page) {
	await page.evaluate(() => {
		const keep = (selector: string, count: number) => {
			for (const list of document.querySelectorAll(selector))
				for (const item of [...list.children].slice(count)) item.remove();
		};
		keep('main ol, main ul, main dl', 6);
		keep('main svg g', 12);
		for (const [index, body] of [...document.querySelectorAll('main tbody')].entries())
			for (const row of [...body.children].slice(index < 3 ? 4 : 1)) row.remove();
	});
}

/** In the page itself, and only what is wrong is brought back: the whole result of a page is larger than the page. */
function listViolations(page: Page, { include, exclude }: Part, runOnly: axe.RunOnly) {
	const context = { include: [include ?? 'html'], exclude: exclude ? [exclude] : [] };
	return page.evaluate(
		async ([context, runOnly]) => {
			const { run } = Reflect.get(globalThis, 'axe') as typeof axe;
			const { violations } = await run(context, { runOnly, resultTypes: ['violations'] });
			return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
		},
		[context, runOnly] as const
	);
}
