import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from './palette';
import { inkOf, when, whenLit } from './style-states';
import type { StoryLayer } from './told';

type Expression = ExpressionSpecification;
const STORY = 'story';

/** Lines, areas and points of the story, from below: the same look as story.css gives the drawn map. */
export function storyLayers(palette: Palette): LayerSpecification[] {
	const ink = inkOf(palette);
	const of = (layer: StoryLayer, ...more: unknown[]) =>
		['all', ['==', ['get', 'layer'], layer], ...more] as unknown as Expression;
	const isDoubtful: Expression = ['in', ['get', 'certainty'], ['literal', ['low', 'unknown']]];
	const is = (status: string): Expression => ['==', ['get', 'status'], status];
	const hatched: Expression = ['concat', 'hatch-', ['get', 'hatch'], '-', ['get', 'ink']];
	const round = { 'line-join': 'round' as const, 'line-cap': 'round' as const };
	const line = (
		id: string,
		filter: Expression,
		paint: object,
		layout: object = round
	): LayerSpecification => ({
		id,
		type: 'line',
		source: STORY,
		filter,
		layout,
		paint
	});
	const fill = (id: string, filter: Expression, paint: object): LayerSpecification => ({
		id,
		type: 'fill',
		source: STORY,
		filter,
		paint
	});
	const butt = { 'line-join': 'round', 'line-cap': 'butt' };
	const areas = (layer: 'pocket' | 'formation', opacity: number): LayerSpecification[] => {
		const isArea: Expression = ['==', ['geometry-type'], 'Polygon'];
		return [
			fill(`${layer}-field`, of(layer, isArea), {
				'fill-color': ink,
				'fill-opacity': when('selected', 0.22, whenLit(0.14, 0.03))
			}),
			fill(`${layer}-hatch`, of(layer, isArea), {
				'fill-pattern': hatched,
				'fill-opacity': ['case', ['==', ['get', 'status'], 'elsewhen'], opacity / 2, opacity]
			}),
			line(`${layer}-sure`, of(layer, ['!', isDoubtful]), {
				'line-color': ink,
				'line-width': when('selected', 3, whenLit(2.2, 1.1))
			}),
			line(
				`${layer}-doubtful`,
				of(layer, isDoubtful),
				{
					'line-color': ink,
					'line-width': when('selected', 3, whenLit(2.2, 1.1)),
					'line-dasharray': [3, 2.5]
				},
				butt
			)
		];
	};
	const moving = (status: 'proposed' | 'reported' | 'happened', dashes?: number[]) =>
		line(
			`movement-${status}`,
			of('movement', is(status)),
			{
				'line-color': ink,
				'line-width': when('selected', 3.4, whenLit(2.8, 1.9)),
				...(dashes && { 'line-dasharray': dashes })
			},
			butt
		);
	const doubled = (id: string, filter: Expression, dashes?: number[]): LayerSpecification[] => [
		line(`${id}-selected`, filter, {
			'line-color': palette.field,
			'line-width': when('selected', 13, whenLit(9, 0))
		}),
		line(
			`${id}-ink`,
			filter,
			{
				'line-color': palette.ink,
				'line-width': 5,
				...(dashes && { 'line-dasharray': dashes, 'line-opacity': 0.75 })
			},
			butt
		),
		line(`${id}-gap`, filter, { 'line-color': palette.paper, 'line-width': 1.8 })
	];
	const underlay = { 'line-color': palette.field, 'line-width': when('selected', 12, whenLit(8, 0)) };
	return [
		fill('band', of('band'), {
			'fill-color': palette.ink,
			'fill-opacity': when('selected', 0.17, whenLit(0.15, 0.1))
		}),
		...areas('pocket', 0.4),
		...areas('formation', 0.55),
		fill('proposal-field', of('proposal'), {
			'fill-color': ink,
			'fill-opacity': when('selected', 0.2, whenLit(0.12, 0))
		}),
		line('proposal', of('proposal'), {
			'line-color': ink,
			'line-width': when('selected', 3, 2.2),
			'line-dasharray': [0.01, 2.2]
		}),
		line('parallel-selected', of('parallel'), underlay),
		line('parallel', of('parallel'), {
			'line-color': palette.parallel,
			'line-width': when('selected', 3, whenLit(2.6, 2))
		}),
		line('movement-selected', of('movement'), underlay),
		moving('proposed', [3, 2]),
		moving('reported', [6, 1.5, 1, 1.5]),
		moving('happened'),
		...doubled('front', of('front', is('claim'))),
		...doubled('front-drawn', of('front', ['!', is('claim')]), [1.8, 1]),
		line('cable-near', of('cable', is('near')), {
			'line-color': ink,
			'line-width': whenLit(2.4, 0.9),
			'line-opacity': whenLit(1, 0.7)
		}),
		line('cable-selected', of('cable', is('open')), underlay),
		line('cable', of('cable', is('open')), {
			'line-color': ink,
			'line-width': when('selected', 3, whenLit(2.6, 1.8))
		}),
		{
			id: 'head',
			type: 'symbol',
			source: STORY,
			filter: of('head'),
			layout: {
				'icon-image': [
					'concat',
					'head-',
					['match', ['get', 'status'], ['proposed', 'near'], 'open', 'filled'],
					'-',
					['get', 'ink']
				],
				'icon-rotate': ['get', 'heading'],
				'icon-rotation-alignment': 'map',
				'icon-allow-overlap': true,
				'icon-ignore-placement': true
			},
			paint: { 'icon-opacity': ['case', is('near'), whenLit(1, 0.7), 1] }
		},
		{
			id: 'place',
			type: 'circle',
			source: STORY,
			filter: of(
				'place',
				['>=', ['zoom'], ['get', 'from']],
				[
					'!',
					['in', ['get', 'status'], ['literal', ['sea', 'river', 'mountains', 'region', 'country', 'island']]]
				]
			),
			paint: {
				'circle-color': when('selected', palette.ink, palette.paper),
				'circle-stroke-color': palette.ink,
				'circle-stroke-width': when('selected', 3, whenLit(2.4, 1.3)),
				'circle-radius': ['match', ['get', 'status'], 'capital', whenLit(4.6, 3.6), whenLit(3.8, 2.4)]
			}
		}
	];
}
