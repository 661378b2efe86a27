import { circlePath, closedPath, type Point } from './path';

const TURN = 2 * Math.PI;
/** Inner against outer radius of a star with five points. */
const INNER = Math.sin(TURN / 20) / Math.sin((7 * TURN) / 20);

/** Corners of each shape about (0, 0), as large as a circle of the same area looks; d3's symbols, without the rest of them. */
const SHAPES: ((area: number) => string)[] = [
	(area) => turned(4, Math.sqrt(area) * 0.62625),
	(area) => closedPath(square(Math.sqrt(area) / 2)),
	(area) => circlePath(Math.sqrt(area / Math.PI)),
	(area) => turned(3, 2 * Math.sqrt(area / Math.sqrt(27))),
	(area) => closedPath(cross(Math.sqrt(area / 5) / 2)),
	(area) => closedPath(star(Math.sqrt(area * 0.8908130915292852)))
];

/** Path of a kind of event about (0, 0), by the kind's place in the collection's list. `unit` as in Frame. */
export function kindShape(kind: number, unit: number): string {
	const draw = SHAPES[Math.max(kind, 0) % SHAPES.length] ?? circlePath;
	return draw(84 * unit * unit);
}

function onCircle(radius: number, share: number): Point {
	return [Math.sin(TURN * share) * radius, -Math.cos(TURN * share) * radius];
}

/** All corners alike, the first above. */
function turned(corners: number, radius: number): string {
	return closedPath(Array.from({ length: corners }, (_none, index) => onCircle(radius, index / corners)));
}

function square(half: number): Point[] {
	return [
		[-half, -half],
		[half, -half],
		[half, half],
		[-half, half]
	];
}

function cross(r: number): Point[] {
	const arm: Point[] = [
		[-3 * r, -r],
		[-r, -r],
		[-r, -3 * r]
	];
	const turn = (points: Point[]) => points.map(([x, y]): Point => [-y, x]);
	const [second, third] = [turn(arm), turn(turn(arm))];
	return [...arm, ...second, ...third, ...turn(third)];
}

function star(radius: number): Point[] {
	return Array.from({ length: 10 }, (_none, index) =>
		onCircle(index % 2 ? radius * INNER : radius, index / 10)
	);
}

/** Line styles that tell sides apart without colour, by the side's place in the collection's list. */
const STYLES = ['plain', 'double', 'broken'] as const;

export function sideStyle(style: number): (typeof STYLES)[number] {
	return STYLES[Math.max(style, 0) % STYLES.length] ?? 'plain';
}
