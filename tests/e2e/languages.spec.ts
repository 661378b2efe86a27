import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { LANGUAGES } from '../../src/lib/state/language';
import { expect, test } from './harness';

const OTHERS = LANGUAGES.filter(({ id }) => id !== 'en');
const WORD = /[A-Za-z][A-Za-z’'-]*/;
/** Three words and more of Latin letters, with nothing but spaces and commas between them. */
const RUN = new RegExp(`${WORD.source}(?:,? ${WORD.source}){2,}`);

const english = JSON.parse(readFileSync('src/messages/en.json', 'utf8')) as Record<string, string>;
/** What the interface says in English, as far as no name or number stands in it; short turns stand in documents too. */
const sayings = Object.values(english)
	.flatMap((text) => text.split(/\{\w+\}/))
	.map((part) => part.replace(/^\W+|[\s.:,;]+$/g, ''))
	.filter((part) => part.length >= 18 && part.split(' ').length >= 3);
/** Whole sayings of two words and more. */
const whole = new Set(
	Object.values(english).filter((text) => / [a-z]/i.test(text) && text !== english['app_name'])
);

test('no page in another language has English words of the interface, and what is English in it says so', () => {
	for (const { id, tag } of OTHERS) {
		const pages = listPages(join('build', id));
		expect(pages.length, `pages in ${id}`).toBe(listPages('build').filter(isEnglish).length);
		const left: string[] = [];
		const unmarked: string[] = [];
		for (const path of pages) {
			const { texts, language } = readPage(path);
			expect.soft(language, path).toBe(tag);
			for (const { text, isContent } of texts) {
				const isEnglish = RUN.test(text);
				const said = isEnglish ? sayings.find((saying) => text.includes(saying)) : undefined;
				if (said || whole.has(text)) left.push(`${path}: ${text.slice(0, 90)} (${said ?? 'all of it'})`);
				if (isContent && isEnglish && !/[\p{Script=Han}\p{Script=Hangul}]/u.test(text))
					unmarked.push(`${path}: ${text.slice(0, 90)}`);
			}
		}
		expect.soft(left, `English of the interface in ${id}`).toEqual([]);
		expect.soft(unmarked, `English without lang in ${id}`).toEqual([]);
	}
});

test('the switch keeps the view, and the links keep the language', async ({ page }) => {
	const query = 'doc=1950-10-01-zhou-enlai-to-kim-il-sung&p=september-30-telegram&t=1950-10-02T03:00Z';
	await page.goto(`./?${query}`);
	const phrase = page.locator('[data-annotation="september-30-telegram"]');
	await expect(phrase).toHaveAttribute('aria-current', 'true');
	const before = new URL(page.url()).searchParams;

	for (const { id, tag, name } of [...OTHERS, ...LANGUAGES.filter((one) => one.id === 'en')]) {
		await page.getByRole('link', { name, exact: true }).click();
		await expect(page.locator('html')).toHaveAttribute('lang', tag);
		const { pathname, searchParams } = new URL(page.url());
		expect(pathname).toBe(id === 'en' ? '/' : `/${id}/`);
		for (const key of ['doc', 'p', 't']) expect(searchParams.get(key), key).toBe(before.get(key));
		await expect(phrase).toHaveAttribute('aria-current', 'true');
		await expect(page.locator('header').getByRole('link', { name, exact: true })).toHaveAttribute(
			'lang',
			tag
		);
	}

	await page.goto('ko/lessons/');
	await page.locator('main h2 a').first().click();
	await page.waitForURL(/\/ko\/lessons\/[a-z-]+\/?$/);
	await expect(page.locator('h1 [lang="en"]')).toBeVisible();
	await page.locator('header nav a').nth(1).click();
	await page.waitForURL(/\/ko\/events\/?$/);
	await expect(page.locator('h1')).toHaveText('사건 표');
	await expect(page.locator('#places-seoul th > a')).toHaveText('서울');
});

function isEnglish(path: string): boolean {
	return !OTHERS.some(({ id }) => path.startsWith(join('build', id)));
}

function listPages(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
		entry.isDirectory()
			? listPages(join(folder, entry.name))
			: entry.name === 'index.html'
				? [join(folder, entry.name)]
				: []
	);
}

/** What a page says in the language of the page: texts and attributes, but for what is marked as English. */
function readPage(path: string) {
	const texts: { text: string; isContent: boolean }[] = [];
	const open: { name: string; lang: string | undefined; isHidden: boolean }[] = [];
	let language = '';
	const note = (raw: string, isContent: boolean) => {
		const text = raw.replace(/\s+/g, ' ').trim();
		if (text && !open.findLast(({ lang }) => lang)?.lang?.startsWith('en')) texts.push({ text, isContent });
	};
	const parser = new Parser({
		onopentag(name, attributes) {
			if (name === 'html') language = attributes['lang'] ?? '';
			open.push({
				name,
				lang: attributes['lang'],
				isHidden:
					attributes['aria-hidden'] === 'true' ||
					['script', 'style', 'title', 'option', 'code'].includes(name)
			});
			for (const key of ['aria-label', 'title', 'alt', 'placeholder'])
				if (attributes[key]) note(attributes[key], false);
		},
		onclosetag: () => void open.pop(),
		ontext(text) {
			if (!open.some(({ name }) => name === 'script' || name === 'style'))
				note(text, !open.some(({ isHidden }) => isHidden));
		}
	});
	parser.end(readFileSync(path, 'utf8'));
	return { texts, language };
}
