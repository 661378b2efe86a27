import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { currentCollection } from '$lib/server/current-collection';
import { siteOf } from '../../site';
import { excerptFor } from './excerpt';

export function entries() {
	return currentCollection().data.documents.map(({ id }) => ({ id }));
}

export const load: PageServerLoad = ({ params }) => {
	const { data, bodies } = currentCollection();
	const body = bodies.get(params.id);
	const document = data.documents.find(({ id }) => id === params.id);
	if (!body || !document) error(404);
	const attesting = body.attested_by.flatMap(
		({ document, annotation }) => bodies.get(document)?.annotations.find(({ id }) => id === annotation) ?? []
	);
	return { site: siteOf(data.about), document, body, excerpt: excerptFor(data, document, body, attesting) };
};
