import { describe, expect, it } from 'vitest';
import { generateData } from '../../../tests/bench/generate';
import { Catalogue } from '$lib/model/catalogue';
import { arrangeMarks, MOST_DRAWN, MOST_MARKS, raiseMarks, type Arranged } from './arrange';
import { touch, type Seat } from './fold';
import { createFrame } from './frame';
import { arrangeLanes } from './lanes';
import { MarkIndex } from './mark-index';
import type { Facts } from './mark-facts';
import { collectMarks } from './marks';
import { isFold } from './place';
import { createTimeScale, DAY, HOUR, type Stretch } from './scale';

const SIZES = [60, 500, 5000];
const charts = SIZES.map((size) => {
	const catalogue = new Catalogue(generateData(size));
	const lanes = arrangeLanes(catalogue.about);
	const { facts } = collectMarks(catalogue, lanes);
	return { catalogue, facts, index: new MarkIndex(facts, lanes.length), lanes };
});

/** Windows of many lengths about several moments: the whole span, the busy weeks, a night, a quarter of an hour, the edges. */
function windowsOf(span: Stretch): Stretch[] {
	const lengths = [span[1] - span[0], 300 * DAY, 90 * DAY, 38 * DAY, 9 * DAY, 2 * DAY, HOUR];
	const middles = [0, 0.3, 0.6, 0.603, 1].map((share) => span[0] + (span[1] - span[0]) * share);
	return lengths.flatMap((length) =>
		middles.map((middle): Stretch => [middle - length / 2, middle + length / 2])
	);
}

const cases = charts.flatMap((chart) =>
	[390, 1366, 3840].flatMap((width) =>
		windowsOf(chart.catalogue.about.span).map((window) => {
			const frame = createFrame(chart.lanes, width, 1);
			const scale = createTimeScale(window, [frame.left, frame.right]);
			return { ...chart, frame, scale, arranged: arrangeMarks(chart.index, scale, frame) };
		})
	)
);

/** Everything that stands in the stretch or reaches into it, counted the slow way. */
function countAll(facts: readonly Facts[], { from, to }: Arranged): number {
	return facts.filter((mark) =>
		mark.at >= from && mark.at < to ? true : mark.at < from ? mark.to >= from : mark.from <= to
	).length;
}

function countDrawn({ drawn }: Arranged): number {
	return drawn.reduce((sum, mark) => sum + (isFold(mark) ? mark.count : 1), 0);
}

/** Marks that are raised must be shown even if they stand on one another. */
function findTouching({ seats }: Arranged, raised: readonly Facts[] = []): string[] {
	const isRaised = ({ single }: Seat) => single !== null && raised.includes(single);
	return seats.flatMap((lane, number) =>
		lane.flatMap((seat, index) =>
			lane
				.slice(index + 1)
				.filter((other) => touch(seat, other) && !(isRaised(seat) && isRaised(other)))
				.map((other) => `lane ${number}: ${seat.x} and ${other.x}`)
		)
	);
}

describe('what is drawn', () => {
	it('and what is folded are together all that is in view, at every zoom', () => {
		for (const { facts, arranged } of cases) {
			expect(countDrawn(arranged)).toBe(countAll(facts, arranged));
			for (const mark of arranged.drawn) if (isFold(mark)) expect(mark.list()).toHaveLength(mark.count);
		}
	});

	it('lies nowhere on anything else, at every zoom', () => {
		for (const { arranged } of cases) expect(findTouching(arranged)).toEqual([]);
	});

	it('is never more than can be drawn in a frame', () => {
		for (const {
			arranged: { drawn, shown }
		} of cases) {
			expect(shown.size).toBeLessThanOrEqual(MOST_MARKS);
			expect(drawn.length).toBeLessThanOrEqual(MOST_DRAWN);
		}
	});

	it('is everything by itself where there is room for it', () => {
		const [few] = charts;
		if (!few) throw new Error('no chart');
		const frame = createFrame(few.lanes, 3840, 1);
		const first = few.facts[10]?.at ?? 0;
		const scale = createTimeScale([first - HOUR, first + HOUR], [frame.left, frame.right]);
		expect(arrangeMarks(few.index, scale, frame).drawn.filter(isFold)).toEqual([]);
	});

	it('keeps its folds while the chart is moved, but for those at its edges', () => {
		const [, , many] = charts;
		if (!many) throw new Error('no chart');
		const frame = createFrame(many.lanes, 1366, 1);
		const start = many.catalogue.about.opening.window[0];
		const foldsAt = (shift: number) => {
			const scale = createTimeScale([start + shift, start + shift + 38 * DAY], [frame.left, frame.right]);
			const inner: Stretch = [start + 8 * DAY, start + 30 * DAY];
			return arrangeMarks(many.index, scale, frame)
				.drawn.filter(isFold)
				.filter(({ span }) => span[0] > inner[0] && span[1] < inner[1])
				.map(({ key, count }) => `${key} ${count}`);
		};
		expect(foldsAt(0).length).toBeGreaterThan(5);
		expect(foldsAt(3 * HOUR)).toEqual(foldsAt(0));
	});
});

describe('what is raised', () => {
	it('is drawn whatever is around it; the rest is still counted, and nothing lies on it', () => {
		let raisedOut = 0;
		for (const { facts, index, scale, frame, arranged } of cases) {
			const fold = arranged.drawn.find(isFold);
			if (!fold) continue;
			const members = fold.list();
			const hidden = members.filter((_, place) => place === 0 || place === members.length >> 1);
			const after = raiseMarks(arranged, hidden, index, scale, frame);
			for (const mark of hidden)
				expect(after.shown.has(mark) || after.drawn.some((one) => !isFold(one) && one.facts === mark)).toBe(
					true
				);
			expect(countDrawn(after)).toBe(countAll(facts, after));
			expect(findTouching(after, hidden)).toEqual([]);
			raisedOut += 1;
		}
		expect(raisedOut).toBeGreaterThan(50);
	});

	it('changes nothing when it is drawn already', () => {
		const [few] = charts;
		if (!few) throw new Error('no chart');
		const frame = createFrame(few.lanes, 1366, 1);
		const scale = createTimeScale(few.catalogue.about.span, [frame.left, frame.right]);
		const arranged = arrangeMarks(few.index, scale, frame);
		expect(raiseMarks(arranged, [...arranged.shown].slice(0, 3), few.index, scale, frame)).toBe(arranged);
	});
});
