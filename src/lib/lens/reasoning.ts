import type { Catalogue } from '$lib/model/catalogue';
import type { CollectionEvent, DocumentSummary } from '$lib/model/collection';
import type { Knowledge } from '$lib/model/knowledge';
import { lagHours, standingAt, type Receipt, type Standing } from '$lib/model/receipt';
import { parseReference, referTo, type Reference } from '$lib/model/references';
import { m } from '$lib/paraglide/messages';
import { deskName, deskZone, endText, momentText } from './desk-clock';

/** How a record stands at a desk, and why, in sentences. */
export interface Reasoning {
	standing: Standing;
	verdict: string;
	/** What shows it; the earliest and latest possible moment by the desk's clock; for an event, how long the news took. */
	reasons: string[];
}

/**
 * null for what no desk can be asked about.
 * @param instant milliseconds UTC
 */
export function reasonsFor(
	reference: Reference,
	knowledge: Knowledge,
	catalogue: Catalogue,
	instant: number
): Reasoning | null {
	const parsed = parseReference(reference);
	if (parsed?.kind !== 'document' && parsed?.kind !== 'event') return null;
	const record = catalogue.find(parsed.kind, parsed.id);
	if (!record) return null;
	const desk = deskName(catalogue, knowledge.desk);
	const receipt = knowledge.receiptOf(parsed.kind, parsed.id);
	const standing = standingAt(receipt, instant);
	const document = 'dates' in record ? record : undefined;
	const event = 'when' in record ? record : undefined;
	return {
		standing,
		verdict: receipt
			? verdictText(standing, desk, document && inCipher(document, receipt, instant))
			: document
				? m.lens_never({ desk })
				: m.lens_not_shown({ desk }),
		reasons: receipt
			? [
					...whyTexts(receipt, event !== undefined, catalogue),
					...(document || receipt.because !== 'own' ? [boundsText(receipt, knowledge.desk, catalogue)] : []),
					...(event && receipt.because !== 'own' ? lagTexts(event, receipt, desk) : [])
				]
			: [document ? m.lens_never_document({ desk }) : m.lens_never_event({ desk })]
	};
}

function verdictText(standing: Standing, desk: string, isInCipher = false): string {
	if (isInCipher) return m.lens_in_cipher({ desk });
	return { known: m.lens_known, maybe: m.lens_maybe, unknown: m.lens_not_yet }[standing]({ desk });
}

/** Whether it had surely come to the desk by the moment and was not yet surely deciphered. */
function inCipher({ dates }: DocumentSummary, receipt: Receipt | undefined, instant: number): boolean {
	const { received, deciphered } = dates;
	if (receipt?.because !== 'received' || !received || !deciphered) return false;
	if (received === 'unknown' || deciphered === 'unknown') return false;
	return instant >= received.latestEnd && instant < receipt.latest;
}

/** What shows that it was there. */
function whyTexts({ because, by, perhaps }: Receipt, isEvent: boolean, catalogue: Catalogue): string[] {
	const titleOf = (id: string) => catalogue.titleOf(referTo('document', id));
	const document = by ? titleOf(by) : '';
	if (because === 'own') return [m.lens_because_own()];
	if (because === 'wrote') return [m.lens_because_wrote({ document })];
	return [
		...(isEvent ? [m.lens_brought_by({ document })] : []),
		becauseText(because, isEvent, document),
		...(perhaps ? [m.lens_perhaps({ document: titleOf(perhaps) })] : [])
	];
}

function becauseText(
	because: Exclude<Receipt['because'], 'own' | 'wrote'>,
	isEvent: boolean,
	answer: string
): string {
	switch (because) {
		case 'sent':
			return m.lens_because_sent();
		case 'received':
			return m.lens_because_received();
		case 'carried':
			return m.lens_because_carried();
		case 'answered':
			return isEvent ? m.lens_because_answered_event() : m.lens_because_answered({ document: answer });
		case 'public':
			return m.lens_because_public();
		case 'no-receipt':
			return m.lens_because_no_receipt();
	}
}

/** The earliest and latest possible moment, by the desk's clock. */
function boundsText({ earliest, latest }: Receipt, desk: string, catalogue: Catalogue): string {
	const zone = deskZone(catalogue, desk);
	const place = deskName(catalogue, desk);
	const from = momentText(earliest, zone);
	if (earliest === latest) return m.lens_from({ from, place });
	return Number.isFinite(latest)
		? m.lens_bounds({ from, until: endText(latest, zone), place })
		: m.lens_bounds_open({ from, place });
}

/** "Known in Moscow after 13 h", with its doubt; nothing where nothing can be said. */
function lagTexts({ when }: CollectionEvent, receipt: Receipt, desk: string): string[] {
	const [least, most] = lagHours(when, receipt);
	const [from, until] = [spanText(least), spanText(most)];
	if (!Number.isFinite(most)) return least < 1 ? [] : [m.lens_lag_open({ desk, from })];
	if (from === until) return [m.lens_lag({ desk, from })];
	return [least < 1 ? m.lens_lag_within({ desk, until }) : m.lens_lag_between({ desk, from, until })];
}

/** Hours up to two days, then days. */
function spanText(hours: number): string {
	if (hours < 1) return m.lens_minutes({ count: Math.round(hours * 60) });
	return hours <= 48
		? m.lens_hours({ count: Math.round(hours) })
		: m.lens_days({ count: Math.round(hours / 24) });
}
