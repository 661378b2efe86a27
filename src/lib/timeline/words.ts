import type { Catalogue } from '$lib/model/catalogue';
import type { DocumentSummary } from '$lib/model/collection';
import type { Interval } from '$lib/model/interval';
import { wallClock } from '$lib/model/zones';
import { m } from '$lib/paraglide/messages';
import type { Standing } from '$lib/state/lens.svelte';
import type { ViewState } from '$lib/state/view.svelte';
import { dateText } from '$lib/ui/date-text';
import { intlLocale, joinClauses } from '$lib/ui/page-language';
import { CERTAINTIES, DOCUMENT_KINDS } from '$lib/ui/record-words';
import type { Lane } from './lanes';
import type { CableFacts, EventFacts, Facts, FrontFacts } from './mark-facts';
import type { PlacedFold } from './place';
import type { TickUnit } from './ticks';

type Party = DocumentSummary['from'][number];
type FoldFacts = Pick<PlacedFold, 'count' | 'lane' | 'span'>;

/** A mark goes out of sight and comes back as the chart is moved: its words are kept. */
const described = new WeakMap<Facts, string>();

/** The whole mark in one sentence: what, from whom to whom, when, how sure. */
export function describeMark(mark: Facts, catalogue: Catalogue): string {
	const known = described.get(mark) ?? describe(mark, catalogue);
	described.set(mark, known);
	return known;
}

function describe(mark: Facts, catalogue: Catalogue): string {
	switch (mark.type) {
		case 'cable':
			return describeCable(mark, catalogue);
		case 'event':
			return describeEvent(mark, catalogue);
		case 'front':
			return describeFront(mark);
	}
}

/** What a mark is at the desk looked from, after what it is. */
export function withStanding(text: string, standing: Standing, { catalogue, seenFrom }: ViewState): string {
	const desk = catalogue.about.desks.find(({ id }) => id === seenFrom)?.name;
	if (!desk || standing === 'shown' || standing === 'hidden') return text;
	return standing === 'maybe'
		? m.timeline_maybe_known({ mark: text, desk })
		: m.timeline_not_yet_known({ mark: text, desk });
}

/** By what they say: while the chart is moved folds stay the same, and are drawn at every frame. */
const folded = new Map<string, string>();
const MOST_FOLDED = 5000;

/** What is folded together, where and from when to when. */
export function describeFold(fold: FoldFacts, lanes: readonly Lane[], zone: string): string {
	const key = `${intlLocale()} ${lanes[fold.lane]?.name} ${fold.count} ${fold.span.join()} ${zone}`;
	let text = folded.get(key);
	if (text === undefined) {
		if (folded.size > MOST_FOLDED) folded.clear();
		text = writeFold(fold, lanes, zone);
		folded.set(key, text);
	}
	return text;
}

function writeFold({ count, lane, span }: FoldFacts, lanes: readonly Lane[], zone: string): string {
	const [from, to] = span.map((instant) => momentText(instant, zone));
	return m.timeline_fold({
		count: countText(count),
		lane: lanes[lane]?.name ?? '',
		from: from ?? '',
		to: to ?? ''
	});
}

/** A calendar date and clock in words. */
export function momentText(instant: number, zone: string): string {
	return formatLocal(localAt(instant, zone), 'moment');
}

/** Name of a go-between, by his place in the document's `via`. */
export function carrierText({ via }: DocumentSummary, place: number, catalogue: Catalogue): string {
	const carrier = via[place];
	const name =
		carrier && ((carrier.person && catalogue.find('person', carrier.person)?.name) ?? carrier.name);
	return name ? m.timeline_by_way_of({ names: name }) : '';
}

function describeCable({ record, sent, received }: CableFacts, catalogue: Catalogue): string {
	const name = (party: Party) => nameParty(party, catalogue);
	const parts = [
		m.timeline_cable({
			kind: DOCUMENT_KINDS[record.kind](),
			title: record.short_title ?? record.title,
			from: listNames(record.from.map(name)),
			to: listNames(record.to.map(name))
		}),
		...(record.via.length > 0 ? [m.timeline_by_way_of({ names: listNames(record.via.map(name)) })] : []),
		sent ? roleText(record, sent) : m.timeline_dispatch_unknown(),
		received ? roleText(record, received) : m.timeline_receipt_unknown(),
		CERTAINTIES[record.certainty]()
	];
	return m.join_end({ text: joinClauses(parts) });
}

function describeEvent({ record, kind }: EventFacts, { about }: Catalogue): string {
	const side = about.sides.find(({ id }) => id === record.side)?.name;
	const parts = [
		m.timeline_event({ kind: about.event_kinds[kind]?.name ?? record.kind, title: record.title }),
		...(side ? [side] : []),
		dateText(record.when),
		CERTAINTIES[record.certainty]()
	];
	return m.join_end({ text: joinClauses(parts) });
}

