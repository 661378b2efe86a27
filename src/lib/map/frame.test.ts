import { describe, expect, it } from 'vitest';
import { degreeMarks, farEnds, scaleBar } from './frame';
import { extentOf } from './mercator';
import { arc } from './shapes';
import { lineAlong, tell } from './told';

const camera = { centre: [10, 50] as [number, number], zoom: 6 };
const size = { width: 800, height: 500 };

describe('the frame of the map', () => {
	it('marks whole degrees that are in the picture', () => {
		const { west, east } = extentOf(camera, size);
		const { longitudes, latitudes } = degreeMarks(camera, size);
		expect(
			longitudes.every(({ degrees }) => Number.isInteger(degrees) && degrees > west && degrees < east)
		).toBe(true);
		expect(latitudes.find(({ degrees }) => degrees === 50)?.offset).toBeCloseTo(0, 6);
	});

	it('has a bar of a round number of km, no longer than asked for', () => {
		const { km, length } = scaleBar(camera);
		expect(['1', '2', '5']).toContain(String(km)[0]);
		expect(length).toBeLessThanOrEqual(120);
		const km10 = scaleBar({ ...camera, zoom: 7 }).km;
		expect(km10).toBeLessThanOrEqual(km);
	});

	it('says where an open cable comes from when that is outside, and nothing when all of it is inside', () => {
		const cable = (from: [number, number]) =>
			tell(lineAlong(arc(from, [10, 50], 0.1)), {
				...{ light: 'document:one', layer: 'cable', status: 'open' },
				ends: ['Far', 'Near']
			} as const);
		const [end, ...more] = farEnds([cable([-40, 60])], camera, size);
		expect(end).toMatchObject({ direction: 'from', place: 'Far' });
		expect(Math.abs(end?.spot[0] ?? 999)).toBeLessThan(400);
		expect(more).toEqual([]);
		expect(farEnds([cable([11, 50])], camera, size)).toEqual([]);
	});
});

describe('an arc', () => {
	it('takes the short way over the date line', () => {
		const line = arc([140, 35], [-77, 39], 0.1);
		expect(line.at(-1)?.[0]).toBeCloseTo(283, 4);
	});

	it('bows to the other side on the way back', () => {
		const [there, back] = [arc([10, 50], [14, 50], 0.1), arc([14, 50], [10, 50], 0.1)];
		expect((there[16]?.[1] ?? 0) > 50).toBe(true);
		expect((back[16]?.[1] ?? 0) < 50).toBe(true);
	});
});
