import { projectSketch } from '$lib/map/sketch';
import { readBasemap } from '$lib/server/basemap';
import { currentCollection, currentRecords } from '$lib/server/current-collection';
import { Delivery } from '$lib/workspace/delivery';
import { siteOf } from './site';

export function load() {
	const { data, bodies } = currentCollection();
	const body = bodies.get(data.about.opening.document);
	return {
		site: siteOf(data.about),
		collection: new Delivery(data, currentRecords().version),
		body: body ?? null,
		sketch: projectSketch({
			land: readBasemap('sketch/land'),
			coast: readBasemap('sketch/coast'),
			rivers: readBasemap('sketch/rivers'),
			supplement: { rivers: readBasemap('supplement/rivers'), lakes: readBasemap('supplement/lakes') }
		})
	};
}
