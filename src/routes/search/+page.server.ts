import { currentCollection } from '$lib/server/current-collection';
import { siteOf } from '../site';

export function load() {
	return { site: siteOf(currentCollection().data.about) };
}
