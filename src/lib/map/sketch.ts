import type { FeatureCollection, Position } from 'geojson';
import { project } from './mercator';

/** A water as an SVG path. `place` is the id of its record; without one it is only drawn. */
export interface WaterPath {
	place?: string;
	path: string;
}

/** The light base map as SVG path strings in map units: what the prerendered picture is drawn from. */
export interface SketchPaths {
	land: string;
	coast: string;
	rivers: WaterPath[];
	/** From another source and on other terms, so never mixed with the rest. */
	supplement: { rivers: WaterPath[]; lakes: WaterPath[] };
}

/** What the sketch is made from, in WGS84. */
export interface SketchLayers {
	land: FeatureCollection;
	coast: FeatureCollection;
	rivers: FeatureCollection;
	supplement: { rivers: FeatureCollection; lakes: FeatureCollection };
}

/** Where the engine fetches a layer of the full base map: "detail/land" → address. */
export type BasemapUrls = (layer: string) => string;

/** Projects the base map once, on the server. Strings with one decimal of a unit. */
export function projectSketch({ land, coast, rivers, supplement }: SketchLayers): SketchPaths {
	return {
		land: printAll(land),
		coast: printAll(coast),
		rivers: printWaters(rivers, 'river'),
		supplement: {
			rivers: printWaters(supplement.rivers, 'river'),
			lakes: printWaters(supplement.lakes, 'lake')
		}
	};
}

function printWaters({ features }: FeatureCollection, name: 'river' | 'lake'): WaterPath[] {
	return features.map(({ geometry, properties }) => {
		const place: unknown = properties?.[name];
		return { ...(typeof place === 'string' && { place }), path: printGeometry(geometry) };
	});
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
