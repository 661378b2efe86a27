import type { LaidLane, Lane } from './lanes';

/** Sizes of the chart in user units (CSS pixels once it runs in a browser). */
export interface Frame {
	width: number;
	height: number;
	/** Where time begins and ends: the field between. */
	left: number;
	right: number;
	/** Lower edge of the axis. */
	axis: number;
	/** One sixteenth of the reader's text size: every length grows with it. */
	unit: number;
	/** Lane names stand inside the field, above their rule. */
	narrow: boolean;
	lanes: LaidLane[];
}

/** Width drawn into prerendered pages, before the real one is known. */
export const PRERENDERED_WIDTH = 1200;

const NARROW = 680;
const GUTTER = 124;
const EDGE = 10;
const AXIS = 42;
const HEIGHTS = { cables: 25, events: 42, fronts: 36 } as const;

/** Lays lanes under the axis. `width` in user units, `unit` as in Frame. */
export function createFrame(lanes: readonly Lane[], width: number, unit: number): Frame {
	const narrow = width < NARROW * unit;
	const left = (narrow ? EDGE : GUTTER) * unit;
	const right = Math.max(width - EDGE * unit, left + 1);
	let top = AXIS * unit;
	const laid = lanes.map((lane, index) => {
		const parted = index > 0 && lanes[index - 1]?.holds === 'cables' && lane.holds !== 'cables';
		if (parted) top += 8 * unit;
		const bottom = top + HEIGHTS[lane.holds] * unit;
		// The name of a narrow chart's lane stands over its rule.
		const placed = { ...lane, top, bottom, y: (top + bottom) / 2 + (narrow ? 4 * unit : 0) };
		top = bottom;
		return placed;
	});
	return { width, height: top + 6 * unit, left, right, axis: AXIS * unit, unit, narrow, lanes: laid };
}
