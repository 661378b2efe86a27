import { readBasemap } from '$lib/server/basemap';
import { currentCollection, currentRecords } from '$lib/server/current-collection';
import { digest } from '$lib/server/digest';
import { Delivery } from '$lib/workspace/delivery';
import { drawSketch } from './draw-sketch';
import { siteOf } from './site';

export function load() {
	const { data, bodies } = currentCollection();
	const body = bodies.get(data.about.opening.document);
	return {
		site: siteOf(data.about),
		collection: new Delivery('collection', currentRecords().version, data),
		sketch: drawSketch(readBasemap, digest),
		body: body ?? null
	};
}
