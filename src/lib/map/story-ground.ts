import type { LineString, Polygon } from 'geojson';
import type { Formation, FormationPosition, Pocket } from '$lib/model/collection';
import { mayContain, middleOf } from '$lib/model/interval';
import { referTo } from '$lib/model/references';
import { m } from '$lib/paraglide/messages';
import { dateText } from '$lib/ui/date-text';
import { bandAround } from './band';
import { circle, middleOfRing, smoothRing } from './shapes';
import { lineAlong, lookOf, pointAt, tell, wrap, type Moment, type StoryFeature } from './told';

/** Parallels, the front with its band and pockets, and the areas in which formations stood. */
export function tellGround(moment: Moment): StoryFeature[] {
	return [...tellParallels(moment), ...tellFront(moment), ...tellFormations(moment)];
}

function tellParallels({ catalogue }: Moment): StoryFeature[] {
	return catalogue.data.places.flatMap(({ id, name, geometry, certainty }) => {
		if (!geometry || !('latitude' in geometry)) return [];
		const { latitude, from, to } = geometry;
		const degrees = m.map_degrees({
			degrees: Math.abs(latitude),
			half: latitude < 0 ? m.map_south() : m.map_north()
		});
		return tell(
			lineAlong([
				[from, latitude],
				[to, latitude]
			]),
			{
				light: referTo('place', id),
				layer: 'parallel',
				certainty,
				label: `${name} · ${degrees}`
			}
		);
	});
}

function tellFront({ catalogue, front }: Moment): StoryFeature[] {
	if (!front) return [];
	const [claim] = front.claims;
	const light = referTo('front', claim.id);
	const { status } = front;
	const common = { light, status, certainty: claim.certainty };
	const label =
		status === 'between'
			? m.map_front_between_label()
			: m.map_front_label({ date: dateText(claim.when, 'short') });
	return [
		tell(bandAround(front.line, front.uncertainty_km), { ...common, layer: 'band' }),
		tell(lineAlong(front.line), { ...common, layer: 'front' }),
		tell(pointAt(front.line.at(-1) ?? [0, 0]), { ...common, layer: 'name', label, rank: 1 }),
		...front.pockets.flatMap(({ geometry, properties }) => {
			const pocket = { ...common, ...lookOf(catalogue, properties.side), layer: 'pocket' as const };
			const shapes = shapesOf(geometry, front.uncertainty_km);
			const name = { ...pocket, layer: 'name' as const, label: wrap(properties.label), rank: 4 };
			return [
				...shapes.map(({ shape }) => tell(shape, pocket)),
				...shapes.slice(0, 1).map(({ middle }) => tell(pointAt(middle), name))
			];
		})
	];
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

/**
 * Positions whose time may contain the cursor. Of the chosen formation, when none does, the nearest in time that has an area:
 * it says its date and is drawn lighter.
 */
function tellFormations({ catalogue, cursor, selection }: Moment): StoryFeature[] {
	return catalogue.data.formations.flatMap((formation) => {
		const placed = formation.positions.filter(({ area }) => area);
		const now = placed.filter(({ when }) => mayContain(when, cursor));
		if (now.length > 0) return now.flatMap((position) => tellPosition(catalogue, formation, position, 'now'));
		if (selection !== referTo('formation', formation.id)) return [];
		const [nearest] = placed.toSorted((a, b) => distance(a, cursor) - distance(b, cursor));
		return nearest ? tellPosition(catalogue, formation, nearest, 'elsewhen') : [];
	});
}

function distance({ when }: FormationPosition, cursor: number): number {
	return Math.abs(middleOf(when) - cursor);
}

function tellPosition(
	catalogue: Moment['catalogue'],
	formation: Formation,
	{ area, label, certainty, when }: FormationPosition,
	status: 'now' | 'elsewhen'
): StoryFeature[] {
	if (!area) return [];
	const common = {
		light: referTo('formation', formation.id),
		...lookOf(catalogue, formation.side),
		status,
		certainty
	};
	const geometry = outlineOf(area);
	const words = label ?? formation.name;
	const dated = status === 'now' ? words : m.map_elsewhen({ label: words, date: dateText(when, 'short') });
	return [
		tell(geometry, { ...common, layer: 'formation' }),
		tell(pointAt('centre' in area ? area.centre : middleOfRing(area.outline)), {
			...common,
			layer: 'name',
			label: wrap(dated),
			rank: 3
		})
	];
}

/** An area of the collection as a polygon. */
export function outlineOf(area: NonNullable<FormationPosition['area']>): Polygon {
	return 'centre' in area
		? circle(area.centre, area.radius_km)
		: { type: 'Polygon', coordinates: [smoothRing(area.outline)] };
}
