import { arrive } from '$lib/workspace/arrive';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => {
	const [collection, sketch] = await arrive(Promise.all([data.collection.data, data.sketch.data]));
	return { ...data, collection, sketch, needs: [data.collection.address, data.sketch.address] };
};
