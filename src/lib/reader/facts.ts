import type { Catalogue, RecordOf } from '$lib/model/catalogue';
import type { Formation, FormationPosition, FrontClaim } from '$lib/model/collection';
import { referTo, type Reference, type ReferenceKind } from '$lib/model/references';
import { m } from '$lib/paraglide/messages';
import { dateText } from '$lib/ui/date-text';
import { positionText } from './words';

/** One line of a card: words, or other records. */
export interface Fact {
	label: string;
	texts: string[];
	records: Reference[];
}

/** null where there is nothing to tell. */
export function textFact(label: string, texts: (string | null | undefined)[]): Fact | null {
	const told = texts.filter((text): text is string => Boolean(text));
	return told.length > 0 ? { label, texts: told, records: [] } : null;
}

export function recordFact(
	label: string,
	kind: ReferenceKind,
	ids: readonly (string | undefined)[]
): Fact | null {
	const records = [...new Set(ids)].flatMap((id) => (id ? [referTo(kind, id)] : []));
	return records.length > 0 ? { label, texts: [], records } : null;
}

export function sideFact(
	side: string | undefined,
	sides: readonly { id: string; name: string }[]
): Fact | null {
	return textFact(m.reader_fact_side(), [sides.find(({ id }) => id === side)?.name]);
}

export function deskFact(
	label: string,
	desk: string | undefined,
	desks: readonly { id: string; name: string }[]
): Fact | null {
	return textFact(label, [desks.find(({ id }) => id === desk)?.name]);
}

export function commanderFact({ commander }: Formation): Fact | null {
	if (!commander) return null;
	const { person, name, note } = commander;
	const texts = [name, note].filter((text): text is string => Boolean(text));
	return {
		label: m.reader_fact_commander(),
		texts,
		records: person ? [referTo('person', person)] : []
	};
}

/** The claims before and after a front in time, and whether the line grew from the one into the other. */
export function neighbourFacts({ id }: FrontClaim, { data: { fronts } }: Catalogue): (Fact | null)[] {
	const place = fronts.findIndex((front) => front.id === id);
	const tell = (label: string, other: FrontClaim | undefined, later: FrontClaim | undefined) =>
		other && later
			? {
					label,
					records: [referTo('front', other.id)],
					texts: [dateText(other.when), later.breaks ? m.reader_front_breaks() : m.reader_front_grows()]
				}
			: null;
	const [before, self, after] = [place > 0 ? fronts[place - 1] : undefined, fronts[place], fronts[place + 1]];
	return [
		tell(m.reader_fact_before(), before, self),
		before ? null : textFact(m.reader_fact_before(), [m.reader_front_first()]),
		tell(m.reader_fact_after(), after, after),
		after ? null : textFact(m.reader_fact_after(), [m.reader_front_last()])
	];
}

export function pocketsFact({ pockets }: FrontClaim): Fact | null {
	return textFact(
		m.reader_fact_pockets(),
		pockets.map(({ properties: { label, note } }) => (note ? m.reader_pocket({ label, note }) : label))
	);
}

export function areaText(area: NonNullable<FormationPosition['area']>): string | null {
	if ('centre' in area) {
		const point = positionText({ geometry: { point: area.centre } });
		return point && m.reader_fact_about({ km: area.radius_km, point });
	}
	return positionText({ geometry: { outline: area.outline }, plus_minus_km: area.plus_minus_km });
}

export function lifeText({ born, died, dates_checked: checked }: RecordOf['person']): string | null {
	if (born && died) return checked ? m.reader_life({ born, died }) : m.reader_life_unchecked({ born, died });
	return born ? m.reader_born({ born }) : null;
}

export function idsOf(parties: readonly { person?: string }[]): (string | undefined)[] {
	return parties.map(({ person }) => person);
}
