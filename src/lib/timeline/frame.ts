import { breakName, type LaidLane, type Lane } from './lanes';
import { measureText } from './layout';

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
/** Room for the lanes' names beside the field: as much as the longest wants, within bounds. */
const GUTTER = { least: 96, most: 176, share: 0.18, around: 24 };
const EDGE = 10;
const AXIS = 42;
const HEIGHTS = { cables: 25, events: 42, fronts: 36 } as const;

/** Lays lanes under the axis. `width` in user units, `unit` as in Frame. */
export function createFrame(lanes: readonly Lane[], width: number, unit: number): Frame {
	const narrow = width < NARROW * unit;
	const left = narrow ? EDGE * unit : findGutter(lanes, width, unit);
	const right = Math.max(width - EDGE * unit, left + 1);
	let top = AXIS * unit;
	const laid = lanes.map((lane, index) => {
		const parted = index > 0 && lanes[index - 1]?.holds === 'cables' && lane.holds !== 'cables';
		if (parted) top += 8 * unit;
		const bottom = top + HEIGHTS[lane.holds] * unit;
		// The name of a narrow chart's lane stands over its rule.
		const room = narrow ? right - left : left - GUTTER.around * unit;
		const placed = {
			...lane,
			top,
			bottom,
			y: (top + bottom) / 2 + (narrow ? 4 * unit : 0),
			lines: breakName(lane.name, room, (text) => measureName(text, unit))
		};
		top = bottom;
		return placed;
	});
	return { width, height: top + 6 * unit, left, right, axis: AXIS * unit, unit, narrow, lanes: laid };
}

function findGutter(lanes: readonly Lane[], width: number, unit: number): number {
	const longest = Math.max(...lanes.map(({ name }) => measureName(name, unit))) + GUTTER.around * unit;
	const most = Math.min(GUTTER.most * unit, Math.max(width * GUTTER.share, GUTTER.least * unit));
	return Math.min(Math.max(longest, GUTTER.least * unit), most);
}

/** Width of a lane's name: small capitals, set a little apart. */
function measureName(name: string, unit: number): number {
	return measureText(name, 13 * unit) * 1.12;
}
