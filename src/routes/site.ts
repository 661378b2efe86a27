import type { About } from '$lib/model/collection';

/** What every page says of the collection. Pages send it, not the layout: the page for unknown addresses has no data of its own. */
export type Site = Pick<About, 'title' | 'description' | 'credits' | 'rights'>;

export function siteOf({ title, description, credits, rights }: About): Site {
	return { title, description, credits, rights };
}
