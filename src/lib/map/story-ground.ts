import type { Polygon } from 'geojson';
import type { Formation, FormationPosition } from '$lib/model/collection';
import { mayContain, middleOf } from '$lib/model/interval';
import { referTo } from '$lib/model/references';
import { m } from '$lib/paraglide/messages';
import { dateText } from '$lib/ui/date-text';
import { circle, middleOfRing, smoothRing } from './shapes';
import { lineAlong, lookOf, pointAt, tell, wrap, type Moment, type StoryFeature } from './told';

/** Lines of latitude that have a name. */
export function tellParallels({ catalogue }: Pick<Moment, 'catalogue'>): StoryFeature[] {
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

/**
 * Positions whose time may contain the cursor. Of the chosen formation, when none does, the nearest in time that has an area:
 * it says its date and is drawn lighter.
 */
export function tellFormations({ catalogue, cursor, selection }: Moment): StoryFeature[] {
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
	// A label is in the collection's own language: where the name is in the page's, the name alone stands.
	const words = formation.original === undefined ? (label ?? formation.name) : formation.name;
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

type Area = NonNullable<FormationPosition['area']>;
const outlines = new WeakMap<Area, Polygon>();

/** An area of the collection as a polygon; the same one each time. */
export function outlineOf(area: Area): Polygon {
	const known = outlines.get(area);
	if (known) return known;
	const outline: Polygon =
		'centre' in area
			? circle(area.centre, area.radius_km)
			: { type: 'Polygon', coordinates: [smoothRing(area.outline)] };
	outlines.set(area, outline);
	return outline;
}
