import type { Camera } from '$lib/state/url';
import type { Box } from './labels';
import { clampCamera, extentOf, fitExtent, type Extent, type LonLat, type Size } from './mercator';

/** Room left around the line, CSS pixels. */
const MARGIN = 28;

/** The camera that shows a whole line; null when it is in the picture already, or when that camera is the present one. */
export function cameraForWhole(
	line: readonly LonLat[],
	camera: Camera,
	extent: Extent,
	size: Size
): Camera | null {
	const lons = line.map(([lon]) => lon);
	const lats = line.map(([, lat]) => lat);
	const reach = {
		west: Math.min(...lons),
		south: Math.min(...lats),
		east: Math.max(...lons),
		north: Math.max(...lats)
	};
	const { west, south, east, north } = extentOf(camera, size);
	if (west <= reach.west && south <= reach.south && east >= reach.east && north >= reach.north) return null;
	const fitted = clampCamera(fitExtent(reach, size, MARGIN), extent, size);
	return isNear(fitted, camera) ? null : fitted;
}

/** The room of the button that asks for it, lower right. */
export function corner({ width, height, letters = 1 }: Size): Box {
	const [across, up] = [172 * letters, 56 * letters];
	return { x: width / 2 - across, y: height / 2 - up, width: across, height: up };
}

/** As near as a link says where the map looks. */
function isNear(a: Camera, b: Camera): boolean {
	const [lon, lat] = [a.centre[0] - b.centre[0], a.centre[1] - b.centre[1]];
	return Math.hypot(lon, lat) < 0.01 && Math.abs(a.zoom - b.zoom) < 0.02;
}
