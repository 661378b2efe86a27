import { error } from '@sveltejs/kit';
import { currentCollection } from '$lib/server/current-collection';
import { siteOf } from '../../site';

export function load() {
	const { data, bodies, kiosk } = currentCollection();
	const door = kiosk?.doors.find(({ kind }) => kind === 'document');
	const body = bodies.get(door?.view.document ?? data.about.opening.document);
	const document = data.documents.find(({ id }) => id === body?.id);
	if (!body || !document) error(404);
	const { title, language } = document;
	const { text, paragraphs } = body;
	return {
		site: siteOf(data.about),
		question: kiosk?.question ?? null,
		letter: {
			...{ title, language },
			paragraphs: paragraphs.map(({ role, start, end }) => ({ role, text: text.slice(start, end) }))
		}
	};
}
