import { readBasemap } from '$lib/server/basemap';
import { currentCollection, currentRecords } from '$lib/server/current-collection';
import { digest } from '$lib/server/digest';
import { Delivery } from '$lib/workspace/delivery';
import { drawSketch } from '../draw-sketch';
import { siteOf } from '../site';

export function load() {
	const { data, bodies, kiosk } = currentCollection();
	const letter = kiosk?.doors.find(({ kind }) => kind === 'document')?.view.document;
	return {
		site: siteOf(data.about),
		collection: new Delivery('collection', currentRecords().version, data),
		sketch: drawSketch(readBasemap, digest),
		kiosk,
		body: bodies.get(letter ?? data.about.opening.document) ?? null
	};
}
