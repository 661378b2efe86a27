import type { PageServerLoad } from './$types';
import { currentCollection } from '$lib/server/current-collection';
import { wordsOfLessons } from '../../lesson-words';
import { siteOf } from '../../site';

export const load: PageServerLoad = () => {
	const collection = currentCollection();
	const { data } = collection;
	return {
		site: siteOf(data.about),
		lessons: wordsOfLessons(collection),
		names: Object.fromEntries(data.documents.map(({ id, title }) => [id, title]))
	};
};
