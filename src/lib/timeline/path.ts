export type Point = [number, number];

/** Digits enough for a screen. */
const round = (value: number) => Math.round(value * 1000) / 1000;

/**
 * Straight from point to point; a single point is closed, so that a round cap can show it. Written here and not by d3's `line`: that
 * brings every curve along.
 */
export function linePath(points: readonly Point[]): string {
	if (points.length === 0) return '';
	const path = `M${points.map(([x, y]) => `${round(x)},${round(y)}`).join('L')}`;
	return points.length === 1 ? `${path}Z` : path;
}

export function closedPath(points: readonly Point[]): string {
	return `${linePath(points)}Z`;
}

export function circlePath(radius: number): string {
	const [r, back] = [round(radius), round(-radius)];
	return `M${r},0A${r},${r},0,1,1,${back},0A${r},${r},0,1,1,${r},0`;
}

/** Where the pointer is, in the units of the drawing. */
export function pointOf(event: MouseEvent, drawing: SVGSVGElement): Point {
	const { left, top } = drawing.getBoundingClientRect();
	// Nothing has a place on the screen where nothing is laid out.
	const toDrawing = 'getScreenCTM' in drawing ? drawing.getScreenCTM()?.inverse() : undefined;
	if (!toDrawing) return [event.clientX - left, event.clientY - top];
	const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(toDrawing);
	return [x, y];
}
