import { projectSketch, type SketchPaths } from '$lib/map/sketch';

type Layers = Parameters<typeof projectSketch>[0];

let drawn: SketchPaths | undefined;

/** The base map as it stands in the page itself, projected once for all pages. `read` gives a layer of the base map. */
export function drawSketch(read: (layer: string) => Layers['land']): SketchPaths {
	drawn ??= projectSketch({
		land: read('sketch/land'),
		coast: read('sketch/coast'),
		rivers: read('sketch/rivers'),
		supplement: { rivers: read('supplement/rivers'), lakes: read('supplement/lakes') }
	});
	return drawn;
}
