import { projectSketch, type SketchPaths } from '$lib/map/sketch';
import { Delivery } from '$lib/workspace/delivery';

type Layers = Parameters<typeof projectSketch>[0];

let drawn: Delivery<SketchPaths> | undefined;

/** The base map as it stands in the page itself, projected once for all pages. `read` gives a layer of the base map, `digest` the version of a text. */
export function drawSketch(
	read: (layer: string) => Layers['land'],
	digest: (text: string) => string
): Delivery<SketchPaths> {
	if (drawn) return drawn;
	const paths = projectSketch({
		land: read('sketch/land'),
		coast: read('sketch/coast'),
		rivers: read('sketch/rivers'),
		supplement: { rivers: read('supplement/rivers'), lakes: read('supplement/lakes') }
	});
	drawn = new Delivery('sketch', digest(JSON.stringify(paths)), paths);
	return drawn;
}
