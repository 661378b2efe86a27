import {
	symbol,
	symbolCircle,
	symbolCross,
	symbolDiamond2,
	symbolSquare,
	symbolStar,
	symbolTriangle,
	type SymbolType
} from 'd3';

const SHAPES: SymbolType[] = [
	symbolDiamond2,
	symbolSquare,
	symbolCircle,
	symbolTriangle,
	symbolCross,
	symbolStar
];

/** Path of a kind of event about (0, 0), by the kind's place in the collection's list. `unit` as in Frame. */
export function kindShape(kind: number, unit: number): string {
	const type = SHAPES[Math.max(kind, 0) % SHAPES.length] ?? symbolCircle;
	return symbol(type, 84 * unit * unit)() ?? '';
}

/** Line styles that tell sides apart without colour, by the side's place in the collection's list. */
const STYLES = ['plain', 'double', 'broken'] as const;

export function sideStyle(style: number): (typeof STYLES)[number] {
	return STYLES[Math.max(style, 0) % STYLES.length] ?? 'plain';
}
