import { BEGINNING } from '$lib/model/interval';
import type { Movement } from '$lib/model/collection';
import { referTo } from '$lib/model/references';
import type { Standing } from '$lib/state/lens.svelte';
import { headingOf, middleOfRing, smooth } from './shapes';
import { outlineOf } from './story-ground';
import { lineAlong, lookOf, pointAt, tell, wrap, type Moment, type StoryFeature } from './told';

/** How long a movement stays on the map after its time. */
const LINGER = 3 * 24 * 3_600_000;

/** Movements of the days before the cursor, and any that is chosen: what was proposed later is not on the ground of an earlier day. */
export function tellMovements(moment: Moment): StoryFeature[] {
	return moment.catalogue.data.movements
		.filter((movement) => isTold(movement, moment))
		.flatMap((movement) => tellMovement(movement, moment));
}

function isTold({ id, when }: Movement, { cursor, selection }: Moment): boolean {
	const begun = when.earliestStart === BEGINNING || cursor >= when.earliestStart;
	return (begun && cursor <= when.latestEnd + LINGER) || selection === referTo('movement', id);
}

const STANDINGS = ['hidden', 'faded', 'maybe', 'shown'] as const;

/** A movement is known where a document that tells of it is. */
function standingOfMovement({ evidence }: Movement, { standing }: Moment): Standing {
	if (!standing || evidence.length === 0) return 'shown';
	const ranks = evidence.map(({ document }) => STANDINGS.indexOf(standing(referTo('document', document))));
	return STANDINGS[Math.max(...ranks)] ?? 'shown';
}

function tellMovement(movement: Movement, moment: Moment): StoryFeature[] {
	const { catalogue } = moment;
	const { id, side, status, certainty, area } = movement;
	const standing = standingOfMovement(movement, moment);
	if (standing === 'hidden') return [];
	const common = { light: referTo('movement', id), ...lookOf(catalogue, side), status, standing, certainty };
	const lines = movement.paths.map((path) => smooth(path));
	const first = lines[0];
	const features = lines.flatMap((line) => [
		tell(lineAlong(line), { ...common, layer: 'movement' }),
		tell(pointAt(line.at(-1) ?? [0, 0]), { ...common, layer: 'head', heading: headingOf(line) })
	]);
	if (area) features.push(tell(outlineOf(area), { ...common, layer: 'proposal' }));
	const middle = first
		? first[Math.floor(first.length / 2)]
		: area && ('centre' in area ? area.centre : middleOfRing(area.outline));
	if (middle) {
		features.push(
			tell(pointAt(middle), { ...common, layer: 'name', label: wrap(movement.label, 24), rank: 2 })
		);
	}
	return features;
}
