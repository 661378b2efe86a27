import { createHash } from 'node:crypto';
import { projectSketch, type SketchPaths } from '$lib/map/sketch';
import { Delivery } from '$lib/workspace/delivery';

type Layers = Parameters<typeof projectSketch>[0];

let drawn: Delivery<SketchPaths> | undefined;

/** The base map as it stands in the page itself, projected once for all pages. `read` gives a layer of the base map. */
export function drawSketch(read: (layer: string) => Layers['land']): Delivery<SketchPaths> {
	if (drawn) return drawn;
	const paths = projectSketch({
		land: read('sketch/land'),
		coast: read('sketch/coast'),
		rivers: read('sketch/rivers'),
		supplement: { rivers: read('supplement/rivers'), lakes: read('supplement/lakes') }
	});
	const version = createHash('sha256').update(JSON.stringify(paths)).digest('hex').slice(0, 10);
	drawn = new Delivery('sketch', version, paths);
	return drawn;
}
