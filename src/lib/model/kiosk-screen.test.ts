import { describe, expect, it } from 'vitest';
import type { Screen } from './kiosk';
import { bandOf, measureScreen, readScreen, roomOf } from './kiosk-screen';

/** 32 inches upright, 21.5 inches, and a tall wall. */
const UPRIGHT: Screen = { pitch: 0.369, width: 1080, height: 1920, bottom: 760, distance: 600 };
const SMALL: Screen = { pitch: 0.248, width: 1920, height: 1080, bottom: 900, distance: 500 };
const WALL: Screen = { pitch: 0.315, width: 2160, height: 3840, bottom: 700, distance: 900 };

describe('what a screen on a wall asks of a page', () => {
	it('buttons of 20 mm: 55 px on 32 inches, 81 px on 21.5', () => {
		expect(measureScreen(UPRIGHT).target).toBe(55);
		expect(measureScreen(SMALL).target).toBe(81);
	});

	it.each([UPRIGHT, SMALL, WALL])('a capital of at least 0.7° at $distance mm', (screen) => {
		const capital = measureScreen(screen).letter * 0.65 * screen.pitch;
		const degrees = (2 * Math.atan(capital / 2 / screen.distance) * 180) / Math.PI;
		expect(degrees).toBeGreaterThanOrEqual(0.7);
		expect(degrees).toBeLessThan(0.9);
	});

	it('letters that fill it, where it is larger than the distance asks for', () => {
		const large: Screen = { ...UPRIGHT, width: 3840, height: 2160 };
		expect(measureScreen(large).letter).toBe(Math.ceil(2160 / 35));
		expect(measureScreen(large, 2).letter).toBe(Math.ceil(1080 / 35));
		expect(measureScreen(UPRIGHT).letter).toBe(31);
	});

	it('controls between 380 and 1220 mm from the floor', () => {
		expect(measureScreen(UPRIGHT)).toMatchObject({ sill: 0, reach: Math.floor(460 / 0.369) });
		// Of a tall screen only the lower part, of one that begins near the floor not the lowest.
		expect(measureScreen(WALL).reach / WALL.height).toBeCloseTo(0.43, 2);
		expect(measureScreen({ ...UPRIGHT, bottom: 200 })).toMatchObject({
			sill: Math.ceil(180 / 0.369),
			reach: Math.floor(708.48 / 0.369)
		});
		expect(bandOf(WALL)).toBe(520);
	});

	it('counts in CSS pixels where the panel has two to one', () => {
		expect(measureScreen(UPRIGHT, 2).target).toBe(28);
	});

	it('says how much room is left', () => {
		expect(roomOf(UPRIGHT)).toBeGreaterThan(30);
		expect(roomOf({ ...UPRIGHT, distance: 2000 })).toBeLessThan(30);
	});

	it('takes the start address for another screen, and nothing foolish from it', () => {
		expect(readScreen('?pitch=0.315&bottom=700&distance=900', UPRIGHT)).toEqual({
			...{ ...UPRIGHT, pitch: 0.315 },
			...{ bottom: 700, distance: 900 }
		});
		expect(readScreen('?pitch=0&bottom=-3&distance=far', UPRIGHT)).toEqual(UPRIGHT);
		expect(readScreen('', UPRIGHT)).toEqual(UPRIGHT);
	});
});
