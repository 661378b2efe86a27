import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAxeFindsNothing } from './axe';
import { expect, test } from './harness';

const LESSON = 'ask-advise-order';
const LESSONS = 'data/collections/korea-1950/lessons';

/** Stretches of plain words, long enough to be nobody else's. */
function stretches(text: string): string[] {
	const whole = text.replace(/^#.*$|^.*\bannotation: .*$/gm, '|').replace(/\s+/g, ' ');
	return whole.split(/[^\p{L}\p{N} ,’–-]+/u).flatMap((run) => {
		const words = run.trim().replace(/^[-, ]+/, '');
		return words.length >= 40 ? [words] : [];
	});
}

function filesBelow(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
}

test('what is written for teachers is on their pages, and in no file that a student’s page loads', () => {
	const isText = /\.(html|js|json|css|txt|webmanifest)$/;
	const files = filesBelow('build').filter((file) => isText.test(file));
	const isTeachers = (file: string) => /^build\/(\w+\/)?(teach|sheets\/[^/]+\/[^/]+\/key)\//.test(file);
	const read = (list: string[]) => list.map((file) => readFileSync(file, 'utf8').replace(/\s+/g, ' '));
	const theirs = read(files.filter(isTeachers)).join('\n');
	// Pages of other languages have their lessons from the same files.
	const students = files.filter((file) => !isTeachers(file) && !/^build\/(ko|zh)\//.test(file));
	const texts = read(students);
	expect(students.some((file) => file.startsWith('build/lessons/'))).toBe(true);

	// A reason that a task gives a student may stand in the guide too.
	const steps = filesBelow(LESSONS).filter((file) => file.includes('/steps/'));
	const said = read([...steps, `${LESSONS}/../glossary.yaml`]).join('\n');
	for (const folder of readdirSync(LESSONS)) {
		const guide = readFileSync(join(LESSONS, folder, 'guide.md'), 'utf8');
		const lesson = readFileSync(join(LESSONS, folder, 'lesson.md'), 'utf8');
		const [, notes = ''] = /\nvariants:([\s\S]*?)\nwords:/.exec(lesson) ?? [];
		const told = [...stretches(guide), ...stretches(notes)].filter((words) => !said.includes(words));
		const found = told.filter((words) => theirs.includes(words));
		expect(told.length, folder).toBeGreaterThan(60);
		expect(found.length / told.length, `${folder}: the search finds what is there`).toBeGreaterThan(0.8);
		const leaks = told.flatMap((words) => {
			const at = texts.findIndex((text) => text.includes(words));
			return at < 0 ? [] : `${students[at]}: ${words}`;
		});
		expect(leaks).toEqual([]);
	}
});

test('a teacher finds a lesson, presents it in two windows that move each other, and leaves', async ({
	page,
	context
}) => {
	await page.goto('lessons/');
	await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'For teachers' }).click();
	await page.getByRole('link', { name: /^Presenter window ?: Ask/ }).click();
	await expect(page.getByRole('heading', { name: 'Before you read' })).toBeVisible();
	await page.getByRole('radio', { name: 'Grades 6–8' }).check();
	await expect(page.getByText('No projector window is open.')).toBeVisible();

	const opening = context.waitForEvent('page');
	await page.getByRole('button', { name: 'Open the projector window' }).click();
	const projector = await opening;
	await projector.setViewportSize({ width: 1280, height: 720 });
	await expect(page.getByText('The projector follows.')).toBeVisible();
	await expect(projector).toHaveURL(/before-you-read\/\?level=middle&present=1$/);
	await expect(projector.getByRole('navigation', { name: 'Main' })).toBeHidden();

	await page.getByRole('button', { name: 'Next', exact: true }).click();
	await expect(projector.getByRole('heading', { name: 'Through whose hands', level: 1 })).toBeVisible();
	await projector.keyboard.press('PageDown');
	await expect(page.getByRole('heading', { name: 'Sort the voices' })).toBeVisible();
	await expect(page.getByText('First alone, then two minutes in pairs.')).toBeVisible();
	await expect(projector).toHaveURL(/sort-the-voices\/\?level=middle&present=1$/);
	await expect(projector.locator('#reader [data-annotation]').first()).toBeVisible();
	expect(await listSmallText(projector), 'nothing that is read is under 24 px').toEqual([]);

	for (const [name, id] of [
		['Map', 'map'],
		['Time', 'timeline']
	] as const) {
		await projector.getByRole('button', { name, exact: true }).click();
		await expect(projector.locator(`[data-view="${id}"]`)).toBeVisible();
		await expect(projector.locator('[data-view="reader"]')).toBeHidden();
		await expect(projector.locator(`[data-view="${id}"] svg text`).first()).toBeVisible();
		expect(await listSmallText(projector), `nothing that is read of ${name} is under 24 px`).toEqual([]);
	}

	// The chart keeps its arrows: the step stays.
	await projector.locator('[data-view="timeline"] [tabindex="0"]').first().focus();
	await projector.keyboard.press('ArrowRight');
	await expect(projector).toHaveURL(/sort-the-voices/);
	await projector.evaluate(() => (document.activeElement as HTMLElement).blur());
	await projector.keyboard.press('ArrowLeft');
	await expect(page.getByRole('heading', { name: 'Through whose hands' })).toBeVisible();
	await expect(projector).toHaveURL(/through-whose-hands/);
	await projector.keyboard.press('Escape');
	await expect(projector).toHaveURL(/through-whose-hands\/\?level=middle$/);
	await expect(projector.getByRole('navigation', { name: 'Main' })).toBeVisible();
	await expect(page.getByText('No projector window is open.')).toBeVisible();
});

