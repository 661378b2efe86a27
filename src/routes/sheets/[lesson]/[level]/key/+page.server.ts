import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { readBasemap } from '$lib/server/basemap';
import { currentCollection } from '$lib/server/current-collection';
import { keyOf } from '$lib/sheet/answer-key';
import { siteOf } from '../../../../site';
import { listSheets, makeSheet, wordsOf } from '../../../make-sheet';

export function entries() {
	return listSheets(currentCollection());
}

export const load: PageServerLoad = ({ params }) => {
	const collection = currentCollection();
	const { data, lessons, guides } = collection;
	const lesson = lessons.find(({ id }) => id === params.lesson);
	const level = lesson?.levels.find((one) => one === params.level);
	const guide = guides.get(params.lesson);
	if (!lesson || !level || !guide) error(404);
	const { pages, ...sheet } = makeSheet(collection, lesson, level, readBasemap);
	const words = wordsOf(collection, readBasemap);
	const tasks = lesson.steps.flatMap(({ tellings }) => tellings[level].task ?? []);
	return {
		site: siteOf(data.about),
		sheet,
		answers: pages.flat().flatMap((block) => {
			const task = block.kind === 'task' && tasks.find(({ id }) => id === block.task.id);
			if (!task) return [];
			const { id, number, title, prompt } = block.task;
			const model = guide.answers[id]?.[level] ?? null;
			return { ...{ id, number, title, prompt, model }, kind: task.kind, rows: keyOf(task, words) };
		}),
		rubric: guide.rubric
	};
};
