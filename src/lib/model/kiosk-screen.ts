import type { Screen } from './kiosk';

/** Heights above the floor that everybody reaches, standing or seated, millimetres. */
export const REACH = { least: 380, most: 1220 };
/** The shortest side of a button, millimetres. */
const TARGET = 20;
/** The angle at which a capital H has to appear, degrees. */
const ANGLE = 0.7;
/** Height of a capital H against the size of the type: the lower of the serif's and the sans'. */
const CAPITAL = 0.65;
/** The layout fills a screen whose shorter side holds so many lines of the smallest type; a larger screen gets larger letters. */
const LINES = 35;

/** CSS pixels. */
export interface Measures {
	/** Shortest side of a control. */
	target: number;
	/** Size of the smallest type. */
	letter: number;
	/** From the lower edge of the screen: no control's middle is lower than `sill` or higher than `reach`. */
	sill: number;
	reach: number;
}

/**
 * What the screen on its wall asks of a page.
 * @param ratio pixels of the panel to a CSS pixel
 */
export function measureScreen({ pitch, width, height, bottom, distance }: Screen, ratio = 1): Measures {
	const pixel = pitch * ratio;
	const capital = 2 * distance * Math.tan(((ANGLE / 2) * Math.PI) / 180);
	return {
		target: Math.ceil(TARGET / pixel),
		letter: Math.ceil(Math.max(capital / CAPITAL / pixel, Math.min(width, height) / ratio / LINES)),
		sill: Math.ceil(Math.max(REACH.least - bottom, 0) / pixel),
		reach: Math.floor(Math.min(REACH.most - bottom, height * pitch) / pixel)
	};
}

/** How many lines of the smallest type the shorter side holds: what is left of the screen for a reader so far away. */
export function roomOf(screen: Screen): number {
	return Math.min(screen.width, screen.height) / measureScreen(screen).letter;
}

/** Millimetres of the screen that everybody reaches. */
export function bandOf({ pitch, height, bottom }: Screen): number {
	return Math.round(Math.min(bottom + height * pitch, REACH.most) - Math.max(bottom, REACH.least));
}

const LIMITS = {
	pitch: [0.05, 2],
	bottom: [0, 1100],
	distance: [250, 3000]
} as const satisfies Partial<Record<keyof Screen, readonly [number, number]>>;

/**
 * The screen as the start address says it, where it does: `?pitch=0.315&bottom=700&distance=900`, for several screens of one build.
 * What is no number, or no screen's, is passed over.
 */
export function readScreen(query: string, configured: Screen): Screen {
	const given = new URLSearchParams(query);
	const read = Object.entries(LIMITS).flatMap(([name, [least, most]]) => {
		const value = Number(given.get(name) ?? Number.NaN);
		return value >= least && value <= most ? [[name, value] as const] : [];
	});
	return { ...configured, ...Object.fromEntries(read) };
}
