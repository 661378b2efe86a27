import { error } from '@sveltejs/kit';
import { arrive } from '$lib/workspace/arrive';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => {
	const [collection, body] = await arrive(Promise.all([data.collection.data, data.body.data]));
	const document = collection.documents.find(({ id }) => id === data.id);
	if (!document) error(404);
	return {
		...data,
		...{ collection, document, body },
		needs: [data.collection.address, data.body.address]
	};
};