function describeFront({ record }: FrontFacts): string {
	const title = m.timeline_front({ title: record.label, date: dateText(record.when) });
	return m.join_end({ text: joinClauses([title, CERTAINTIES[record.certainty]()]) });
}

function nameParty({ person, name, desk }: Party, catalogue: Catalogue): string {
	const who = (person && catalogue.find('person', person)?.name) ?? name;
	const where = catalogue.about.desks.find(({ id }) => id === desk)?.name;
	return who && where ? m.timeline_party({ name: who, place: where }) : (who ?? where ?? m.timeline_nobody());
}

/** Says which of a document's dates the instant was taken from. */
function roleText({ dates }: DocumentSummary, when: Interval): string {
	const date = dateText(when);
	switch (Object.entries(dates).find(([, value]) => value === when)?.[0]) {
		case 'written':
			return m.timeline_written({ date });
		case 'published':
			return m.timeline_published({ date });
		case 'received':
			return m.timeline_received({ date });
		case 'deciphered':
			return m.timeline_deciphered({ date });
		case 'delivered':
			return m.timeline_delivered({ date });
		default:
			return m.timeline_sent({ date });
	}
}

function listNames(names: string[]): string {
	const [only] = names;
	if (names.length < 2) return only ?? '';
	return new Intl.ListFormat(intlLocale(), { type: 'conjunction' }).format(names);
}

const counts = new Map<string, Intl.NumberFormat>();

/** A number as the language writes it. Hundreds are written at once when the chart goes elsewhere: making a format takes longer. */
export function countText(count: number): string {
	const tag = intlLocale();
	const format = counts.get(tag) ?? new Intl.NumberFormat(tag);
	counts.set(tag, format);
	return format.format(count);
}

/** Forms of a date and clock. */
const FORMS = {
	moment: { dateStyle: 'long', timeStyle: 'short' },
	clock: { hour: '2-digit', minute: '2-digit' },
	weekday: { weekday: 'short', day: 'numeric' },
	day: { day: 'numeric' },
	'whole day': { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
	'short day': { day: 'numeric', month: 'short', year: 'numeric' },
	'day of week': { weekday: 'short', day: 'numeric', month: 'short' },
	'day of month': { day: 'numeric', month: 'short' },
	'month of year': { month: 'long', year: 'numeric' },
	month: { month: 'long' },
	'short month': { month: 'short' },
	year: { year: 'numeric' }
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
type Form = keyof typeof FORMS;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats a calendar date and clock given as if it were UTC (see Tick.local). */
export function formatLocal(local: number, form: Form): string {
	const locale = intlLocale();
	const key = `${locale} ${form}`;
	let format = formats.get(key);
	if (!format) {
		format = new Intl.DateTimeFormat(locale, { ...FORMS[form], timeZone: 'UTC', hourCycle: 'h23' });
		formats.set(key, format);
	}
	return format.format(local);
}

/** Words of the axis's lower row, for ticks `gap` sixteenths of the text size apart. */
export function tickText(local: number, unit: TickUnit, gap: number): string {
	switch (unit) {
		case 'minute':
		case 'hour':
			return formatLocal(local, 'clock');
		case 'day':
			return gap > 34
				? formatLocal(local, gap > 58 ? 'weekday' : 'day')
				: String(new Date(local).getUTCDate());
		case 'week':
			// Only the number: where weeks are marked there is no room for the word that some languages add.
			return String(new Date(local).getUTCDate());
		case 'month':
			return formatLocal(local, gap > 90 ? 'month' : 'short month');
		case 'year':
			return formatLocal(local, 'year');
	}
}

/** Words of the upper row, longest first. */
export function spanTexts(local: number, unit: TickUnit): string[] {
	const forms: Form[] =
		unit === 'day'
			? ['whole day', 'short day', 'day of month']
			: unit === 'month'
				? ['month of year', 'month', 'short month']
				: ['year'];
	return forms.map((form) => formatLocal(local, form));
}

/** A zone's calendar and clock at an instant, as if it were UTC. */
export function localAt(instant: number, zone: string): number {
	return instant + wallClock(instant, zone).offset * 60_000;
}

/** Name for the collection's clock: that of a desk which keeps it, or the zone's own. */
export function zoneName(catalogue: Catalogue): string {
	const { about } = catalogue;
	const zoneOf = (place: string) => catalogue.find('place', place)?.zone ?? about.zone;
	const desk = about.desks.find(({ place }) => zoneOf(place) === about.zone);
	return desk?.name ?? about.zone.split('/').at(-1)?.replaceAll('_', ' ') ?? about.zone;
}
