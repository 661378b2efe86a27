import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { currentBodies, currentCollection, currentRecords } from '$lib/server/current-collection';
import { Delivery } from '$lib/workspace/delivery';
import { siteOf } from '../../site';

export function entries() {
	return currentCollection().data.documents.map(({ id }) => ({ id }));
}

export const load: PageServerLoad = ({ params }) => {
	const { data, bodies } = currentCollection();
	const body = bodies.get(params.id);
	if (!body) error(404);
	return {
		site: siteOf(data.about),
		id: params.id,
		collection: new Delivery('collection', currentRecords().version, data),
		body: new Delivery(`document/${params.id}`, currentBodies().version, body)
	};
};
