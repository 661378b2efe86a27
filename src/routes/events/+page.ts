import { arrive } from '$lib/workspace/arrive';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => {
	const [collection] = await arrive(Promise.all([data.collection.data]));
	return { ...data, collection, needs: [data.collection.address] };
};
