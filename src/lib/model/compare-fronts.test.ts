import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FrontClaim, Pocket } from './collection';
import { compareFronts, oppositeOf, type PlacedName } from './compare-fronts';
import { toInterval } from './edtf-interval';
import type { FrontAt } from './front-at';

function front(line: [number, number][], more: Partial<FrontAt> = {}): FrontAt {
	const uncertainty_km = more.uncertainty_km ?? 5;
	const claim: FrontClaim = {
		...{ id: 'edge', label: 'Edge', when: toInterval('1911-02-03', 'UTC'), uncertainty_km, breaks: false },
		...{ line, pockets: [], certainty: 'medium', sources: [], dispute: [] }
	};
	return { line, uncertainty_km, pockets: [], claims: [claim], status: 'claim', ...more };
}

const across = (latitude: number, more: Partial<FrontAt> = {}) =>
	front(
		[
			[10, latitude],
			[12, latitude]
		],
		more
	);
const place = (id: string, position: [number, number], rank: PlacedName['rank'] = 2): PlacedName => ({
	...{ id, name: id, rank, position }
});
function pocket(side: string, [lon, lat]: [number, number], label = side): Pocket {
	const ring = [
		[lon - 0.1, lat - 0.1],
		[lon + 0.1, lat - 0.1],
		[lon + 0.1, lat + 0.1],
		[lon - 0.1, lat + 0.1],
		[lon - 0.1, lat - 0.1]
	];
	return {
		type: 'Feature',
		properties: { role: 'pocket', label, side },
		geometry: { type: 'Polygon', coordinates: [ring] }
	};
}

const ISLAND: [number, number][] = [
	[10, 55],
	[12, 55],
	[12, 58],
	[10, 58]
];

describe('places between two fronts', () => {
	const harbour = place('harbour', [11, 56.5], 3);
	const town = place('town', [11.5, 56.4], 1);
	const north = place('north', [11, 57.5]);

	it('have changed sides when they lie clear of both bands, the most important first', () => {
		const { left, changed } = compareFronts(across(56), across(57), [harbour, town, north]);
		expect(left).toBe('n');
		expect(changed.map((one) => [one.place.id, one.before, one.after])).toEqual([
			['town', 'left', 'right'],
			['harbour', 'left', 'right']
		]);
	});

	it('have not changed but lie within the doubt when a band covers them', () => {
		const { changed, doubtful } = compareFronts(across(56), across(57, { uncertainty_km: 60 }), [harbour]);
		expect(changed).toEqual([]);
		expect(doubtful).toEqual([harbour]);
	});

	it('are not judged off the end of a line', () => {
		const east = place('east', [14, 56.5]);
		expect(compareFronts(across(56), across(57), [east])).toMatchObject({ changed: [], doubtful: [] });
	});

	it('are judged north and south of where a line ends', () => {
		const farNorth = place('far-north', [12.4, 59]);
		const longer = front([
			[10, 60],
			[13, 60]
		]);
		expect(compareFronts(across(56), longer, [farNorth]).changed).toMatchObject([
			{ before: 'left', after: 'right' }
		]);
	});

	it('are not judged far off the end of a line that bends back on itself', () => {
		const hooked = front([
			[11, 55],
			[10.8, 55.4],
			[11, 56],
			[12, 56.2]
		]);
		const west = place('west', [2, 53.5]);
		expect(compareFronts(across(57), hooked, [west]).changed).toEqual([]);
	});

	it('are judged by the way of the whole line where it ends in a small hook', () => {
		const hooked = front([
			[10, 56],
			[9.98, 55.98],
			[10.3, 55.9],
			[12, 56.2]
		]);
		const farNorth = place('far-north', [10.05, 59]);
		expect(compareFronts(across(55), hooked, [farNorth]).changed).toEqual([]);
	});

	it('may come to lie in ground held apart', () => {
		const floe = pocket('ice', [11, 57.5], 'Floe');
		const found = compareFronts(across(56), across(56.02, { pockets: [floe] }), [north, harbour]);
		expect(found.changed).toMatchObject([{ place: north, before: 'left', after: { pocket: floe } }]);
	});
});

