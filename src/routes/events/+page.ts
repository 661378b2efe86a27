import type { PageLoad } from './$types';
import { inPageLanguage } from '$lib/workspace/spoken';

export const load: PageLoad = async ({ data }) => ({
	...data,
	collection: inPageLanguage(await data.collection.data),
	needs: [data.collection.address]
});
