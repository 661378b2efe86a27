import { wordsOfLesson, type LessonWords } from '$lib/lesson/work-text';
import type { Collection } from '$lib/model/collection';

/** What the lessons of a collection ask, in words. */
export function wordsOfLessons({ data, lessons, bodies }: Collection): LessonWords[] {
	return lessons.map((lesson) =>
		wordsOfLesson(lesson, {
			phrasesIn: (document) => bodies.get(document)?.annotations ?? [],
			placeName: (place) => data.places.find(({ id }) => id === place)?.name ?? place
		})
	);
}
