import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './harness';

const FOLDER = 'test-results/sheets';
const BUILT = 'build';
const PAPERS = [
	{ name: 'a4', box: [595, 842] },
	{ name: 'letter', box: [612, 792] }
];
/** What A4 leaves between its margins, in pixels. */
const NARROWEST = 680;
const PIXELS_A_POINT = 96 / 72;

/** Addresses of the built pages of worksheets, as `sheets/<lesson>/<level>/` with and without `key/`. */
function listSheets(): string[] {
	return readdirSync(`${BUILT}/sheets`).flatMap((lesson) =>
		readdirSync(`${BUILT}/sheets/${lesson}`).flatMap((level) =>
			['', 'key/'].map((kind) => `sheets/${lesson}/${level}/${kind}`)
		)
	);
}

/** Every page has one box of its own or takes that of the tree; the tree says how many pages there are. */
function readPdf(pdf: Buffer): { pages: number; box: number[] } {
	const text = pdf.toString('latin1');
	const counts = [...text.matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)/g)].map(([, count]) =>
		Number(count)
	);
	const leaves = text.match(/\/Type\s*\/Page\b/g) ?? [];
	expect(Math.max(...counts), 'the count of the tree is that of its leaves').toBe(leaves.length);
	const box = /\/MediaBox\s*\[([^\]]+)\]/.exec(text)?.[1] ?? '';
	return {
		pages: leaves.length,
		box: box
			.trim()
			.split(/\s+/)
			.slice(2)
			.map((side) => Math.round(Number(side)))
	};
}

/** What is wrong with the type of a sheet as it is printed: words that are cut, or too small to read. */
async function findBadType(page: Page, least: number): Promise<string[]> {
	return page.locator('.papers').evaluate((papers, leastSize) => {
		const words = (element: Element) => element.textContent.trim().slice(0, 40);
		const paper = papers.getBoundingClientRect();
		return [...papers.querySelectorAll('*')].flatMap((element) => {
			const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
			if (!own || element.closest('.visually-hidden')) return [];
			const { left, right } = element.getBoundingClientRect();
			const { fontSize } = getComputedStyle(element);
			const isCut = element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
			const isOut = left < paper.left - 1 || right > paper.right + 1;
			const isSmall =
				Number.parseFloat(fontSize) < leastSize && !element.closest('footer, table.rubric, svg');
			return isCut || isOut || isSmall ? [`${isSmall ? fontSize : 'cut'}: ${words(element)}`] : [];
		});
	}, least);
}

test('worksheets and keys are of at most two pages, on A4 and on Letter, and whole', async ({ page }) => {
	test.setTimeout(240_000);
	const sheets = listSheets();
	expect(sheets.length, 'sheets and keys of the lessons').toBeGreaterThanOrEqual(24);
	mkdirSync(FOLDER, { recursive: true });

	for (const address of sheets) {
		await page.goto(address);
		for (const { name, box } of PAPERS) {
			await page.locator(`[name="paper"][value="${name}"]`).check();
			const pdf = await page.pdf({ preferCSSPageSize: true });
			writeFileSync(`${FOLDER}/${address.split('/').slice(1, -1).join('-')}-${name}.pdf`, pdf);
			const read = readPdf(pdf);
			expect.soft(read.pages, `pages of ${address} on ${name}`).toBeLessThanOrEqual(2);
			read.box.forEach((side, index) =>
				expect.soft(Math.abs(side - (box[index] ?? 0)), `${address} is of ${name}`).toBeLessThanOrEqual(1)
			);
		}
		await page.setViewportSize({ width: NARROWEST, height: 900 });
		await page.emulateMedia({ media: 'print' });
		expect.soft(await findBadType(page, 9.5 * PIXELS_A_POINT - 0.1), `type of ${address}`).toEqual([]);
		await expect.soft(page.getByRole('radio').first(), 'the choice of paper stays off it').toBeHidden();
		await page.emulateMedia({ media: null });
	}
});

test('a worksheet asks what the lesson asks, and only the key answers', async ({ page }) => {
	await page.goto('sheets/two-roads-north/high/');
	const sheet = page.locator('.papers');
	await expect(sheet.getByRole('heading', { level: 1 })).toHaveText('Two roads north');
	await expect(sheet).toContainText('Name or group');
	await expect(sheet).toContainText('Fold the sheet here');
	await expect(sheet).toContainText('divide these eight divisions into two parts');
	await expect(sheet.getByRole('img', { name: /38th Parallel.*Seoul/ })).toBeVisible();
	await expect(sheet).toContainText('More steps are on the screen');
	await expect(sheet).toContainText('CC BY 4.0');
	await expect(sheet).not.toContainText('a direction and no place on a map');
	const robots = page.locator('meta[name="robots"]');
	await expect(robots).toHaveCount(0);

	await page.goto('sheets/two-roads-north/high/key/');
	await expect(robots).toHaveAttribute('content', 'noindex');
	await expect(sheet).toContainText(
		'Five or six divisions of the Second Front Army — Not known from the documents'
	);
	await expect(sheet).toContainText('a direction and no place on a map');
	await expect(sheet).toContainText('for five different reasons');
	await expect(sheet).toContainText('Corroboration');
});

test('no page but a teacher’s leads to a key, and no file of a worksheet holds an answer', () => {
	const files = readdirSync(BUILT, { recursive: true, encoding: 'utf8' }).map((file) =>
		file.replaceAll('\\', '/')
	);
	const open = files.filter(
		(file) => file.endsWith('.html') && !/^(?:ko\/|zh\/)?(?:teach\/|sheets\/.*\/key\/)/.test(file)
	);
	expect(open.filter((file) => file.startsWith('sheets/')).length).toBeGreaterThanOrEqual(12);
	for (const file of open) {
		const html = readFileSync(`${BUILT}/${file}`, 'utf8');
		expect(/href="[^"]*(?:\/|")key\/?["?#]/.test(html), `${file} must not lead to a key`).toBe(false);
	}
	const sheets = files.filter(
		(file) => /^(?:ko\/|zh\/)?sheets\/.*\.(?:html|json)$/.test(file) && !file.includes('/key/')
	);
	for (const file of sheets) {
		const text = readFileSync(`${BUILT}/${file}`, 'utf8');
		expect(/\bbecause["']?:|look_for|\bsample["']?:/.test(text), `${file} must not hold reasons`).toBe(false);
	}
});
