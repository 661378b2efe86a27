import { describe, expect, it } from 'vitest';
import { toInterval } from '$lib/model/edtf-interval';
import { middleOf } from '$lib/model/interval';
import { createFrame } from './frame';
import { arrangeLanes } from './lanes';
import type { CableFacts } from './mark-facts';
import { createTimeScale } from './scale';
import { drawCable } from './strokes';

const lanes = arrangeLanes({
	desks: ['a', 'b', 'c'].map((id) => ({ id, name: id, place: id, clock: false })),
	lanes: []
});
const frame = createFrame(lanes, 1124, 1);
// One day on 990 units: an hour is 41.25.
const scale = createTimeScale([Date.UTC(1950, 9, 1), Date.UTC(1950, 9, 2)], [frame.left, frame.right]);
const at = (clock: string) => toInterval({ edtf: '1950-10-01', clock, zone: 'UTC' }, 'UTC');
const x = (hour: number) => frame.left + ((frame.right - frame.left) * hour) / 24;

function cable(
	given: Partial<Pick<CableFacts, 'sent' | 'received' | 'routes' | 'at' | 'carriers'>>
): CableFacts {
	return {
		type: 'cable',
		id: 'd',
		reference: 'document:d',
		at: middleOf(given.sent ?? given.received ?? at('06:00')),
		from: 0,
		to: 0,
		lane: 0,
		carriers: { near: [], far: [] },
		ink: undefined,
		style: -1,
		routes: [[0, 2]],
		sent: undefined,
		received: undefined,
		record: {} as CableFacts['record'],
		...given
	};
}
const draw = (given: Parameters<typeof cable>[0]) => drawCable(cable(given), scale, frame);

describe('a cable', () => {
	it('runs from its sender’s lane when sent to its addressee’s when received, with a head', () => {
		const [stroke] = draw({ sent: at('06:00'), received: at('09:00') });
		expect(stroke?.start).toEqual([x(6), frame.lanes[0]?.y]);
		expect(stroke?.end).toEqual([x(9), frame.lanes[2]?.y]);
		expect(stroke?.head).not.toBe('');
		expect(stroke?.open).toBe('');
		expect(stroke?.openEnd).toBeNull();
		expect(stroke?.doubts).toEqual([]);
	});

	it('that nobody saw arrive goes open, and has no head', () => {
		const [stroke] = draw({ sent: at('06:00') });
		expect(stroke?.head).toBe('');
		expect(stroke?.open).not.toBe('');
		expect(stroke?.openEnd).toEqual(stroke?.end);
		expect(stroke?.start[0]).toBe(x(6));
	});

	it('has the same slope at every zoom when its receipt is not known', () => {
		const wide = createTimeScale([0, Date.UTC(1951, 0)], [frame.left, frame.right]);
		const run = (to: typeof scale) => {
			const [stroke] = drawCable(cable({ sent: at('06:00') }), to, frame);
			return (stroke?.end[0] ?? 0) - (stroke?.start[0] ?? 0);
		};
		expect(run(wide)).toBeCloseTo(run(scale));
	});

	it('of which only the receipt is known comes in open', () => {
		const [stroke] = draw({ received: at('06:00') });
		expect(stroke?.end[0]).toBe(x(6));
		expect(stroke?.head).not.toBe('');
		expect(stroke?.openEnd).toEqual(stroke?.start);
	});

	it('passes the lanes of its go-betweens in proportion to the way', () => {
		const [stroke] = draw({ sent: at('06:00'), received: at('09:00'), routes: [[1, 2, 0]] });
		expect(stroke?.knots).toEqual([[x(7), frame.lanes[2]?.y]]);
	});

	it('shows carriers who sat at its ends near those ends, on its way', () => {
		const [stroke] = draw({
			sent: at('06:00'),
			received: at('09:00'),
			carriers: { near: [0], far: [1, 2] }
		});
		const heights = stroke?.carriers.map(({ at: [, y] }) => y) ?? [];
		const [top, bottom] = [frame.lanes[0]?.y ?? 0, frame.lanes[2]?.y ?? 0];
		expect(stroke?.carriers.map(({ via }) => via)).toEqual([0, 1, 2]);
		expect(heights).toEqual([...heights].sort((a, b) => a - b));
		expect(heights[0]).toBeGreaterThan(top);
		expect(heights[0]).toBeLessThan((top + bottom) / 2);
		expect(heights[1]).toBeGreaterThan((top + bottom) / 2);
		expect(heights[2]).toBeLessThan(bottom);
	});

	it('to two desks is two strokes', () => {
		expect(
			draw({
				sent: at('06:00'),
				received: at('09:00'),
				routes: [
					[0, 1],
					[0, 2]
				]
			})
		).toHaveLength(2);
	});

	it('that never leaves its desk is a mark without an open end', () => {
		const [stroke] = draw({ sent: at('06:00'), routes: [[1]] });
		expect(stroke?.start).toEqual(stroke?.end);
		expect(stroke?.open).toBe('');
		expect(stroke?.openEnd).toBeNull();
	});

	it('shows how far the hour is in doubt', () => {
		const night = toInterval({ edtf: '1950-10-01', part: 'afternoon', zone: 'UTC' }, 'UTC');
		const [stroke] = draw({ sent: night });
		expect(stroke?.doubts).toHaveLength(1);
		expect(stroke?.doubts[0]?.x).toBeCloseTo(x(12));
		expect(stroke?.doubts[0]?.width).toBeCloseTo(x(18) - x(12));
	});

	it('known only to the day never leaves after it arrived', () => {
		const [stroke] = draw({ sent: toInterval('1950-10-01', 'UTC'), received: at('02:00') });
		expect(stroke?.start[0]).toBeLessThanOrEqual(stroke?.end[0] ?? 0);
	});
});
