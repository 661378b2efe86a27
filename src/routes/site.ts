import type { About } from '$lib/model/collection';
import { titleIn } from '$lib/model/speak';
import { getLocale } from '$lib/paraglide/runtime';
import { languageOf } from '$lib/state/language';

/** What every page says of the collection. Pages send it, not the layout: the page for unknown addresses has no data of its own. */
export type Site = Pick<About, 'title' | 'description' | 'credits' | 'rights'>;

export function siteOf(about: About): Site {
	const { description, credits, rights } = about;
	return { title: titleIn(about, languageOf(getLocale()).tag), description, credits, rights };
}
