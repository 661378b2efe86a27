import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const { locales, baseLocale } = JSON.parse(
	readFileSync('src/messages/project.inlang/settings.json', 'utf8')
) as { locales: string[]; baseLocale: string };

const read = (locale: string) =>
	JSON.parse(readFileSync(`src/messages/${locale}.json`, 'utf8')) as Record<string, string>;
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

/** Names of the project, of styles and of forms of files, and sizes of paper: the same everywhere. */
const SAME = new Set([
	'$schema',
	'app_name',
	'cite_chicago',
	'cite_mla',
	'cite_apa',
	'cite_bibtex',
	'cite_ris',
	'cite_csl',
	'sheet_paper_a4',
	'sheet_paper_letter',
	'work_json',
	'work_csv',
	'work_markdown',
	'teach_level_short_middle'
]);

const base = read(baseLocale);

it('knows all three languages', () => {
	expect(locales).toEqual(['en', 'ko', 'zh']);
});

describe.each(locales.filter((locale) => locale !== baseLocale))('the words in %s', (locale) => {
	const words = read(locale);

	it('are complete, and no more', () => {
		expect(Object.keys(words).sort()).toEqual(Object.keys(base).sort());
	});

	it('take up what the English ones take up', () => {
		const wrong = Object.keys(base).filter(
			(key) => placeholders(base[key] ?? '').join() !== placeholders(words[key] ?? '').join()
		);
		expect(wrong).toEqual([]);
	});

	it('are no English ones', () => {
		const left = Object.entries(words).filter(([key, text]) => {
			// What only sets the words of others side by side may be the same.
			const hasWords = /\p{L}/u.test(text.replace(/\{\w+\}|\b(?:km|MB)\b/g, ''));
			return !SAME.has(key) && hasWords && text === base[key];
		});
		expect(left).toEqual([]);
	});

	it('are all written in the script of the language', () => {
		const script = locale === 'ko' ? /\p{Script=Hangul}/u : /\p{Script=Han}/u;
		const foreign = Object.entries(words).filter(([key, text]) => {
			const said = text.replace(/\{\w+\}|\b(?:km|MB)\b/g, '');
			return !SAME.has(key) && /\p{L}/u.test(said) && !script.test(said);
		});
		expect(foreign).toEqual([]);
	});
});