describe('ground between two fronts', () => {
	it('is measured on land only, and rounded by the doubt', () => {
		const { ground } = compareFronts(across(56), across(57), [], [ISLAND]);
		// A degree by two degrees at 56.5° north are 13,650 km²; the bands take a tenth of it.
		expect(ground.toLeft).toBeNull();
		expect(ground.toRight).toBeGreaterThan(11_000);
		expect(ground.toRight).toBeLessThan(14_000);
		expect((ground.toRight ?? 1) % 500).toBe(0);
		expect(compareFronts(across(56), across(57), [], []).ground.toRight).toBeNull();
	});

	it('is not given where the bands overlap', () => {
		const blurred = { uncertainty_km: 80 };
		expect(compareFronts(across(56, blurred), across(57, blurred), [], [ISLAND]).ground).toEqual({
			toLeft: null,
			toRight: null
		});
	});
});

describe('the furthest distance', () => {
	it('is rounded by the doubt and says near what', () => {
		const bent = front([
			[10, 56],
			[11, 57],
			[12, 56]
		]);
		const mole = place('mole', [11, 56.9]);
		expect(compareFronts(across(56), bent, [mole, place('far', [10, 56])]).furthest).toEqual({
			km: 110,
			near: mole
		});
	});

	it('is not given within the doubt', () => {
		expect(compareFronts(across(56), across(56.08), []).furthest).toBeNull();
	});
});

describe('ground held apart', () => {
	it('appears, vanishes, or stays where it was under another name', () => {
		const before = across(56, {
			pockets: [pocket('ice', [11, 57], 'Floe, 3rd'), pocket('open', [10.2, 55.3])]
		});
		const after = across(56, {
			pockets: [pocket('ice', [11.1, 57.05], 'Floe, 4th'), pocket('ice', [10.2, 55.3])]
		});
		const { appeared, vanished } = compareFronts(before, after, []);
		expect(appeared).toEqual([after.pockets[1]]);
		expect(vanished).toEqual([before.pockets[1]]);
	});
});

describe('any two fronts', () => {
	const position = fc.tuple(
		fc.double({ min: 8, max: 14, noNaN: true }),
		fc.double({ min: 54, max: 59, noNaN: true })
	);
	const anyFront = fc
		.tuple(
			fc.uniqueArray(position, { minLength: 2, maxLength: 8, selector: String }),
			fc.double({ min: 0.5, max: 40, noNaN: true }),
			fc.array(position, { maxLength: 2 })
		)
		.map(([line, uncertainty_km, pockets]) =>
			front(line, { uncertainty_km, pockets: pockets.map((middle) => pocket('ice', middle)) })
		);
	const anyPlaces = fc
		.array(position, { maxLength: 12 })
		.map((all) => all.map((where, index) => place(`place-${index}`, where)));

	it('differ the other way round when they are swapped', () => {
		fc.assert(
			fc.property(anyFront, anyFront, anyPlaces, (a, b, places) => {
				const there = compareFronts(a, b, places, [ISLAND]);
				const back = compareFronts(b, a, places, [ISLAND]);
				expect(
					back.changed.map(({ place, before, after }) => ({ place, before: after, after: before }))
				).toEqual(there.changed);
				expect(back.doubtful).toEqual(there.doubtful);
				expect([back.appeared, back.vanished]).toEqual([there.vanished, there.appeared]);
				expect([back.ground.toLeft, back.ground.toRight]).toEqual([
					there.ground.toRight,
					there.ground.toLeft
				]);
				expect(back.furthest?.km).toBe(there.furthest?.km);
				expect(back.left).toBe(there.left);
			}),
			{ numRuns: 60 }
		);
	});

	it('do not differ from themselves', () => {
		fc.assert(
			fc.property(anyFront, anyPlaces, (one, places) => {
				expect(compareFronts(one, one, places, [ISLAND])).toMatchObject({
					...{ changed: [], furthest: null, appeared: [], vanished: [] },
					ground: { toLeft: null, toRight: null }
				});
			}),
			{ numRuns: 40 }
		);
	});

	it('never count a place as changed and as doubtful', () => {
		fc.assert(
			fc.property(anyFront, anyFront, anyPlaces, (a, b, places) => {
				const { changed, doubtful } = compareFronts(a, b, places);
				const ids = changed.map(({ place }) => place.id);
				expect(doubtful.filter(({ id }) => ids.includes(id))).toEqual([]);
			})
		);
	});
});

describe('oppositeOf', () => {
	it('is across the sky', () => {
		expect([oppositeOf('n'), oppositeOf('sw')]).toEqual(['s', 'ne']);
	});
});
