import { resolve } from '$app/paths';
import { arrive } from '$lib/workspace/arrive';
import { inPageLanguage } from '$lib/workspace/spoken';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => {
	const [collection, sketch] = await arrive(Promise.all([data.collection.data, data.sketch.data]));
	const words = data.document ? [resolve('/data/documents/[id].json', { id: data.document })] : [];
	return {
		...data,
		...{ collection: inPageLanguage(collection), sketch },
		needs: [data.collection.address, data.sketch.address, ...words]
	};
};
