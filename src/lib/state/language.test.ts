import { expect, it } from 'vitest';
import { locales } from '$lib/paraglide/runtime';
import { LANGUAGES, localeOf, localePath, neutralPath } from './language';
import { languageLinks } from './language-links';

it('names every language that has words', () => {
	expect(LANGUAGES.map(({ id }) => id).sort()).toEqual([...locales].sort());
});

it.each([
	['/', '/ko/', '/zh/'],
	['/lessons/', '/ko/lessons/', '/zh/lessons/'],
	[
		'/?sel=event/a&t=1911-02-03T10:00Z#b',
		'/ko/?sel=event/a&t=1911-02-03T10:00Z#b',
		'/zh/?sel=event/a&t=1911-02-03T10:00Z#b'
	],
	['/korea/', '/ko/korea/', '/zh/korea/'],
	['/documents/ko/', '/ko/documents/ko/', '/zh/documents/ko/'],
	['/documents/[id]', '/ko/documents/[id]', '/zh/documents/[id]']
])('leads from %s to each language and back', (en, ko, zh) => {
	const all = { en, ko, zh };
	for (const path of Object.values(all)) {
		for (const { id } of LANGUAGES) expect(localePath(path, id)).toBe(all[id]);
		expect(neutralPath(path)).toBe(en);
	}
	for (const { id } of LANGUAGES) expect(localeOf(all[id])).toBe(id);
});

it('takes a language without its last stroke for the first page', () => {
	expect(neutralPath('/ko')).toBe('/');
	expect(neutralPath('/ko?t=1')).toBe('/?t=1');
	expect(localeOf('/ko')).toBe('ko');
});

it('tells of the other languages by links from the page itself, or by whole addresses where the site has one', () => {
	expect(languageLinks('/ko/lessons/', null)).toContain('hreflang="zh-Hans" href="../../zh/lessons/"');
	expect(languageLinks('/ko/lessons/', null)).not.toContain('canonical');
	expect(languageLinks('/', null)).toContain('hreflang="en" href="./"');
	const whole = languageLinks('/ko/', 'https://a.example.org/b/');
	expect(whole).toContain('<link rel="canonical" href="https://a.example.org/b/ko/" />');
	expect(whole).toContain('hreflang="x-default" href="https://a.example.org/b/"');
});
