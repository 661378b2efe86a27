import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { expect, test } from './harness';

const FOLDER = 'data/collections/korea-1950';
const idsIn = (file: string) =>
	(parse(readFileSync(join(FOLDER, file), 'utf8')) as { id: string }[]).map(({ id }) => id);
const namesIn = (folder: string) =>
	readdirSync(join(FOLDER, folder)).map((name) => name.replace('.geojson', ''));

test('the table has a row for every record that chart and map draw', async ({ page }) => {
	await page.goto('./events/');
	const rows = await page
		.locator('tr[data-record]')
		.evaluateAll((all) => all.map((row) => row.getAttribute('data-record') ?? ''));
	const expected = [
		...idsIn('events.yaml').map((id) => `event:${id}`),
		...idsIn('places.yaml').map((id) => `place:${id}`),
		...idsIn('movements.yaml').map((id) => `movement:${id}`),
		...namesIn('documents').map((id) => `document:${id}`),
		...namesIn('fronts').map((id) => `front:${id}`)
	];
	expect(rows.filter((row) => !row.startsWith('formation:')).sort()).toEqual(expected.sort());
	const formations = new Set(rows.filter((row) => row.startsWith('formation:')));
	expect([...formations].sort()).toEqual(
		idsIn('formations.yaml')
			.map((id) => `formation:${id}`)
			.sort()
	);
});

test('every row says when or where, how sure, and on whose word', async ({ page }) => {
	await page.goto('./events/');
	const bare = await page.locator('tr[data-record]').evaluateAll((all) =>
		all
			.filter((row) => {
				const sure = row.querySelector('td:last-child')?.textContent ?? '';
				return sure.trim().length < 10 || !row.querySelector('.source');
			})
			.map((row) => row.getAttribute('data-record'))
	);
	expect(bare).toEqual([]);
});

test('machines find the events described, each with its date as recorded', async ({ page }) => {
	await page.goto('./events/');
	const text = (await page.locator('script[type="application/ld+json"]').textContent()) ?? '';
	const list = JSON.parse(text) as { itemListElement: { item: { identifier: string; startDate: string } }[] };
	expect(list.itemListElement.map(({ item }) => item.identifier).sort()).toEqual(idsIn('events.yaml').sort());
	for (const { item } of list.itemListElement) expect(item.startDate).toMatch(/^\d{4}/);
});

test('months have headings and jumps, each row stands under its own, and controls that need a script are not shown', async ({
	page
}) => {
	await page.goto('./events/');
	const jumps = await page
		.locator('main nav a')
		.evaluateAll((all) => all.map((link) => link.getAttribute('href')?.slice(1) ?? ''));
	expect(jumps).toContain('time-1950-10');
	for (const id of jumps) await expect(page.locator(`[id="${id}"]`)).toHaveCount(1);
	const october = page.locator('table[aria-labelledby="time-1950-10"]');
	await expect(october.locator('[data-record="event:us-crosses"]')).toHaveCount(1);
	await expect(page.locator('#time-1950-10')).toHaveText(
		`October 1950 (${await october.locator('tr[data-record]').count()})`
	);
	await expect(page.locator('[data-table-bar]')).toBeHidden();
});
