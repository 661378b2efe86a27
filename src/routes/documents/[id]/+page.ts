import { error } from '@sveltejs/kit';
import { arrive } from '$lib/workspace/arrive';
import { inPageLanguage } from '$lib/workspace/spoken';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => {
	const [records, body] = await arrive(Promise.all([data.collection.data, data.body.data]));
	const collection = inPageLanguage(records);
	const document = collection.documents.find(({ id }) => id === data.id);
	if (!document) error(404);
	return {
		...data,
		...{ collection, document, body },
		needs: [data.collection.address, data.body.address]
	};
};
