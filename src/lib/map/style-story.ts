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
	const isDashed: Expression = ['boolean', ['get', 'dashed']];
	const isThin: Expression = ['boolean', ['get', 'thin']];
	/** An opacity, a third of it for what was not known at the desk one looks from. */
	const seen = (opacity: unknown): Expression =>
		['*', opacity, ['case', ['==', ['get', 'standing'], 'faded'], 0.32, 1]] as unknown as Expression;
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
				'fill-opacity': seen(when('selected', 0.22, whenLit(0.14, 0.03)))
			}),
			fill(`${layer}-hatch`, of(layer, isArea), {
				'fill-pattern': hatched,
				'fill-opacity': seen(['case', ['==', ['get', 'status'], 'elsewhen'], opacity / 2, opacity])
			}),
			line(`${layer}-sure`, of(layer, ['!', isDoubtful]), {
				'line-color': ink,
				'line-opacity': seen(1),
				'line-width': when('selected', 3, whenLit(2.2, 1.1))
			}),
			line(
				`${layer}-doubtful`,
				of(layer, isDoubtful),
				{
					'line-color': ink,
					'line-opacity': seen(1),
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
				'line-opacity': seen(['case', ['==', ['get', 'standing'], 'maybe'], 0.6, 1]),
				'line-width': when('selected', 3.4, whenLit(2.8, 1.9)),
				...(dashes && { 'line-dasharray': dashes })
			},
			butt
		);
	const underlay = { 'line-color': palette.field, 'line-width': when('selected', 13, whenLit(9, 0)) };
	const doubled = (id: string, filter: Expression, dashes?: unknown, opacity = 1): LayerSpecification[] => [
		line(`${id}-selected`, filter, underlay),
		line(
			`${id}-ink`,
			filter,
			{
				'line-color': palette.ink,
				'line-width': 5,
				'line-opacity': seen(opacity),
				...(dashes !== undefined && { 'line-dasharray': dashes })
			},
			butt
		),
		line(`${id}-gap`, filter, { 'line-color': palette.paper, 'line-width': 1.8 })
	];
	const thin = (id: string, filter: Expression, dashes?: number[]): LayerSpecification =>
		line(
			id,
			filter,
			{ 'line-color': palette.ink, 'line-width': 1.6, ...(dashes && { 'line-dasharray': dashes }) },
			butt
		);
	const cable = (status: 'near' | 'open', isBroken: boolean): LayerSpecification => {
		const name = status === 'near' ? 'cable-near' : 'cable';
		return line(
			isBroken ? `${name}-dashed` : name,
			of('cable', is(status), isBroken ? isDashed : ['!', isDashed]),
			{
				'line-color': ink,
				'line-width': status === 'near' ? whenLit(2.4, 0.9) : when('selected', 3, whenLit(2.6, 1.8)),
				'line-opacity': seen(status === 'near' ? whenLit(1, 0.7) : 1),
				...(isBroken && { 'line-dasharray': status === 'near' ? [5, 5] : [2.8, 2.8] })
			},
			isBroken ? butt : round
		);
	};
	return [
		fill('band', of('band'), {
			'fill-color': palette.ink,
			'fill-opacity': seen(when('selected', 0.17, whenLit(0.15, 0.1)))
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
		line('then-selected', of('then'), underlay),
		line('then-halo', of('then'), {
			'line-color': palette.halo,
			'line-width': 7,
			'line-opacity': 0.7
		}),
		line('then', of('then'), {
			'line-color': palette.ink,
			'line-width': 4.6,
			'line-dasharray': [0.01, 1.74]
		}),
		line('front-thin-halo', of('front', isThin), {
			'line-color': palette.halo,
			'line-width': when('selected', 12, whenLit(8, 4)),
			'line-opacity': 0.8
		}),
		thin('front-thin', of('front', isThin, is('claim'))),
		thin('front-thin-drawn', of('front', isThin, ['!', is('claim')]), [5.6, 3.1]),
		...doubled('front', of('front', ['!', isThin], is('claim'))),
		...doubled('front-drawn', of('front', ['!', isThin], ['!', is('claim')]), [1.8, 1], 0.75),
		...doubled('heard', of('heard', ['!', isDashed]), [4, 0.8]),
		...doubled('heard-maybe', of('heard', isDashed), [1.2, 1.2], 0.8),
		cable('near', false),
		cable('near', true),
		line('cable-selected', of('cable', is('open')), underlay),
		cable('open', false),
		cable('open', true),
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
			paint: { 'icon-opacity': seen(['case', is('near'), whenLit(1, 0.7), 1]) }
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
		},
		{
			id: 'courier',
			type: 'circle',
			source: STORY,
			filter: of('courier'),
			paint: {
				'circle-color': ['case', isDashed, palette.halo, ink],
				'circle-stroke-color': whenLit(palette.ink, ['case', isDashed, ink, palette.halo]),
				'circle-stroke-width': when('selected', 3, 1.8),
				'circle-opacity': seen(1),
				'circle-stroke-opacity': seen(1),
				'circle-radius': ['case', is('open'), 6, 4.5]
			}
		}
	];
}
