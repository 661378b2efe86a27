import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { currentCollection } from '$lib/server/current-collection';
import { readGuidePage } from '$lib/teach/guide-page';
import { siteOf } from '../../site';

export function entries() {
	return currentCollection().lessons.map(({ id }) => ({ lesson: id }));
}

export const load: PageServerLoad = ({ params }) => {
	const collection = currentCollection();
	const guide = readGuidePage(collection, params.lesson);
	if (!guide) error(404);
	return { site: siteOf(collection.data.about), guide };
};
