export type Stretch = readonly [number, number];

/** Instants (milliseconds) to user units and back. */
export interface TimeScale {
	/** Unknown bounds land far outside of the field, not at infinity. */
	toX(instant: number): number;
	toInstant(x: number): number;
	/** User units to a millisecond. */
	density: number;
	from: number;
	to: number;
	left: number;
	right: number;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Far enough to be off every screen, near enough for a path. */
const FAR = 20_000;

export function createTimeScale([from, to]: Stretch, [left, right]: Stretch): TimeScale {
	// By hand: d3's own scale would bring its formats of numbers and dates along, and they are not used here.
	const shareOf = (instant: number) => (to === from ? 0.5 : (instant - from) / (to - from));
	return {
		toX: (instant) => {
			const share = shareOf(instant);
			const x = left * (1 - share) + right * share;
			return Number.isFinite(x) ? Math.min(Math.max(x, -FAR), FAR) : instant < from ? -FAR : FAR;
		},
		toInstant: (x) => {
			const share = right === left ? 0.5 : (x - left) / (right - left);
			return Math.trunc(from * (1 - share) + to * share);
		},
		density: (right - left) / Math.max(to - from, 1),
		from,
		to,
		left,
		right
	};
}

/** The stretch after zooming by `factor` (above 1 is closer) about an instant that keeps its place. */
export function zoomStretch([from, to]: Stretch, factor: number, about: number): [number, number] {
	const held = about >= from && about <= to ? about : (from + to) / 2;
	return [held - (held - from) / factor, held + (to - held) / factor];
}

/** The stretch moved so that the instant stands in its middle. */
export function centreStretch([from, to]: Stretch, instant: number): [number, number] {
	const half = (to - from) / 2;
	return [instant - half, instant + half];
}

/** A choice out of sight moves the chart by half of its width or more. */
const NEARLY_ALL = 0.55;

/** Whether the second stretch is elsewhere, as after a choice out of sight; closer and wider views of the same, and what a hand moves, are not. */
export function isJump(before: Stretch, after: Stretch): boolean {
	const shared = Math.min(before[1], after[1]) - Math.max(before[0], after[0]);
	return shared < Math.min(before[1] - before[0], after[1] - after[0]) * NEARLY_ALL;
}

const STEPS = [1, 5, 15, 60, 180, 360, 1440, 7 * 1440, 30 * 1440, 365 * 1440].map((count) => count * MINUTE);

/** How far one key press moves the time cursor: the least step that can be seen, and a leap ten times as plain. */
export function cursorSteps(scale: Pick<TimeScale, 'density'>): { step: number; leap: number } {
	const seen = (pixels: number) =>
		STEPS.find((step) => step * scale.density >= pixels) ?? STEPS.at(-1) ?? DAY;
	return { step: seen(4), leap: seen(40) };
}
