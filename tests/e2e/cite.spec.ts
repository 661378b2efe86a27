import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expectAxeFindsNothing } from './axe';
import { followLink } from './follow';
import { expect, test } from './harness';

const TELEGRAM = '1950-10-01-zhou-enlai-to-kim-il-sung';
const PRECIS = '1950-09-20-zhou-to-ni';

/** Opens the dialog by the keyboard alone: before the page answers, the key does nothing. */
async function openByKey(page: Page, button: Locator): Promise<Locator> {
	const dialog = page.getByRole('dialog');
	await expect(async () => {
		if (await dialog.isVisible()) return;
		await button.focus();
		await page.keyboard.press('Enter');
		await expect(dialog).toBeVisible({ timeout: 1000 });
	}).toPass();
	return dialog;
}

const entry = (dialog: Locator, use: string): Locator => dialog.locator(`[data-cite="${use}"] p`);

test('a document, its words and the view are cited by keys alone: read, copied, saved', async ({
	page,
	context
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto(`./?doc=${TELEGRAM}`);
	const button = page.locator('[data-view="reader"]').getByRole('button', { name: 'Cite', exact: true });
	const dialog = await openByKey(page, button);
	await expect(dialog).toHaveAccessibleName('Cite this document');
	await expect(dialog.getByRole('heading')).toBeFocused();
	const note = await entry(dialog, 'note').textContent();
	expect(note).toContain('Zhou Enlai, “Telegram from Zhou Enlai to Kim Il Sung,” night of October 1, 1950,');
	expect(note).toContain('call number not shown');
	expect(note).toContain(`/documents/${TELEGRAM}`);

	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await expect(dialog.getByRole('radio', { name: 'Chicago' })).toBeFocused();
	await page.keyboard.press('ArrowRight');
	await expect(entry(dialog, 'works-cited')).toContainText('Night of 1 Oct. 1950.');
	await page.keyboard.press('ArrowRight');
	await expect(entry(dialog, 'reference')).toContainText('Zhou, E. (1950, October 1, night).');
	await page.keyboard.press('ArrowRight');
	await expect(dialog.getByRole('region', { name: 'BibTeX' })).toContainText('author = {{Zhou Enlai}}');
	await page.keyboard.press('ArrowRight');
	await expect(dialog.getByRole('region', { name: 'RIS' })).toContainText('AU - Zhou Enlai');
	await page.keyboard.press('ArrowRight');
	await expect(dialog.getByRole('region', { name: 'CSL-JSON' })).toContainText('"family": "Zhou"');

	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await expect(button).toBeFocused();

	await openByKey(page, button);
	await dialog.getByRole('radio', { name: 'Chicago' }).check();
	await dialog.getByRole('button', { name: 'Copy: Bibliography' }).press('Enter');
	await expect(dialog.getByRole('status')).toHaveText('Copied: Bibliography.');
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).toBe((await entry(dialog, 'bibliography').textContent())?.trim());
	for (const [ending, wanted] of [
		['bib', /^@misc\{1950-10-01-zhou-enlai-to-kim-il-sung,\n[\s\S]*\n\}\n$/],
		['ris', /^TY {2}- PCOMM\r\n[\s\S]*\r\nER {2}- \r\n$/],
		['json', /^\[\n[\s\S]*\n\]\n$/]
	] as const) {
		const saved = page.waitForEvent('download');
		await dialog.getByRole('button', { name: `Download as .${ending}` }).press('Enter');
		const download = await saved;
		expect(download.suggestedFilename()).toBe(`${TELEGRAM}.${ending}`);
		expect(await readFile(await download.path(), 'utf8')).toMatch(wanted);
		await expect(dialog.getByRole('status')).toContainText(`${TELEGRAM}.${ending}`);
	}
	// Where the clipboard is closed the words are selected.
	await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
	await dialog.getByRole('button', { name: 'Copy: Note' }).press('Enter');
	await expect(dialog.getByRole('status')).toContainText('The words are selected');
	const selected = await page.evaluate(() => getSelection()?.toString().trim());
	expect(selected).toBe((await entry(dialog, 'note').textContent())?.trim());
	await page.keyboard.press('Escape');

	await followLink(page, `?doc=${TELEGRAM}&p=parallel-four-divisions`);
	const mark = page.locator('[data-annotation="parallel-four-divisions"]');
	const words = (await mark.textContent())?.trim() ?? '';
	await openByKey(page, page.getByRole('button', { name: 'Cite this phrase' }));
	await expect(dialog).toHaveAccessibleName('Cite these words');
	await expect(entry(dialog, 'note')).toContainText(`“${words},” in Zhou Enlai,`);
	await expect(entry(dialog, 'note')).toContainText('p=parallel-four-divisions');
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await expect(mark).toHaveAttribute('aria-current', 'true');

	await followLink(page, `?doc=${TELEGRAM}&t=1950-10-02T03:30Z`);
	await openByKey(page, page.getByRole('button', { name: 'Cite this view' }));
	await expect(entry(dialog, 'note')).toContainText('Explorer view of');
	const view = (await entry(dialog, 'note').textContent()) ?? '';
	expect(view).toMatch(
		/^\s*Explorer view of “.+” at 03:30 UTC on October 2, 1950, in .*, accessed \w+ \d+, \d{4}, /
	);
	const link = /https?:\S+(?=\.\s*$)/.exec(view)?.[0] ?? '';
	expect(new URL(link).searchParams.get('t')).toBe('1950-10-02T03:30Z');
	await page.mouse.click(4, 4);
	await expect(dialog).toBeHidden();
});

test('a précis never passes for the text; the dialog fits a phone, and axe finds nothing in it', async ({
	page
}) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await page.goto(`documents/${PRECIS}/`);
	const dialog = await openByKey(page, page.getByRole('button', { name: 'Cite', exact: true }));
	await expect(dialog).toContainText('a précis of ours');
	for (const use of ['note', 'bibliography'])
		await expect(entry(dialog, use)).toContainText(/editors’ précis, not the document’s own words/i);
	for (const format of ['Chicago', 'BibTeX']) {
		await dialog.getByRole('radio', { name: format }).check();
		expect(await dialog.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
	}
	await page.setViewportSize({ width: 1366, height: 768 });
	for (const format of ['Chicago', 'BibTeX']) {
		await dialog.getByRole('radio', { name: format }).check();
		await expectAxeFindsNothing(page, { include: 'dialog' });
	}
});

test('the document’s own page has note and bibliography without a script', async ({ browser, baseURL }) => {
	const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
	const page = await context.newPage();
	await page.goto(`documents/${TELEGRAM}/`);
	const section = page.locator('section').filter({ has: page.getByRole('heading', { name: 'How to cite' }) });
	await expect(entry(section, 'note')).toContainText(
		'Zhou Enlai, “Telegram from Zhou Enlai to Kim Il Sung,”'
	);
	await expect(entry(section, 'bibliography')).toContainText('Zhou Enlai. “Telegram');
	await expect(page.getByRole('button', { name: 'Cite', exact: true })).toBeHidden();
	await context.close();
});
