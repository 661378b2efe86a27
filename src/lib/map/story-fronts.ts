import type { LineString, Polygon } from 'geojson';
import type { Pocket } from '$lib/model/collection';
import type { FrontAt } from '$lib/model/front-at';
import { referTo } from '$lib/model/references';
import { m } from '$lib/paraglide/messages';
import { dateText } from '$lib/ui/date-text';
import { bandAround } from './band';
import { keepHalf } from './divide';
import { circle, middleOfRing } from './shapes';
import { lineAlong, lookOf, pointAt, tell, wrap, type Moment, type StoryFeature } from './told';

type Fronts = Pick<Moment, 'catalogue' | 'front' | 'seenFrom' | 'heard' | 'then' | 'divided'>;

/**
 * The front at the cursor, as the desk one looks from last heard of it, and that of the moment compared with: all over the map, or
 * each on its side of a meridian.
 */
export function tellFronts(moment: Fronts): StoryFeature[] {
	const then = tellThen(moment);
	const now = [...tellOurs(moment), ...tellHeard(moment)];
	if (!moment.divided) return [...then, ...now];
	const { longitude, then: half } = moment.divided;
	const other = half === 'west' ? 'east' : 'west';
	return [...keepHalf(then, longitude, half), ...keepHalf(now, longitude, other)];
}

function tellOurs({ catalogue, front, seenFrom, heard }: Fronts): StoryFeature[] {
	if (!front) return [];
	const [claim] = front.claims;
	const { status } = front;
	const isHeard = Boolean(seenFrom && heard);
	const look = {
		...{ light: referTo('front', claim.id), status, certainty: claim.certainty },
		standing: seenFrom && !heard ? ('faded' as const) : ('shown' as const),
		thin: isHeard
	};
	const isSame = heard?.claim.id === claim.id && status !== 'between';
	const label = isHeard && isSame ? '' : labelOf(front, Boolean(seenFrom));
	return [
		tell(bandOf(front), { ...look, layer: 'band' }),
		tell(lineAlong(front.line), { ...look, layer: 'front', label, rank: 1 }),
		...tellPockets(catalogue, front, look)
	];
}

function labelOf({ status, claims: [claim] }: FrontAt, isLens: boolean): string {
	if (status === 'between') return m.map_front_between_label();
	const date = dateText(claim.when, 'short');
	if (isLens) return m.map_front_ours_label({ date });
	return status === 'held' ? m.map_front_held_label({ date }) : m.map_front_label({ date });
}

function tellHeard({ catalogue, seenFrom, heard }: Fronts): StoryFeature[] {
	if (!heard) return [];
	const { claim, standing } = heard;
	const desk = catalogue.about.desks.find(({ id }) => id === seenFrom)?.name ?? '';
	const words = { desk, date: dateText(claim.when, 'short') };
	return [
		tell(lineAlong(claim.line), {
			...{ light: referTo('front', claim.id), layer: 'heard', status: 'claim', certainty: claim.certainty },
			...{ standing: standing === 'maybe' ? 'maybe' : 'shown', dashed: standing === 'maybe', rank: 1 },
			label: standing === 'maybe' ? m.map_front_maybe_label(words) : m.map_front_heard_label(words)
		})
	];
}

function tellThen({ catalogue, then }: Fronts): StoryFeature[] {
	if (!then) return [];
	const [claim] = then.claims;
	const look = { light: referTo('front', claim.id), status: then.status, certainty: claim.certainty };
	const label =
		then.status === 'between'
			? m.map_front_then_between_label()
			: m.map_front_then_label({ date: dateText(claim.when) });
	return [
		tell(bandOf(then), { ...look, layer: 'band' }),
		tell(lineAlong(then.line), { ...look, layer: 'then', label, rank: 1 }),
		...tellPockets(catalogue, then, { ...look, standing: 'faded' })
	];
}

const bands = new WeakMap<FrontAt['line'], { km: number; band: Polygon }>();

/** Tracing a band takes time, and a claim's line is the same one each time. */
function bandOf({ line, uncertainty_km: km }: FrontAt): Polygon {
	const known = bands.get(line);
	if (known?.km === km) return known.band;
	const band = bandAround(line, km);
	bands.set(line, { km, band });
	return band;
}

function tellPockets(
	catalogue: Moment['catalogue'],
	{ pockets, uncertainty_km: km }: FrontAt,
	look: Pick<StoryFeature['properties'], 'light' | 'status'> & Partial<StoryFeature['properties']>
): StoryFeature[] {
	return pockets.flatMap(({ geometry, properties }) => {
		const pocket = { ...look, thin: false, ...lookOf(catalogue, properties.side), layer: 'pocket' as const };
		const shapes = shapesOf(geometry, km);
		const name = { ...pocket, layer: 'name' as const, label: wrap(properties.label), rank: 4 };
		return [
			...shapes.map(({ shape }) => tell(shape, { ...pocket, name: properties.label })),
			...shapes.slice(0, 1).map(({ middle }) => tell(pointAt(middle), name))
		];
	});
}

/** Ground held apart, each piece with its middle. A bare point is as wide as the doubt of the claim. */
function shapesOf(
	geometry: Pocket['geometry'],
	doubt: number
): { shape: Polygon | LineString; middle: [number, number] }[] {
	switch (geometry.type) {
		case 'Polygon':
			return [{ shape: geometry, middle: middleOfRing(geometry.coordinates[0] ?? []) }];
		case 'LineString': {
			const [lon = 0, lat = 0] = geometry.coordinates[Math.floor(geometry.coordinates.length / 2)] ?? [];
			return [{ shape: geometry, middle: [lon, lat] }];
		}
		case 'MultiPoint':
			return geometry.coordinates.map(([lon = 0, lat = 0]) => ({
				shape: circle([lon, lat], doubt),
				middle: [lon, lat]
			}));
	}
}
