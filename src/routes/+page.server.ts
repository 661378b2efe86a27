import { projectSketch } from '$lib/map/sketch';
import { readBasemap } from '$lib/server/basemap';
import { currentCollection } from '$lib/server/current-collection';

export function load() {
	const { data, bodies } = currentCollection();
	const body = bodies.get(data.about.opening.document);
	return {
		collection: data,
		body: body ?? null,
		sketch: projectSketch(
			readBasemap('sketch/land'),
			readBasemap('sketch/coast'),
			readBasemap('sketch/rivers')
		)
	};
}
