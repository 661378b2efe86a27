import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FrontClaim } from './collection';
import { toInterval } from './edtf-interval';
import { claimsAround, frontAt, kilometres, resample } from './front-at';

const DAY = 24 * 60 * 60_000;
const at = (text: string) => Date.parse(`${text}Z`);

function claim(edtf: string, latitude: number, more: Partial<FrontClaim> = {}): FrontClaim {
	return {
		id: edtf,
		label: edtf,
		when: toInterval(edtf, 'UTC'),
		uncertainty_km: 5,
		breaks: false,
		line: [
			[10, latitude],
			[12, latitude]
		],
		pockets: [],
		certainty: 'medium',
		sources: [],
		dispute: [],
		...more
	};
}

const first = claim('1911-02-03', 56);
const second = claim('1911-02-13', 56.4, { uncertainty_km: 8 });

describe('frontAt', () => {
	it('is nowhere before the first claim and after the last', () => {
		expect(frontAt([first, second], at('1911-02-02T23:59'))).toBeNull();
		expect(frontAt([first, second], at('1911-02-14T00:01'))).toBeNull();
		expect(frontAt([], at('1911-02-03T12:00'))).toBeNull();
	});

	it('is the claim itself on its day', () => {
		expect(frontAt([first, second], at('1911-02-03T12:00'))).toMatchObject({
			status: 'claim',
			line: first.line,
			uncertainty_km: 5,
			claims: [first]
		});
	});

	it('lies between two claims in proportion to the time passed, in a wider band', () => {
		const found = frontAt([first, second], (first.when.latestEnd + second.when.earliestStart) / 2);
		expect(found).toMatchObject({ status: 'between', claims: [first, second] });
		for (const [, latitude] of found?.line ?? []) expect(latitude).toBeCloseTo(56.2, 6);
		// 0.4 degrees are 44.5 km; half of that at half-way, on top of the wider of the two bands.
		expect(found?.uncertainty_km).toBeCloseTo(8 + 44.48 / 4, 1);
	});

	it('is the surer the nearer the next claim', () => {
		const gap = second.when.earliestStart - first.when.latestEnd;
		const found = frontAt([first, second], first.when.latestEnd + gap * 0.8);
		expect(found?.uncertainty_km).toBeCloseTo(8 + (44.48 / 2) * 0.2, 1);
	});

	it('does not jump when it leaves a claim or reaches the next', () => {
		const leaving = frontAt([first, second], first.when.latestEnd + 1);
		const reaching = frontAt([first, second], second.when.earliestStart - 1);
		expect(leaving?.line[0]?.[1]).toBeCloseTo(56, 4);
		expect(reaching?.line[0]?.[1]).toBeCloseTo(56.4, 4);
	});

	it('is held for a week where the next claim did not grow out of it, then unknown', () => {
		const broken = [first, { ...second, breaks: true }];
		expect(frontAt(broken, first.when.latestEnd + 7 * DAY)).toMatchObject({
			status: 'held',
			line: first.line
		});
		expect(frontAt(broken, first.when.latestEnd + 7 * DAY + 1)).toBeNull();
		expect(frontAt(broken, at('1911-02-13T12:00'))).toMatchObject({ status: 'claim' });
	});

	it('never has a band wider than 60 km', () => {
		const far = claim('1911-02-13', 70);
		const middle = (first.when.latestEnd + far.when.earliestStart) / 2;
		expect(frontAt([first, far], middle)?.uncertainty_km).toBe(60);
	});
});

describe('claimsAround', () => {
	it('names the claims on either side of a moment without a line', () => {
		const around = (text: string) => {
			const { before, after } = claimsAround([first, second], at(text));
			return [before?.id, after?.id];
		};
		expect(around('1911-02-01T12:00')).toEqual([undefined, first.id]);
		expect(around('1911-02-08T12:00')).toEqual([first.id, second.id]);
		expect(around('1911-02-20T12:00')).toEqual([second.id, undefined]);
	});
});

describe('resample', () => {
	const position = fc.tuple(
		fc.double({ min: 5, max: 15, noNaN: true }),
		fc.double({ min: 50, max: 60, noNaN: true })
	);

	it('keeps both ends, whatever the line', () => {
		fc.assert(
			fc.property(fc.array(position, { minLength: 2, maxLength: 20 }), (line) => {
				const stations = resample(line, 30);
				expect(stations).toHaveLength(30);
				expect(kilometres(stations[0] ?? [0, 0], line[0] ?? [0, 0])).toBeLessThan(0.001);
				expect(kilometres(stations.at(-1) ?? [0, 0], line.at(-1) ?? [0, 0])).toBeLessThan(0.001);
			})
		);
	});

	it('sets stations at equal distances', () => {
		const stations = resample(
			[
				[10, 56],
				[10, 56.1],
				[10, 57]
			],
			11
		);
		expect(stations.map(([, latitude]) => Number(latitude.toFixed(6)))).toEqual([
			56, 56.1, 56.2, 56.3, 56.4, 56.5, 56.6, 56.7, 56.8, 56.9, 57
		]);
	});

	it('survives a line without length', () => {
		const still: [number, number][] = [
			[10, 56],
			[10, 56]
		];
		expect(resample(still, 3)).toEqual([
			[10, 56],
			[10, 56],
			[10, 56]
		]);
	});
});

describe('kilometres', () => {
	it('knows a degree of latitude, and of longitude at 60° north', () => {
		expect(kilometres([10, 56], [10, 57])).toBeCloseTo(111.2, 1);
		expect(kilometres([10, 60], [11, 60])).toBeCloseTo(55.6, 1);
	});
});
