import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection } from 'geojson';

const FOLDER = 'data/basemap';

/** The layers of the base map that the map engine fetches, as "detail/land". */
export function listBasemap(): string[] {
	return ['detail', 'context'].flatMap((level) =>
		readdirSync(join(FOLDER, level))
			.filter((name) => name.endsWith('.geojson'))
			.map((name) => `${level}/${name.replace('.geojson', '')}`)
	);
}

/**
 * One layer, as written by the script in src/cli/basemap.
 * @throws Error when there is no such layer
 */
export function readBasemap(layer: string): FeatureCollection {
	return JSON.parse(readFileSync(join(FOLDER, `${layer}.geojson`), 'utf8')) as FeatureCollection;
}
