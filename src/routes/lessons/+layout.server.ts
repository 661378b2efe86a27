import type { LayoutServerLoad } from './$types';
import { currentCollection } from '$lib/server/current-collection';
import { siteAddress } from '$lib/server/site-address';

export const load: LayoutServerLoad = () => ({
	collectionId: currentCollection().data.about.id,
	/** null where nobody has said under which address the site will stand. */
	address: siteAddress()
});
