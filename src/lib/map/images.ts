import { channelsOf, INKS, type Palette } from './palette';

/** Pixels, red green blue alpha. */
export interface Picture {
	width: number;
	height: number;
	data: Uint8ClampedArray;
}

/** Pictures are drawn at twice their size, so that they are sharp on fine screens. */
export const PICTURE_RATIO = 2;

/** All that the style may ask for. */
export const PICTURES: readonly string[] = INKS.flatMap((ink) => [
	...(['rising', 'falling', 'dotted'] as const).map((hatch) => `hatch-${hatch}-${ink}`),
	...(['open', 'filled'] as const).map((head) => `head-${head}-${ink}`)
]);

const TILE = 16;
const HEAD = 32;

/**
 * The picture for a name the style asks for: "hatch-rising-madder", "head-open-ink"; undefined for any other.
 */
export function drawPicture(name: string, palette: Palette): Picture | undefined {
	const [kind, shape, ink] = name.split('-');
	const known = INKS.find((one) => one === ink);
	if (!known) return undefined;
	const colour = channelsOf(palette[known]);
	if (kind === 'hatch') return paint(TILE, colour, (x, y) => hatch(shape, x, y));
	if (kind === 'head') return paint(HEAD, colour, (x, y) => head(shape, x, y));
	return undefined;
}

/** Diagonals 8 px apart, or dots, as in the picture drawn without the engine. */
function hatch(shape: string | undefined, x: number, y: number): number {
	if (shape === 'dotted') return soft(2.1 - Math.hypot(x - TILE / 2, y - TILE / 2));
	const across = shape === 'falling' ? x - y : x + y;
	const apart = Math.abs((((across % TILE) + TILE) % TILE) - TILE / 2) / Math.SQRT2;
	return soft(1.1 - apart);
}

/** A point of an arrow, its tip in the middle of the picture, to the north. */
function head(shape: string | undefined, x: number, y: number): number {
	const [right, down] = [Math.abs(x - HEAD / 2 + 0.5), y - HEAD / 2];
	if (down < -1 || down > 13) return 0;
	const side = (down * 0.5 - right) / Math.hypot(1, 0.5);
	if (shape === 'open') return soft(1.6 - Math.abs(side));
	return soft(side + 1.2) * soft(12.5 - down);
}

function soft(depth: number): number {
	return Math.min(Math.max(depth + 0.5, 0), 1);
}

function paint(
	side: number,
	[red, green, blue]: readonly [number, number, number],
	cover: (x: number, y: number) => number
): Picture {
	const data = new Uint8ClampedArray(side * side * 4);
	for (let pixel = 0; pixel < side * side; pixel++) {
		const share = cover(pixel % side, Math.floor(pixel / side));
		data.set([red, green, blue, 255 * share], pixel * 4);
	}
	return { width: side, height: side, data };
}
