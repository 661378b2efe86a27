import { error } from '@sveltejs/kit';
import type { PageLoad } from './$types';
import { inPageLanguage } from '$lib/workspace/spoken';

export const load: PageLoad = async ({ data }) => {
	const [records, body] = await Promise.all([data.collection.data, data.body.data]);
	const collection = inPageLanguage(records);
	const document = collection.documents.find(({ id }) => id === data.id);
	if (!document) error(404);
	return {
		...data,
		...{ collection, document, body },
		needs: [data.collection.address, data.body.address]
	};
};
