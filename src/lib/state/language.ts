import { baseLocale, type Locale } from '$lib/paraglide/runtime';

export interface Language {
	id: Locale;
	/** As BCP 47 has it: for `lang` and `hreflang`. */
	tag: string;
	/** In the language itself. */
	name: string;
}

/** The languages of the interface, in the order in which they are offered. */
export const LANGUAGES: readonly Language[] = [
	{ id: 'en', tag: 'en', name: 'English' },
	{ id: 'ko', tag: 'ko', name: '한국어' },
	{ id: 'zh', tag: 'zh-Hans', name: '中文' }
];

/** The first stroke and the word after it, where that word is a language with a folder of its own. */
const PREFIX = new RegExp(
	`^/(${LANGUAGES.filter(({ id }) => id !== baseLocale)
		.map(({ id }) => id)
		.join('|')})(?=[/?#]|$)`
);

/** @param path from the folder of the site: "/ko/lessons/" */
export function localeOf(path: string): Locale {
	return (PREFIX.exec(path)?.[1] as Locale | undefined) ?? baseLocale;
}

/** The path without its language: "/ko/lessons/" → "/lessons/", "/ko" → "/". Query and hash stay. */
export function neutralPath(path: string): string {
	const rest = path.replace(PREFIX, '');
	return rest.startsWith('/') ? rest : `/${rest}`;
}

/**
 * The same page in a language: ("/zh/lessons/?level=middle", "ko") → "/ko/lessons/?level=middle". English has no folder of its own.
 * @param path from the folder of the site, with or without a language; query and hash stay
 */
export function localePath(path: string, locale: string): string {
	const neutral = neutralPath(path);
	return locale === baseLocale ? neutral : `/${locale}${neutral}`;
}

export function languageOf(locale: Locale): Language {
	const language = LANGUAGES.find(({ id }) => id === locale);
	if (!language) throw new Error(`There is no language "${locale}".`);
	return language;
}
