import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => ({
	...data,
	collection: await data.collection.data,
	sketch: await data.sketch.data,
	needs: [data.collection.address, data.sketch.address]
});
