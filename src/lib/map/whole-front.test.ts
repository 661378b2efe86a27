import { describe, expect, it } from 'vitest';
import { extentOf } from './mercator';
import { cameraForWhole } from './whole-front';

const EXTENT = { west: 0, south: 40, east: 30, north: 70 };
const SIZE = { width: 800, height: 560 };
const LINE: [number, number][] = [
	[10, 55],
	[12, 56],
	[14, 55.5]
];

describe('the camera for a whole front', () => {
	it('is not wanted while the front is in the picture', () => {
		expect(cameraForWhole(LINE, { centre: [12, 55.5], zoom: 5 }, EXTENT, SIZE)).toBeNull();
	});

	it('shows all of a front that leaves the picture, and is then not wanted any more', () => {
		const camera = cameraForWhole(LINE, { centre: [14, 55.5], zoom: 7 }, EXTENT, SIZE);
		if (!camera) throw new Error('the front leaves the picture');
		const { west, south, east, north } = extentOf(camera, SIZE);
		expect([west < 10, south < 55, east > 14, north > 56]).toEqual([true, true, true, true]);
		expect(cameraForWhole(LINE, camera, EXTENT, SIZE)).toBeNull();
	});

	it('is not offered again where the map cannot show more', () => {
		const wide: [number, number][] = [
			[-5, 55],
			[40, 55]
		];
		const camera = cameraForWhole(wide, { centre: [14, 55.5], zoom: 7 }, EXTENT, SIZE);
		expect(camera && cameraForWhole(wide, camera, EXTENT, SIZE)).toBeNull();
	});
});
