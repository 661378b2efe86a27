import { arrive } from '$lib/workspace/arrive';
import type { PageLoad } from './$types';

/** Nobody stands by to try again: the page without scripts does, by itself. */
const rest = () => location.replace('still/');

export const load: PageLoad = async ({ data }) => {
	const [collection, sketch] = await arrive(Promise.all([data.collection.data, data.sketch.data]), rest);
	return { ...data, collection, sketch, needs: [data.collection.address, data.sketch.address] };
};
