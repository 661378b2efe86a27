import { arrive } from '$lib/workspace/arrive';
import { inPageLanguage } from '$lib/workspace/spoken';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ data }) => {
	const [records, sketch] = await arrive(Promise.all([data.collection.data, data.sketch.data]));
	const collection = inPageLanguage(records);
	return { ...data, collection, sketch, needs: [data.collection.address, data.sketch.address] };
};
