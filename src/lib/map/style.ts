import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Palette } from './palette';
import { whenLit } from './style-states';
import { storyLayers } from './style-story';
import type { BasemapUrls } from './sketch';

export const STORY = 'story';
export const GRATICULE = 'graticule';
/** Sources whose waters have records of their own, by whose ids they are lit. */
export const WATERS = ['detail-rivers', 'supplement-rivers', 'supplement-lakes'];
const EMPTY = { type: 'FeatureCollection' as const, features: [] };

/** The whole style, for a theme. Addresses are whole; nothing is fetched from anywhere else. Words are written over the picture. */
export function buildStyle(palette: Palette, basemap: BasemapUrls): StyleSpecification {
	const file = (layer: string) => ({ type: 'geojson' as const, data: basemap(layer) });
	return {
		version: 8,
		sources: {
			'context-land': file('context/land'),
			'context-coast': file('context/coast'),
			'context-rivers': file('context/rivers'),
			'context-lakes': file('context/lakes'),
			'detail-land': { ...file('detail/land'), tolerance: 0.2 },
			'detail-coast': { ...file('detail/coast'), tolerance: 0.2 },
			'detail-rivers': { ...file('detail/rivers'), promoteId: 'river' },
			'detail-lakes': file('detail/lakes'),
			'supplement-rivers': { ...file('supplement/rivers'), promoteId: 'river' },
			'supplement-lakes': { ...file('supplement/lakes'), promoteId: 'lake' },
			[GRATICULE]: { type: 'geojson', data: EMPTY },
			[STORY]: { type: 'geojson', data: EMPTY, promoteId: 'light', tolerance: 0.1 }
		},
		layers: [...baseLayers(palette), ...storyLayers(palette)]
	};
}

function baseLayers(palette: Palette): LayerSpecification[] {
	const both = (make: (level: 'context' | 'detail') => LayerSpecification) => [
		make('context'),
		make('detail')
	];
	return [
		{ id: 'sea', type: 'background', paint: { 'background-color': palette.sea } },
		...both((level) => ({
			id: `${level}-land`,
			type: 'fill',
			source: `${level}-land`,
			paint: { 'fill-color': palette.land, 'fill-antialias': false }
		})),
		...['context-lakes', 'detail-lakes', 'supplement-lakes'].map((source): LayerSpecification => ({
			id: source,
			type: 'fill',
			source,
			paint: { 'fill-color': palette.sea }
		})),
		{
			id: 'graticule',
			type: 'line',
			source: GRATICULE,
			paint: { 'line-color': palette.rule, 'line-width': 0.6 }
		},
		...['context-rivers', 'detail-rivers', 'supplement-rivers'].map((source): LayerSpecification => ({
			id: source,
			type: 'line',
			source,
			layout: { 'line-join': 'round', 'line-cap': 'round' },
			paint: {
				'line-color': whenLit(palette['ink-soft'], palette.river),
				'line-width': ['interpolate', ['linear'], ['zoom'], 5, whenLit(3, 0.6), 9, whenLit(3.4, 1.6)]
			}
		})),
		{
			id: 'supplement-shores',
			type: 'line',
			source: 'supplement-lakes',
			paint: { 'line-color': whenLit(palette['ink-soft'], palette.river), 'line-width': whenLit(2.4, 0.6) }
		},
		...both((level) => ({
			id: `${level}-coast`,
			type: 'line',
			source: `${level}-coast`,
			paint: { 'line-color': palette['rule-strong'], 'line-width': 0.7 }
		}))
	];
}

/** Layers whose features can be pointed at, the uppermost first. */
export const TOUCHABLE = [
	'courier',
	'place',
	'cable',
	'cable-dashed',
	'heard-ink',
	'heard-maybe-ink',
	'front-ink',
	'front-drawn-ink',
	'front-thin',
	'front-thin-drawn',
	'then',
	'movement-proposed',
	'movement-reported',
	'movement-happened',
	'parallel',
	'cable-near',
	'cable-near-dashed',
	'proposal-field',
	'formation-hatch',
	'pocket-hatch',
	'pocket-sure',
	'pocket-doubtful',
	'band'
];
