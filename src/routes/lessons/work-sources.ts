import { resolve } from '$app/paths';
import type { LessonWords } from '$lib/lesson/work-text';
import type { DocumentBody } from '$lib/model/collection';

const bodies = new Map<string, Promise<DocumentBody | null>>();
let words: Promise<LessonWords[]> | null = null;

/** The words of a document, fetched once; null when the collection has no such document any more. Rejects when it cannot be had now. */
export function bodyOf(id: string): Promise<DocumentBody | null> {
	const known = bodies.get(id);
	if (known) return known;
	const asked = fetchJson<DocumentBody>(resolve('/data/documents/[id].json', { id }));
	bodies.set(id, asked);
	// What failed may be asked for again.
	asked.catch(() => bodies.delete(id));
	return asked;
}

/** What all lessons ask, in words; fetched when a file is to be made of a student's work. */
export function findWords(): Promise<LessonWords[]> {
	words ??= fetchJson<LessonWords[]>(resolve('/data/lessons.json')).then((list) => list ?? []);
	words.catch(() => (words = null));
	return words;
}

async function fetchJson<T>(address: string): Promise<T | null> {
	const answer = await fetch(address);
	if (answer.status === 404) return null;
	if (!answer.ok) throw new Error(`${answer.status}`);
	return (await answer.json()) as T;
}
