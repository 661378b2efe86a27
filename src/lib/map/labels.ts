/** A box in CSS pixels. */
export interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

export type Anchor = 'start' | 'middle' | 'end';

/** One way to set a label: where its first baseline begins, and which end of it stands there. */
export interface Setting {
	x: number;
	y: number;
	anchor: Anchor;
}

export interface LabelWish {
	id: string;
	lines: string[];
	/** Height of the letters, CSS pixels. */
	size: number;
	/** Extra space between letters, in parts of the size. */
	spaced?: number;
	/** What it speaks of, where that may be at some distance: a leader is drawn from it. */
	origin?: readonly [number, number];
	/** 0 is set first. */
	rank: number;
	/** From the best to the last that will do. */
	settings: Setting[];
}

export type PlacedLabel<W extends LabelWish = LabelWish> = W & { setting: Setting; box: Box };

export const LINE_HEIGHT = 1.2;

/**
 * Sets labels in order of rank, each in its first setting that is inside the frame and touches neither a label set before
 * nor an obstacle; one that fits nowhere is left out.
 */
export function placeLabels<W extends LabelWish>(
	wishes: readonly W[],
	obstacles: readonly Box[],
	frame: Box
): PlacedLabel<W>[] {
	const taken = new Grid();
	for (const box of obstacles) taken.add(box);
	return wishes
		.toSorted((a, b) => a.rank - b.rank)
		.flatMap((wish) => {
			for (const setting of wish.settings) {
				const box = boxOf(wish, setting);
				if (!contains(frame, box) || taken.meets(box)) continue;
				taken.add(box);
				return [{ ...wish, setting, box }];
			}
			return [];
		});
}

/** The room a label takes. The width is an estimate that is rather too wide: a server has no font to measure with. */
export function boxOf({ lines, size, spaced = 0 }: LabelWish, { x, y, anchor }: Setting): Box {
	const width = Math.max(...lines.map((line) => widthOf(line) + line.length * spaced)) * size;
	const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
	return { x: left, y: y - size * 0.85, width, height: size * (LINE_HEIGHT * (lines.length - 1) + 1.1) };
}

/** Chinese and Korean letters are as wide as high, capitals two thirds of that, others half. */
function widthOf(line: string): number {
	let width = 0;
	for (const letter of line) {
		if (letter >= '\u1100') width += letter >= '\u2e80' ? 1.02 : 0.6;
		else width += /[A-Z→–]/.test(letter) ? 0.68 : /[ilj.,’·:\s]/.test(letter) ? 0.31 : 0.54;
	}
	return width;
}

/** A row of small boxes over a line, so that no label is set on it. Positions in CSS pixels. */
export function boxesAlong(line: readonly (readonly [number, number])[], thickness: number): Box[] {
	return line.slice(1).flatMap((to, index) => {
		const from = line[index] ?? to;
		const steps = Math.min(Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / thickness) || 1, 400);
		return Array.from({ length: steps + 1 }, (_, step) => ({
			x: from[0] + ((to[0] - from[0]) * step) / steps - thickness / 2,
			y: from[1] + ((to[1] - from[1]) * step) / steps - thickness / 2,
			width: thickness,
			height: thickness
		}));
	});
}

/** The line from what a label speaks of to the label; undefined when it stands close by. */
export function leaderOf({
	origin,
	box
}: PlacedLabel): [from: readonly [number, number], to: [number, number]] | undefined {
	if (!origin) return undefined;
	const nearest = (value: number, from: number, length: number) =>
		Math.min(Math.max(value, from), from + length);
	const to: [number, number] = [nearest(origin[0], box.x, box.width), nearest(origin[1], box.y, box.height)];
	return Math.hypot(to[0] - origin[0], to[1] - origin[1]) > 16 ? [origin, to] : undefined;
}

export function meet(a: Box, b: Box): boolean {
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function contains(outer: Box, inner: Box): boolean {
	return (
		inner.x >= outer.x &&
		inner.y >= outer.y &&
		inner.x + inner.width <= outer.x + outer.width &&
		inner.y + inner.height <= outer.y + outer.height
	);
}

const CELL = 48;

/** Boxes by the squares they touch, so that a label is compared with its neighbours only. */
class Grid {
	readonly #cells = new Map<string, Box[]>();

	add(box: Box) {
		for (const key of keysOf(box)) {
			const cell = this.#cells.get(key);
			if (cell) cell.push(box);
			else this.#cells.set(key, [box]);
		}
	}

	meets(box: Box): boolean {
		return keysOf(box).some((key) => this.#cells.get(key)?.some((other) => meet(box, other)));
	}
}

function keysOf({ x, y, width, height }: Box): string[] {
	const keys: string[] = [];
	for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column++) {
		for (let row = Math.floor(y / CELL); row <= Math.floor((y + height) / CELL); row++) {
			keys.push(`${column},${row}`);
		}
	}
	return keys;
}
