import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	clampCamera,
	extentOf,
	fitOpening,
	moveCamera,
	offsetOf,
	OPENING_ROOM,
	project,
	sameCamera,
	unproject,
	WORLD
} from './mercator';

const longitude = fc.double({ min: -180, max: 180, noNaN: true });
const latitude = fc.double({ min: -84, max: 84, noNaN: true });

describe('the projection', () => {
	it('gives every position back', () => {
		fc.assert(
			fc.property(longitude, latitude, (lon, lat) => {
				const [backLon, backLat] = unproject(project([lon, lat]));
				expect(backLon).toBeCloseTo(lon, 8);
				expect(backLat).toBeCloseTo(lat, 8);
			})
		);
	});

	it('agrees with the engine: the world is 512 px wide at zoom 0 and north is up', () => {
		expect(offsetOf([180, 0], { centre: [0, 0], zoom: 0 })[0]).toBeCloseTo(256, 6);
		expect(offsetOf([0, 10], { centre: [0, 0], zoom: 0 })[1]).toBeLessThan(0);
		expect(project([0, 0])).toEqual([WORLD / 2, WORLD / 2]);
	});

	it('goes on past the date line', () => {
		expect(project([200, 0])[0]).toBeGreaterThan(project([179, 0])[0]);
	});
});

describe('the camera', () => {
	const camera = { centre: [10, 50] as [number, number], zoom: 6 };

	it('comes back when the map is pushed there and back', () => {
		expect(sameCamera(moveCamera(moveCamera(camera, [120, -45]), [-120, 45]), camera)).toBe(true);
	});

	it('keeps the point under the pointer while it zooms', () => {
		const pointer = [90, -60] as const;
		const before = extentOf(camera, { width: 0, height: 0 });
		const zoomed = moveCamera(camera, [0, 0], 1.3, pointer);
		const place = moveCamera(camera, [-pointer[0], -pointer[1]]).centre;
		expect(before.west).toBeCloseTo(10, 6);
		expect(offsetOf(place, zoomed)[0]).toBeCloseTo(pointer[0], 4);
		expect(offsetOf(place, zoomed)[1]).toBeCloseTo(pointer[1], 4);
	});

	it('opens on the same ground in smaller and larger rooms, within limits', () => {
		const zoomIn = (width: number, height: number) => fitOpening(camera, { width, height }).zoom;
		expect(fitOpening(camera, OPENING_ROOM)).toEqual(camera);
		expect(zoomIn(1600, 1120)).toBeCloseTo(camera.zoom + 1, 6);
		expect(zoomIn(750, 450)).toBeCloseTo(camera.zoom + Math.log2(450 / 560), 6);
		const [home, here] = [OPENING_ROOM, { width: 1080, height: 650 }].map((size) =>
			extentOf(fitOpening(camera, size), size)
		);
		expect(here?.north).toBeCloseTo(home?.north ?? 0, 6);
		expect(zoomIn(390, 260)).toBeCloseTo(camera.zoom - 0.4, 6);
		expect(zoomIn(5000, 5000)).toBeCloseTo(camera.zoom + 1, 6);
	});

	it('never shows anything from outside the extent', () => {
		const extent = { west: 0, south: 40, east: 30, north: 60 };
		const size = { width: 700, height: 300 };
		fc.assert(
			fc.property(longitude, latitude, fc.double({ min: 0, max: 22, noNaN: true }), (lon, lat, zoom) => {
				const shown = extentOf(clampCamera({ centre: [lon, lat], zoom }, extent, size), size);
				expect(shown.west).toBeGreaterThanOrEqual(-1e-6);
				expect(shown.east).toBeLessThanOrEqual(30 + 1e-6);
				expect(shown.south).toBeGreaterThanOrEqual(40 - 1e-6);
				expect(shown.north).toBeLessThanOrEqual(60 + 1e-6);
			})
		);
	});
});
