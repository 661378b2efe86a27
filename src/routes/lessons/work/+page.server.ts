import type { PageServerLoad } from './$types';
import { wordsOfLesson } from '$lib/lesson/work-text';
import { currentCollection } from '$lib/server/current-collection';
import { siteOf } from '../../site';

export const load: PageServerLoad = () => {
	const { data, lessons } = currentCollection();
	return {
		site: siteOf(data.about),
		lessons: lessons.map(wordsOfLesson),
		names: Object.fromEntries(data.documents.map(({ id, title }) => [id, title]))
	};
};
