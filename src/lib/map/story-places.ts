import type { Place } from '$lib/model/collection';
import { parseReference, referTo, type Reference } from '$lib/model/references';
import { middleOfRing } from './shapes';
import { pointAt, tell, wrap, type Moment, type StoryFeature } from './told';

/** The zoom from which places of a rank are shown: whole numbers, because the engine filters by its tiles' zoom. */
const ZOOM_OF_RANK: Record<Place['rank'], number> = { 1: 0, 2: 5, 3: 7, 4: 8 };

/** Names of extended things: set in spaced italics or capitals, without a dot. */
const WITHOUT_DOT: ReadonlySet<Place['kind']> = new Set([
	'sea',
	'river',
	'mountains',
	'region',
	'country',
	'island'
]);

export function hasDot(kind: string): boolean {
	return !WITHOUT_DOT.has(kind as Place['kind']);
}

/** Places, by rank; those the open document speaks of, and the chosen one, at every zoom. */
export function tellPlaces(moment: Pick<Moment, 'catalogue' | 'document' | 'selection'>): StoryFeature[] {
	const spoken = placesOf(moment);
	return moment.catalogue.data.places.flatMap((place) => {
		const { id, geometry, name, kind, certainty } = place;
		const position = geometry && middleOf(geometry);
		if (!position) return [];
		const light = referTo('place', id);
		const isSpoken = spoken.has(light);
		return tell(pointAt(position), {
			light,
			layer: 'place',
			status: kind,
			certainty,
			label: hasDot(kind) ? name : wrap(name, 12),
			rank: kind === 'capital' && place.rank === 1 ? 1 : (isSpoken ? 5 : 10) + place.rank,
			from: isSpoken ? 0 : ZOOM_OF_RANK[place.rank]
		});
	});
}

/** Where a place's name is written; nowhere for a parallel, which is labelled along its line. */
function middleOf(geometry: NonNullable<Place['geometry']>): [number, number] | undefined {
	if ('point' in geometry) return geometry.point;
	if ('outline' in geometry) return middleOfRing(geometry.outline);
	return 'line' in geometry ? geometry.line[Math.floor(geometry.line.length / 2)] : undefined;
}

function placesOf({
	catalogue,
	document,
	selection
}: Parameters<typeof tellPlaces>[0]): ReadonlySet<Reference> {
	const targets = catalogue.targetsIn(document);
	const chosen = selection ? [...catalogue.litBy(selection)] : [];
	return new Set(
		[...targets, ...chosen].filter((light): light is Reference => parseReference(light)?.kind === 'place')
	);
}
