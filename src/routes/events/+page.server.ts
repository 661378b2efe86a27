import { currentCollection, currentRecords } from '$lib/server/current-collection';
import { Delivery } from '$lib/workspace/delivery';
import { siteOf } from '../site';

export function load() {
	const { data } = currentCollection();
	return { site: siteOf(data.about), collection: new Delivery('collection', currentRecords().version, data) };
}
