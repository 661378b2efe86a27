import type { LayoutServerLoad } from './$types';
import { currentCollection } from '$lib/server/current-collection';

export const load: LayoutServerLoad = () => ({ collectionId: currentCollection().data.about.id });
