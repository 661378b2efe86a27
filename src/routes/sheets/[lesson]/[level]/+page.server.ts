import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { readBasemap } from '$lib/server/basemap';
import { currentCollection } from '$lib/server/current-collection';
import { siteOf } from '../../../site';
import { listSheets, makeSheet } from '../../make-sheet';

export function entries() {
	return listSheets(currentCollection());
}

export const load: PageServerLoad = ({ params }) => {
	const collection = currentCollection();
	const lesson = collection.lessons.find(({ id }) => id === params.lesson);
	const level = lesson?.levels.find((one) => one === params.level);
	if (!lesson || !level) error(404);
	return {
		site: siteOf(collection.data.about),
		sheet: makeSheet(collection, lesson, level, readBasemap)
	};
};
