import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { keepHalf } from './divide';
import { lineAlong, pointAt, tell, type StoryFeature } from './told';

const look = { light: 'front:a' as const, layer: 'front' as const, label: 'front' };
const line = (...positions: [number, number][]) => tell(lineAlong(positions), look);
const shapes = (features: StoryFeature[]) => features.map(({ geometry }) => geometry.coordinates);

describe('one half of what is drawn', () => {
	it('is cut at the meridian, and both halves meet there', () => {
		const whole = line([0, 0], [4, 8]);
		expect(shapes(keepHalf([whole], 1, 'west'))).toEqual([
			[
				[0, 0],
				[1, 2]
			]
		]);
		expect(shapes(keepHalf([whole], 1, 'east'))).toEqual([
			[
				[1, 2],
				[4, 8]
			]
		]);
	});

	it('leaves what lies wholly on its side as it is, and nothing of what lies on the other', () => {
		const whole = line([0, 0], [4, 8]);
		expect(keepHalf([whole], 9, 'west')[0]).toBe(whole);
		expect(keepHalf([whole], 9, 'east')).toEqual([]);
		const point = tell(pointAt([3, 3]), look);
		expect([keepHalf([point], 2, 'east'), keepHalf([point], 2, 'west')]).toEqual([[point], []]);
	});

	it('of a line that comes and goes, names the longest piece only', () => {
		const pieces = keepHalf([line([0, 0], [2, 0], [2, 1], [-9, 1], [-9, 2], [2, 2])], 1, 'west');
		expect(pieces.map(({ properties }) => properties.label)).toEqual(['', 'front']);
		expect(shapes(pieces)[0]).toEqual([
			[0, 0],
			[1, 0]
		]);
	});

	it('of ground is ground', () => {
		const square = {
			type: 'Polygon' as const,
			coordinates: [
				[
					[0, 0],
					[4, 0],
					[4, 4],
					[0, 4],
					[0, 0]
				]
			]
		};
		const [half] = shapes(keepHalf([tell(square, look)], 1, 'east')) as number[][][][];
		const ring = half?.[0] ?? [];
		expect(ring.at(0)).toEqual(ring.at(-1));
		expect(ring.map(([lon]) => lon).filter((lon) => lon !== 1 && lon !== 4)).toEqual([]);
		expect(ring).toHaveLength(5);
	});

	it('never crosses the meridian and loses no position, whatever the line', () => {
		const position = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 }));
		fc.assert(
			fc.property(
				fc.array(position, { minLength: 2 }),
				fc.integer({ min: -20, max: 20 }),
				(positions, at) => {
					const whole = line(...positions);
					const [west, east] = [keepHalf([whole], at, 'west'), keepHalf([whole], at, 'east')];
					const lons = (features: StoryFeature[]) =>
						shapes(features).flatMap((one) => (one as number[][]).map(([lon]) => lon ?? 0));
					expect(lons(west).every((lon) => lon <= at) && lons(east).every((lon) => lon >= at)).toBe(true);
					const kept = JSON.stringify([...shapes(west), ...shapes(east)]);
					const inner = positions.filter(([lon], index) => lon !== at && index > 0);
					expect(inner.every((one) => kept.includes(JSON.stringify(one)))).toBe(true);
				}
			)
		);
	});
});
