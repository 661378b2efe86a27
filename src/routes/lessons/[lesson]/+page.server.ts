import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { outlineOf } from '$lib/model/lesson';
import { currentCollection } from '$lib/server/current-collection';
import { siteOf } from '../../site';

export function entries() {
	return currentCollection().lessons.map(({ id }) => ({ lesson: id }));
}

export const load: PageServerLoad = ({ params }) => {
	const { data, lessons } = currentCollection();
	const lesson = lessons.find(({ id }) => id === params.lesson);
	if (!lesson) error(404);
	const { introduction, sources, words } = lesson;
	return {
		site: siteOf(data.about),
		lesson: outlineOf(lesson),
		introduction,
		terms: data.terms
			.filter(({ id }) => words.includes(id))
			.map(({ id, term, definition }) => ({ id, term, definition })),
		sources: sources.map(({ source, locator }) => ({
			id: source,
			title: data.sources.find(({ id }) => id === source)?.title ?? source,
			locator
		}))
	};
};
