import { arrive } from '$lib/workspace/arrive';
import { inPageLanguage } from '$lib/workspace/spoken';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => {
	const [records] = await arrive(Promise.all([data.collection.data]));
	return { ...data, collection: inPageLanguage(records), needs: [data.collection.address] };
};
