import type { Catalogue } from '$lib/model/catalogue';
import { referTo } from '$lib/model/references';
import { m } from '$lib/paraglide/messages';
import { joinSentences } from '$lib/ui/page-language';
import { course } from './position';
import { placesOf, quotesOf, rowOf, type Row } from './rows';

/** Fronts as claimed, in order of time. */
export function frontRows(catalogue: Catalogue): Row[] {
	return catalogue.data.fronts.map((front) => ({
		...rowOf(catalogue, referTo('front', front.id), front),
		when: front.when,
		title: front.label,
		kind: m.table_front(),
		facts: [
			m.table_front_band({ km: front.uncertainty_km }),
			m.table_front_course({ course: course(front.line) }),
			...(front.known ? [m.table_known({ text: front.known })] : []),
			...(front.guessed ? [m.table_guessed({ text: front.guessed })] : []),
			...front.pockets.map(({ properties }) => m.table_pocket({ text: pocketText(properties) }))
		],
		places: [],
		quotes: []
	}));
}

/** Formations, a row for each of their positions, and one for each that has none. */
export function formationRows(catalogue: Catalogue): Row[] {
	return catalogue.data.formations.flatMap((formation): Row[] => {
		const reference = referTo('formation', formation.id);
		const said = { title: formation.name, kind: m.table_formation() };
		if (formation.positions.length === 0) {
			const facts = [m.table_formation_nowhere()];
			return [{ ...rowOf(catalogue, reference, formation), ...said, facts, places: [], quotes: [] }];
		}
		return formation.positions.map((position, index) => ({
			...rowOf(catalogue, reference, { ...formation, ...position }),
			...said,
			when: position.when,
			id: `${formation.id}-${index + 1}`,
			facts: [
				position.label ?? '',
				position.area ? m.table_area_drawn() : m.table_area_not_drawn(),
				position.note ?? ''
			].filter(Boolean),
			places: placesOf(catalogue, position.places),
			quotes: quotesOf(catalogue, position.evidence)
		}));
	});
}

export function movementRows(catalogue: Catalogue): Row[] {
	return catalogue.data.movements.map((movement) => ({
		...rowOf(catalogue, referTo('movement', movement.id), movement),
		when: movement.when,
		title: movement.label,
		kind: { proposed: m.table_proposed(), reported: m.table_reported(), happened: m.table_happened() }[
			movement.status
		],
		facts: movement.note ? [movement.note] : [],
		places: [],
		quotes: quotesOf(catalogue, movement.evidence)
	}));
}

/** The label is a title and has no stop of its own. */
function pocketText({ label, note }: { label: string; note?: string }): string {
	return note ? joinSentences([m.join_end({ text: label }), note]) : label;
}
