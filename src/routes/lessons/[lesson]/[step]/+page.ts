import { resolve } from '$app/paths';
import type { PageLoad } from './$types';
import { inPageLanguage } from '$lib/workspace/spoken';

export const load: PageLoad = async ({ data }) => ({
	...data,
	collection: inPageLanguage(await data.collection.data),
	sketch: await data.sketch.data,
	needs: [
		data.collection.address,
		data.sketch.address,
		...(data.document ? [resolve('/data/documents/[id].json', { id: data.document })] : [])
	]
});
