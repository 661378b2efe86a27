import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { formatChicago } from '$lib/model/cite/chicago';
import { citeDocument } from '$lib/model/cite/item';
import { m } from '$lib/paraglide/messages';
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
	// The page is made before anyone opens it: it knows neither its own address nor the day.
	const whereabouts = { collection: data.about.title, site: m.app_name() };
	const findPerson = (id: string) => data.people.find((person) => person.id === id);
	const citation = formatChicago(citeDocument({ document, body, findPerson }, whereabouts));
	const excerpt = excerptFor(data, document, body, attesting);
	return { site: siteOf(data.about), document, body, citation, excerpt };
};
