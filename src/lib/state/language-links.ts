import { baseLocale } from '$lib/paraglide/runtime';
import { LANGUAGES, localePath } from './language';

/**
 * What tells a search engine of the other languages of a page, as HTML for its head. Without an address of the site the links are
 * relative to the page, and it names no canonical address.
 * @param path of the page, from the folder of the site, ending in a stroke
 * @param address of the site, ending in a stroke
 */
export function languageLinks(path: string, address: string | null): string {
	const site =
		address ??
		path
			.split('/')
			.slice(2)
			.map(() => '../')
			.join('');
	const hrefOf = (page: string) => escape(site + page.slice(1) || './');
	const alternates = [
		...LANGUAGES.map(({ id, tag }) => ({ id, tag })),
		{ id: baseLocale, tag: 'x-default' }
	].map(({ id, tag }) => `<link rel="alternate" hreflang="${tag}" href="${hrefOf(localePath(path, id))}" />`);
	return [
		...(address === null ? [] : [`<link rel="canonical" href="${hrefOf(path)}" />`]),
		...alternates
	].join('');
}

function escape(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
