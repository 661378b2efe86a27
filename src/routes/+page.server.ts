import { readBasemap } from '$lib/server/basemap';
import { currentCollection, currentRecords } from '$lib/server/current-collection';
import { Delivery } from '$lib/workspace/delivery';
import { drawSketch } from './draw-sketch';
import { siteOf } from './site';

export function load() {
	const { data, bodies } = currentCollection();
	const body = bodies.get(data.about.opening.document);
	return {
		site: siteOf(data.about),
		collection: new Delivery('collection', currentRecords().version, data),
		sketch: drawSketch(readBasemap),
		body: body ?? null
	};
}
