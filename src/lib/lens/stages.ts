import type { Catalogue } from '$lib/model/catalogue';
import type { DateRole, DocumentSummary } from '$lib/model/collection';
import type { Interval } from '$lib/model/interval';
import { m } from '$lib/paraglide/messages';
import { dateText } from '$lib/ui/date-text';
import { deskName, deskZone, momentText, zoneText } from './desk-clock';

/** One station of a document's way: what was done, when by the record, and when that was by the desk's clock where an hour is known. */
export interface Stage {
	role: DateRole;
	name: string;
	/** As recorded, with whose clock it is; null where it is not recorded. */
	when: string | null;
	/** The same by the clock of the desk looked from; null where it adds nothing. */
	here: string | null;
	/** certain: it had been done by the moment; maybe: it may have been; ahead: not yet; unrecorded. */
	standing: 'certain' | 'maybe' | 'ahead' | 'unrecorded';
}

const NAMES: [DateRole, () => string][] = [
	['written', m.lens_stage_written],
	['sent', m.lens_stage_sent],
	['received', m.lens_stage_received],
	['deciphered', m.lens_stage_deciphered],
	['delivered', m.lens_stage_delivered],
	['published', m.lens_stage_published]
];

/**
 * The way of a document as recorded; that it came is always named, known or not.
 * @param instant milliseconds UTC
 */
export function stagesOf(
	document: DocumentSummary,
	desk: string,
	catalogue: Catalogue,
	instant: number
): Stage[] {
	const zone = deskZone(catalogue, desk);
	const { dates } = document;
	const came = (['received', 'deciphered', 'delivered'] as const).some((role) => isDated(dates[role]));
	return NAMES.flatMap(([role, name]): Stage[] => {
		const when = dates[role];
		if (isDated(when)) {
			const recorded = m.lens_by_clock({
				date: dateText(when, 'short'),
				place: zoneText(catalogue, when.zone)
			});
			const standing =
				instant >= when.latestEnd ? 'certain' : instant >= when.earliestStart ? 'maybe' : 'ahead';
			return [{ role, name: name(), when: recorded, here: hereText(when, zone, desk, catalogue), standing }];
		}
		return role === 'received' && !came && !isDated(dates.published)
			? [{ role, name: name(), when: null, here: null, standing: 'unrecorded' }]
			: [];
	});
}

function isDated(when: Interval | 'unknown' | undefined): when is Interval {
	return when !== undefined && when !== 'unknown';
}

/** Only an hour is carried over to another clock: a date without an hour stays what it is where it was written. */
function hereText(when: Interval, zone: string, desk: string, catalogue: Catalogue): string | null {
	if (!when.clock || when.zone === zone) return null;
	const from = momentText(when.earliestStart, zone, 'short');
	const until = momentText(when.latestEnd, zone, 'short');
	const date = from === until ? from : m.lens_from_until({ from, until });
	return m.lens_by_clock({ date, place: deskName(catalogue, desk) });
}
