import type { Page } from '@playwright/test';
import { listInjectionStrings } from '../injection-strings';
import { expect, test } from './harness';

const STRINGS = listInjectionStrings();

/** Fields of records that are shown as words; codes and ids are none. */
const WORDS =
	/^(title|short_title|subtitle|description|name|family|note|notes|clock_note|label|summary|locator|dispute|role|asWritten|rights|says|text|quote|question|definition|remark|credit|holder|collection|call_number|translator|citation|evidence_note|abstract|significance|author|publisher|container|names|question|prompt|answer|statement)$/;
const CODES = new Set(['full', 'precis', 'none']);

// The policy would stop most of what got through: here nothing may get as far as that.
test.use({ bypassCSP: true });

/** Lets every string call something that is seen. */
async function listen(page: Page) {
	await page.addInitScript(() => {
		Object.assign(globalThis, {
			runs: 0,
			ran: () => void (globalThis as unknown as { runs: number }).runs++
		});
	});
}

/** What ran, and what of the strings has become an element. */
async function expectNothingRan(page: Page) {
	const found = await page.evaluate(() => ({
		runs: Reflect.get(globalThis, 'runs') as number,
		elements: [...document.querySelectorAll('*')]
			.filter((one) =>
				[...one.attributes].some(
					({ name, value }) =>
						(name.startsWith('on') && value.includes('ran')) || /^(java\s*script|data:text)/i.test(value)
				)
			)
			.map((one) => one.outerHTML.slice(0, 200))
	}));
	expect(found).toEqual({ runs: 0, elements: [] });
}

/** Puts the strings in place of the words of files that a page fetches. Returns how many were put so far. */
async function poison(page: Page, files: readonly string[]): Promise<() => number> {
	let taken = 0;
	const fill = (value: unknown, key = ''): unknown => {
		if (typeof value === 'string')
			return WORDS.test(key) && !CODES.has(value) ? `${STRINGS[taken++ % STRINGS.length]} ${taken}` : value;
		if (Array.isArray(value)) return value.map((one) => fill(one, key));
		if (value === null || typeof value !== 'object') return value;
		return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fill(one, name)]));
	};
	for (const file of files)
		await page.route(`**/data/${file}.json*`, async (route) => {
			const answer = await route.fetch();
			await route.fulfill({ response: answer, json: fill(await answer.json()) });
		});
	return () => taken;
}

test('strings that a careless page would run are only words', async ({ page }) => {
	expect(STRINGS.length).toBeGreaterThanOrEqual(300);
	await listen(page);
	const taken = await poison(page, ['collection', 'search']);
	// A page without views first, so that the script, not the file of the page, writes the words.
	await page.goto('./about/');
	await page.getByRole('link', { name: 'Explore', exact: true }).click();
	await expect(page.locator('[data-view="map"]')).toHaveAttribute('data-map-ready', 'svg');
	expect(taken(), 'each string stood in many fields').toBeGreaterThan(STRINGS.length * 3);
	await expect(page.locator('[data-view="timeline"]')).toContainText('ran');
	await expectNothingRan(page);
	await page.getByRole('link', { name: 'Events', exact: true }).click();
	await expect(page.locator('tbody').first()).toContainText('<script>');
	await expectNothingRan(page);
	await page.goto(`./search/?q=${encodeURIComponent('<img src=x onerror=ran()>')}`);
	await page.getByRole('searchbox').fill('script ran');
	await expect(page.getByRole('main')).toContainText('<script>');
	await expectNothingRan(page);

	// Taken as markup, they would be seen to run.
	await page.evaluate(
		(text) => document.body.insertAdjacentHTML('beforeend', text),
		'<img src="data:," onerror=ran()>'
	);
	await expect.poll(() => page.evaluate(() => Reflect.get(globalThis, 'runs') as number)).toBe(1);
	await expect(expectNothingRan(page)).rejects.toThrow('onerror');
});

test('the words of a document and of a link are only words', async ({ page }) => {
	test.slow();
	await listen(page);
	await page.route('**/data/documents/*.json*', async (route) => {
		const answer = await route.fetch();
		const body = (await answer.json()) as { text: string };
		const notes = STRINGS.map((text) => ({
			title: text,
			text,
			sources: [],
			dispute: [text]
		}));
		await route.fulfill({
			response: answer,
			json: { ...body, annotations: [], text: STRINGS.join(' '), notes }
		});
	});
	await page.goto('./');
	await expect(page.locator('[data-view="map"]')).toHaveAttribute('data-map-ready', 'svg');
	const keys = ['doc', 'p', 'sel', 't', 't2', 'w', 'z', 'as', 'only', 'doc2', 'q'];
	await page.evaluate(
		async ([strings, keys]) => {
			for (const [index, text] of strings.entries()) {
				// Every third link carries the string in all its parts; the others in one of them.
				const wanted = index % 3 === 0 ? keys : [keys[index % keys.length] ?? ''];
				const query = new URLSearchParams(wanted.map((key) => [key, text]));
				history.pushState(history.state, '', `?${query.toString()}`);
				dispatchEvent(new PopStateEvent('popstate', { state: history.state as unknown }));
				if (index % 20 === 0) await new Promise(requestAnimationFrame);
			}
		},
		[STRINGS, keys] as const
	);
	await expect(page.getByText('Part of this link could not be used here')).toBeVisible();
	await expectNothingRan(page);

	await page.evaluate(() => {
		history.pushState(history.state, '', '?doc=1950-09-20-zhou-to-ni');
		dispatchEvent(new PopStateEvent('popstate', { state: history.state as unknown }));
	});
	await expect(page.locator('[data-view="reader"]')).toContainText('<script>ran()</script>');
	await expectNothingRan(page);
});

test('what a student wrote, or a file brought, is only words', async ({ page }) => {
	await listen(page);
	await page.goto('./lessons/work/');
	const work = {
		...{ format: 'p38-work', version: 1, collection: 'korea-1950' },
		answers: STRINGS.map((text, index) => ({
			lesson: index % 2 ? text : 'ask-advise-order',
			task: index % 4 ? text : 'who-hears-convey',
			answer: text
		})),
		seen: STRINGS.slice(0, 40).map((text) => ({ lesson: text, step: text })),
		notes: STRINGS.map((text, index) => ({
			...{ id: index + 1, lesson: index % 2 ? text : 'ask-advise-order', step: text, text },
			document: '1950-10-01-zhou-enlai-to-kim-il-sung',
			words: { phrase: text, quote: text, prefix: '', suffix: text, start: 0, end: 5 }
		}))
	};
	await page.locator('input[type="file"]').setInputFiles({
		name: 'work.json',
		mimeType: 'application/json',
		buffer: Buffer.from(JSON.stringify(work))
	});
	await expect(page.locator('main')).toContainText('<img src=x onerror=ran()>');
	await expectNothingRan(page);
	await page.reload();
	await expect(page.locator('main')).toContainText('<img src=x onerror=ran()>');
	await expectNothingRan(page);
});
