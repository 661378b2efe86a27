import type { Catalogue } from '$lib/model/catalogue';
import {
	oppositeOf,
	type FrontDifference,
	type Lie,
	type PlacedName,
	type Quarter
} from '$lib/model/compare-fronts';
import type { FrontAt } from '$lib/model/front-at';
import { m } from '$lib/paraglide/messages';
import { dateText } from '$lib/ui/date-text';
import { intlLocale } from '$lib/ui/page-language';
import { certaintyText, instantText } from './front-words';
import { hasDot } from './story-places';

/** Places that the two fronts are asked about: those with a position, inside the map. */
export function placesToCompare({ data }: Catalogue): PlacedName[] {
	return data.places.flatMap(({ id, name, rank, kind, geometry, beyond_extent: isBeyond }) =>
		geometry && 'point' in geometry && hasDot(kind) && !isBeyond
			? [{ id, name, rank, position: geometry.point }]
			: []
	);
}

/** Places that changed in the same way. */
export interface ChangedPlaces {
	text: string;
	places: PlacedName[];
}

/** Which moment a front is drawn for: the date of its claim, or the day. */
export function momentText(catalogue: Catalogue, front: FrontAt, instant: number): string {
	return front.status === 'claim' ? dateText(front.claims[0].when) : instantText(catalogue, instant);
}

/** Where a front comes from and how sure it is. */
export function standText(catalogue: Catalogue, front: FrontAt, instant: number): string {
	const [claim, next] = front.claims;
	const status = next
		? m.map_compare_status_between({ from: dateText(claim.when), to: dateText(next.when) })
		: front.status === 'held'
			? m.map_compare_status_held({ date: dateText(claim.when) })
			: m.map_compare_status_claim();
	return m.map_compare_moment({
		...{ moment: momentText(catalogue, front, instant), status, km: Math.round(front.uncertainty_km) },
		certainty: certaintyText(claim.certainty)
	});
}

export function changedPlaces({ changed, left }: FrontDifference): ChangedPlaces[] {
	const groups = new Map<string, PlacedName[]>();
	for (const { place, before, after } of changed) {
		const text = m.map_compare_place({ before: lieText(before, left), after: lieText(after, left) });
		groups.set(text, [...(groups.get(text) ?? []), place]);
	}
	return [...groups].map(([text, places]) => ({ text, places }));
}

/** Ground, distance and pockets, a sentence each. */
export function groundTexts({ left, ground, furthest, appeared, vanished }: FrontDifference): string[] {
	const { toLeft, toRight } = ground;
	const moved = ([km, side]: [number | null, Quarter]) =>
		km === null ? [] : [m.map_compare_ground({ side: SIDES[side](), km: numberText(km) })];
	const land = [...moved([toLeft, left]), ...moved([toRight, oppositeOf(left)])];
	return [
		...(land.length > 0 ? land : [m.map_compare_ground_none()]),
		...(furthest ? [furthestText(furthest)] : []),
		...vanished.map(({ properties: { label } }) => m.map_compare_vanished({ label })),
		...appeared.map(({ properties: { label } }) => m.map_compare_appeared({ label }))
	];
}

function furthestText({ km, near }: NonNullable<FrontDifference['furthest']>): string {
	return near ? m.map_compare_furthest_near({ km, place: near.name }) : m.map_compare_furthest({ km });
}

const SIDES: Record<Quarter, () => string> = {
	n: m.map_side_n,
	ne: m.map_side_ne,
	e: m.map_side_e,
	se: m.map_side_se,
	s: m.map_side_s,
	sw: m.map_side_sw,
	w: m.map_side_w,
	nw: m.map_side_nw
};

function lieText(lie: Lie, left: Quarter): string {
	if (typeof lie === 'object') return m.map_lie_pocket({ label: lie.pocket.properties.label });
	return SIDES[lie === 'left' ? left : oppositeOf(left)]();
}

function numberText(value: number): string {
	return new Intl.NumberFormat(intlLocale()).format(value);
}
