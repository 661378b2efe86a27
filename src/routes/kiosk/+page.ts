import { browser } from '$app/environment';
import { learnWords } from '$lib/state/words';
import { arrive } from '$lib/workspace/arrive';
import type { PageLoad } from './$types';

/** Nobody stands by to try again: the page without scripts does, by itself. */
const rest = () => location.replace('still/');

export const load: PageLoad = async ({ data }) => {
	// A visitor changes the language without another page.
	const words = browser ? (data.kiosk?.languages ?? []).map(learnWords) : [];
	const [collection, sketch] = await arrive(
		Promise.all([data.collection.data, data.sketch.data, ...words]),
		rest
	);
	return { ...data, collection, sketch, needs: [data.collection.address, data.sketch.address] };
};
