import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection } from 'geojson';

const FOLDER = 'data/basemap';

/** What the other files lack, in one file of its own because of its terms; by the property that tells its layers apart. */
const SUPPLEMENT: Record<string, string> = { 'supplement/rivers': 'river', 'supplement/lakes': 'lake' };

/** The layers of the base map that the map engine fetches, as "detail/land". */
export function listBasemap(): string[] {
	const levels = ['detail', 'context'].flatMap((level) =>
		readdirSync(join(FOLDER, level))
			.filter((name) => name.endsWith('.geojson'))
			.map((name) => `${level}/${name.replace('.geojson', '')}`)
	);
	return [...levels, ...Object.keys(SUPPLEMENT)];
}

/**
 * One layer, as written by the script in src/cli/basemap.
 * @throws Error when there is no such layer
 */
export function readBasemap(layer: string): FeatureCollection {
	const mark = SUPPLEMENT[layer];
	if (!mark) return readFile(layer);
	const { features, ...rest } = readFile('supplement');
	return { ...rest, features: features.filter(({ properties }) => properties?.[mark] !== undefined) };
}

function readFile(name: string): FeatureCollection {
	return JSON.parse(readFileSync(join(FOLDER, `${name}.geojson`), 'utf8')) as FeatureCollection;
}
