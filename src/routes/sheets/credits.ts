import type { Site } from '../site';
import { m } from '$lib/paraglide/messages';
import type { Sheet } from './make-sheet';

/** Whose the parts of a sheet are, and on what terms. */
export function creditsOf(
	{ title, credits, rights }: Site,
	{ lesson, hasMap }: Pick<Sheet, 'lesson' | 'hasMap'>
): string[] {
	return [
		m.sheet_own({ name: lesson.title, collection: title }),
		...credits.map(({ text }) => text),
		...(hasMap ? [`${m.map_credit()}.`] : []),
		...(rights ? [rights] : [])
	];
}
