import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => ({
	...data,
	collection: await data.collection.data,
	needs: [data.collection.address]
});
