import type { ExpressionSpecification, LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { ITALIC, UPRIGHT } from './fonts';
import type { Palette } from './palette';
import { inkOf } from './style-states';

type Expression = ExpressionSpecification;
type Layout = NonNullable<SymbolLayerSpecification['layout']>;

/** The zoom from which a parallel is long enough on the picture to be written along. */
const NEAR = 6.5;

/** Words of the story: over their ground, else on one of two rings about it. */
const AROUND = ['center', [0, 0], ...ring(1.8), ...ring(4)] as NonNullable<
	Layout['text-variable-anchor-offset']
>;

function ring(away: number): (string | number[])[] {
	const slant = away * 0.75;
	return [
		...['left', [away, 0], 'right', [-away, 0], 'top', [0, away], 'bottom', [0, -away]],
		...['bottom-left', [slant, -slant], 'top-left', [slant, slant]],
		...['bottom-right', [-slant, -slant], 'top-right', [-slant, slant]]
	];
}

/** Labels, the least wanted first: the engine sets those of the uppermost layer before the others. */
export function labelLayers(palette: Palette): LayerSpecification[] {
	const ink = inkOf(palette);
	const halo = { 'text-halo-color': palette.halo, 'text-halo-width': 1.6, 'text-halo-blur': 0.3 };
	const text = (
		id: string,
		filter: Expression,
		layout: Layout,
		colour: string | Expression
	): LayerSpecification => ({
		id,
		type: 'symbol',
		source: 'story',
		filter,
		layout: {
			'text-field': ['get', 'label'],
			'text-font': [UPRIGHT],
			'text-max-width': 40,
			'symbol-sort-key': ['get', 'rank'],
			...layout
		},
		paint: { 'text-color': colour, ...halo }
	});
	const isShown: Expression = ['>=', ['zoom'], ['get', 'from']];
	const kinds = (...names: string[]): Expression => ['in', ['get', 'status'], ['literal', names]];
	const place = (...more: Expression[]) =>
		['all', ['==', ['get', 'layer'], 'place'], isShown, ...more] as Expression;
	const extended = kinds('sea', 'river', 'mountains', 'region', 'country', 'island');
	const beside: Layout = {
		'text-variable-anchor': ['left', 'right', 'bottom', 'top', 'bottom-left', 'top-right'],
		'text-radial-offset': 0.5,
		'text-justify': 'auto'
	};
	const spaced: Layout = { 'text-letter-spacing': 0.09, 'text-padding': 4 };
	return [
		text(
			'land-label',
			place(kinds('mountains', 'region', 'country', 'island')),
			{ ...spaced, 'text-size': 11.5 },
			palette['ink-soft']
		),
		text(
			'water-label',
			place(kinds('sea', 'river')),
			{ ...spaced, 'text-font': [ITALIC], 'text-size': ['match', ['get', 'status'], 'sea', 13.5, 12] },
			palette['ink-soft']
		),
		text(
			'place-label',
			place(['!', extended], ['!', kinds('capital')]),
			{ ...beside, 'text-size': 12.5 },
			palette.ink
		),
		text(
			'story-label',
			['==', ['get', 'layer'], 'name'],
			{
				'text-size': 12,
				'text-variable-anchor-offset': AROUND,
				'text-justify': 'auto'
			},
			ink
		),
		text('capital-label', place(kinds('capital')), { ...beside, 'text-size': 14 }, palette.ink),
		// Near, along the line; from further away the line is too short and too busy, and its first end is used.
		{
			...text(
				'parallel-label',
				['==', ['get', 'layer'], 'parallel'],
				{
					'symbol-placement': 'line',
					'symbol-spacing': 520,
					'text-padding': 0,
					'text-size': 12.5,
					'text-offset': [0, -1.1]
				},
				palette.ink
			),
			minzoom: NEAR
		},
		{
			...text(
				'parallel-end-label',
				['==', ['get', 'layer'], 'parallel'],
				{
					'text-variable-anchor-offset': [
						...['bottom-left', [0, -0.5], 'top-left', [0, 0.5]],
						...['bottom-right', [0, -0.5], 'right', [-0.4, 0], 'top-right', [0, 0.5]]
					] as NonNullable<Layout['text-variable-anchor-offset']>,
					'text-size': 12.5
				},
				palette.ink
			),
			maxzoom: NEAR
		},
		{
			// Nothing is seen of it: it keeps names off the lines of the story.
			id: 'keep-clear',
			type: 'symbol',
			source: 'story',
			filter: [
				'any',
				['in', ['get', 'layer'], ['literal', ['front', 'parallel', 'movement']]],
				['all', ['==', ['get', 'layer'], 'cable'], ['==', ['get', 'status'], 'open']]
			],
			layout: {
				'symbol-placement': 'line',
				'symbol-spacing': 8,
				'icon-image': 'blank',
				'icon-size': 0.6,
				'icon-allow-overlap': true,
				'icon-padding': 0
			}
		}
	];
}