/** Text of the step and of the view beside it that the eye sees smaller than 24 px. */
function listSmallText(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const small: string[] = [];
		for (const root of document.querySelectorAll('#step, #reader, #map, #timeline, .pane-bar')) {
			const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
			for (let node = walk.nextNode(); node; node = walk.nextNode()) {
				const element = node.parentElement;
				if (!element || !node.textContent?.trim() || !element.checkVisibility({ visibilityProperty: true }))
					continue;
				const { width, height } = element.getBoundingClientRect();
				if (width < 2 || height < 2) continue;
				const size = Number.parseFloat(getComputedStyle(element).fontSize) * element.currentCSSZoom;
				if (size < 23.99)
					small.push(
						`${size}: ${node.textContent.trim()} (${element.closest('[class]')?.getAttribute('class') ?? ''})`
					);
			}
		}
		return small;
	});
}

test('a step is shared as a link and as a frame, and works in the frame', async ({ page, baseURL }) => {
	await page.goto(`lessons/${LESSON}/sort-the-voices/?level=middle`);
	await page.getByRole('button', { name: 'Share', exact: true }).click();
	await expect(page.getByLabel('Link to this page')).toHaveValue(
		`${baseURL}lessons/${LESSON}/sort-the-voices/?level=middle`
	);
	const snippet = await page.getByLabel('Frame for a course page').inputValue();
	expect(snippet).toContain('loading="lazy"');

	await page.setViewportSize({ width: 860, height: 660 });
	const course = `<!doctype html><html lang="en"><title>Week 3</title><h1>Week 3</h1>${snippet}`;
	await page.route('**/course.html', (route) => route.fulfill({ contentType: 'text/html', body: course }));
	await page.goto('course.html');
	const frame = page.frameLocator('iframe[title="Sort the voices"]');
	await expect(frame.getByRole('heading', { name: 'Sort the voices', level: 1 })).toBeVisible();
	await expect(frame.getByRole('navigation', { name: 'Main' })).toBeHidden();
	await expect(frame.locator('[data-view="reader"]')).toBeInViewport();
	await frame.getByRole('button', { name: 'Map', exact: true }).click();
	await expect(frame.locator('[data-view="map"]')).toBeInViewport({ ratio: 0.95 });
	await expect(frame.locator('[data-view="reader"]')).toBeHidden();
	await frame.locator('[data-nav="next"]').click();
	await expect(frame.getByRole('heading', { name: 'Its own name', level: 1 })).toBeVisible();
	await expect(frame.getByRole('link', { name: 'Open in a window of its own' })).toHaveAttribute(
		'href',
		/its-own-name\/\?level=middle$/
	);
	const scrolls = await frame
		.locator('html')
		.evaluate((html) => [html.scrollWidth > html.clientWidth, getComputedStyle(html).overflowY]);
	expect(scrolls, 'the frame itself does not scroll: only the text and the view do').toEqual([
		false,
		'hidden'
	]);
});

test('the pages for teachers hold no barrier, and the matrix leads to the steps', async ({ page }) => {
	await page.goto('teach/');
	const row = page.getByRole('row', { name: /Point to the words that support a reading/ });
	await expect(row).toContainText('CCSS RH.9-10.1');
	expect(await row.getByRole('link').count()).toBeGreaterThan(8);
	await expect(row.getByRole('link').first()).toHaveAttribute(
		'href',
		/lessons\/ask-advise-order\/[a-z-]+\/?$/
	);
	await expectAxeFindsNothing(page);
	await page.goto(`teach/${LESSON}/`);
	await expectAxeFindsNothing(page);
	await page.goto(`teach/${LESSON}/present/`);
	await expectAxeFindsNothing(page);
});
