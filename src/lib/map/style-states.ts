import type { ExpressionSpecification } from 'maplibre-gl';
import { INKS, type Palette } from './palette';

type Expression = ExpressionSpecification;

/** The state of a record, set by its reference, so that lighting it rebuilds nothing. */
export const when = (state: 'lit' | 'related' | 'selected', then: unknown, otherwise: unknown): Expression =>
	['case', ['boolean', ['feature-state', state], false], then, otherwise] as unknown as Expression;

const isLitOrRelated = [
	'any',
	['boolean', ['feature-state', 'lit'], false],
	['boolean', ['feature-state', 'related'], false]
];
export const whenLit = (then: unknown, otherwise: unknown): Expression =>
	['case', isLitOrRelated, then, otherwise] as unknown as Expression;

export function inkOf(palette: Palette): Expression {
	const pairs = INKS.slice(1).flatMap((ink) => [ink, palette[ink]]);
	return ['match', ['get', 'ink'], ...pairs, palette.ink] as unknown as Expression;
}
