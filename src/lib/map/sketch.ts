import type { FeatureCollection, Position } from 'geojson';
import { project } from './mercator';

/** The light base map as SVG path strings in map units: what the prerendered picture is drawn from. */
export interface SketchPaths {
	land: string;
	coast: string;
	/** `place` is the id of a river's record; without one the river is only drawn. */
	rivers: { place?: string; path: string }[];
}

/** Where the engine fetches a layer of the full base map: "detail/land" → address. */
export type BasemapUrls = (layer: string) => string;

/** Projects the base map once, on the server. Coordinates WGS84; strings with one decimal of a unit. */
export function projectSketch(
	land: FeatureCollection,
	coast: FeatureCollection,
	rivers: FeatureCollection
): SketchPaths {
	return {
		land: printAll(land),
		coast: printAll(coast),
		rivers: rivers.features.map((feature) => {
			const place = (feature.properties as { river?: string } | null)?.river;
			return { ...(place && { place }), path: printGeometry(feature.geometry) };
		})
	};
}

function printAll({ features }: FeatureCollection): string {
	return features.map(({ geometry }) => printGeometry(geometry)).join('');
}

function printGeometry(geometry: FeatureCollection['features'][number]['geometry']): string {
	switch (geometry.type) {
		case 'LineString':
			return printLine(geometry.coordinates);
		case 'MultiLineString':
			return geometry.coordinates.map(printLine).join('');
		case 'Polygon':
			return geometry.coordinates.map(printRing).join('');
		case 'MultiPolygon':
			return geometry.coordinates.flat().map(printRing).join('');
		case 'GeometryCollection':
			return geometry.geometries.map(printGeometry).join('');
		default:
			return '';
	}
}

function printRing(ring: Position[]): string {
	return `${printLine(ring.slice(0, -1))}z`;
}

/** Steps in tenths, relative to the point before: half as long as absolute ones, and no error adds up. */
function printLine(line: Position[]): string {
	let [lastX, lastY] = [0, 0];
	let text = '';
	for (const [lon = 0, lat = 0] of line) {
		const [x, y] = project([lon, lat]).map((value) => Math.round(value * 10)) as [number, number];
		if (text === '') text = `M${x / 10},${y / 10}l`;
		else if (x !== lastX || y !== lastY) text += printStep(x - lastX, y - lastY);
		[lastX, lastY] = [x, y];
	}
	return text.replace(/l$/, '');
}

function printStep(x: number, y: number): string {
	const east = `${x < 0 ? '' : ' '}${x / 10}`;
	return `${east}${y < 0 ? '' : ' '}${y / 10}`;
}
