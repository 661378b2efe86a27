import type { CollectionData, CollectionRecords } from '../../src/lib/model/collection';
import { createCollection } from '../../src/lib/model/join';
import { createDice, type Dice } from './dice';

type DocumentEntry = CollectionRecords['documents'][number];
type DocumentRecord = DocumentEntry['record'];
type EventRecord = CollectionRecords['events'][number];
type FrontRecord = CollectionRecords['fronts'][number];
type WhenRecord = EventRecord['when'];

const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(1911, 0, 1);
const DAYS = 8 * 365;
/** Most of what was written comes from a few weeks, as in every correspondence. */
const BUSY = { share: 0.45, from: 1740, days: 60 };
const DESKS = ['amber', 'birch', 'cedar', 'dune', 'elm', 'fjord'];
const KINDS = ['telegram', 'letter', 'report', 'order', 'note'] as const;
const FRONTS = 24;
const PEOPLE = 60;
const PLACES = 40;
/** A list is split into files that people can read. */
const EVENTS_IN_A_FILE = 250;
const certainties = ['high', 'high', 'medium', 'low'] as const;

/**
 * An invented collection in the shape of a real one: desks, strokes through carriers, annotations, places, a few fronts. The same
 * `count` gives the same collection, always.
 * @param count documents and events together
 */
export function generateRecords(count: number): CollectionRecords {
	const dice = createDice(count);
	const events = Math.round(count * 0.42);
	const days = range(count - events).map(() => anyDay(dice));
	days.sort((a, b) => a - b);
	const made: DocumentEntry[] = [];
	for (const day of days) made.push(makeDocument(day, made, dice));
	return {
		collection: makeCollection(made),
		documents: made,
		events: range(events).map((number) => makeEvent(number, made, dice)),
		places: [...DESKS, ...range(PLACES).map((number) => `place-${number}`)].map((id, number) => ({
			...{ id, name: `Place ${id}`, names: [], kind: number < DESKS.length ? 'port' : 'village' },
			geometry: { point: [9.5 + dice.below(40) / 10, 54.5 + dice.below(40) / 10] as [number, number] },
			...{ beyond_extent: false, rank: number < DESKS.length ? 1 : 3, ...vouched('high') }
		})),
		people: range(PEOPLE).map((number) => ({
			...{ id: `person-${number}`, name: `Keeper ${number}`, names: [], role: 'keeper' },
			...{ dates_checked: false, desk: deskOf(number), ...vouched('high') }
		})),
		formations: [],
		movements: [],
		fronts: range(FRONTS).map((number) => makeFront(number, dice)),
		sources: [{ id: 'log-book', kind: 'archive', authors: [], title: 'Log book', seen: 'whole' }],
		glossary: [],
		disputes: []
	};
}

/** What the browser gets of it. */
export function generateData(count: number): CollectionData {
	return createCollection(generateRecords(count)).data;
}

/** The same as files, by path. JSON is YAML: it is quicker to write. */
export function generateFiles(count: number): Map<string, string> {
	const { collection, documents, events, places, people, fronts, sources } = generateRecords(count);
	const files = new Map<string, string>([
		['collection.yaml', JSON.stringify(collection)],
		['places.yaml', listOf(places)],
		['people.yaml', listOf(people)],
		['sources.yaml', listOf(sources)]
	]);
	for (let at = 0; at < events.length; at += EVENTS_IN_A_FILE)
		files.set(`events/${at}.yaml`, listOf(events.slice(at, at + EVENTS_IN_A_FILE)));
	for (const { record, text, annotations } of documents) {
		const folder = `documents/${record.id}`;
		files.set(`${folder}/document.md`, `---\n${JSON.stringify(record, null, 1)}\n---\n${text}\n`);
		if (annotations.length > 0) files.set(`${folder}/annotations.yaml`, listOf(annotations));
	}
	for (const front of fronts)
		files.set(`fronts/${front.features[0].properties.id}.geojson`, JSON.stringify(front));
	return files;
}

function listOf(records: readonly object[]): string {
	return records.map((record) => `- ${JSON.stringify(record)}\n`).join('');
}

function range(length: number): number[] {
	return Array.from({ length }, (_, number) => number);
}

function vouched<C extends 'high' | 'medium' | 'low'>(certainty: C) {
	return { certainty, sources: ['log-book'] };
}

function deskOf(number: number): string {
	return DESKS[number % DESKS.length] ?? 'amber';
}

function makeCollection(documents: readonly DocumentEntry[]): CollectionRecords['collection'] {
	return {
		...{ id: 'many-lights', title: 'Many lights', description: 'Invented, to measure with.' },
		...{ language: 'en', zone: 'UTC', span: '1911-01/1918-12' },
		extent: { west: 9, south: 54, east: 14, north: 59 },
		desks: DESKS.map((id, number) => ({
			...{ id, name: `Desk ${id}`, place: id, clock: number < 5 },
			side: number % 2 ? 'keepers' : 'pilots'
		})),
		sides: [
			{ id: 'keepers', name: 'Keepers', ink: 'prussian' },
			{ id: 'pilots', name: 'Pilots', ink: 'madder' }
		],
		event_kinds: [
			{ id: 'weather', name: 'Weather', lane: 'weather', told_by_stroke: false },
			{ id: 'signal', name: 'Signals', lane: 'signals', told_by_stroke: false }
		],
		lanes: [
			{ id: 'weather', name: 'Weather', holds: 'events' },
			{ id: 'signals', name: 'Signals', holds: 'events' },
			{ id: 'edge', name: 'Edge of the ice', holds: 'fronts' }
		],
		opening: {
			document: documents[0]?.record.id ?? '',
			cursor: { date: dayText(BUSY.from + 10), clock: '12:00' },
			window: `${dayText(BUSY.from)}/${dayText(BUSY.from + 38)}`,
			camera: { centre: [11.5, 56.5], zoom: 6 }
		},
		credits: [],
		rights: 'Public domain.'
	};
}

function dayText(day: number): string {
	return new Date(FIRST_DAY + day * DAY).toISOString().slice(0, 10);
}

function anyDay(dice: Dice): number {
	return dice.chance(BUSY.share) ? BUSY.from + dice.below(BUSY.days) : dice.below(DAYS - 60);
}

function clockText(dice: Dice): string {
	const two = (value: number) => String(value).padStart(2, '0');
	return `${two(dice.below(24))}:${two(dice.below(60))}`;
}

/** To the minute, to a part of the day, or to the day. */
function makeWhen(day: number, dice: Dice): WhenRecord {
	const edtf = dayText(day);
	if (dice.chance(0.55)) return { edtf, clock: clockText(dice) };
	return dice.chance(0.2) ? { edtf, part: dice.pick(['morning', 'evening', 'night'] as const) } : edtf;
}

function makeDocument(day: number, before: readonly DocumentEntry[], dice: Dice): DocumentEntry {
	const number = before.length;
	const answered = before.length > 0 && dice.chance(0.3) ? dice.pick(before.slice(-12)).record : undefined;
	const sender = dice.below(PEOPLE);
	const addressee = sender + 1 + dice.below(DESKS.length - 1);
	const arrival = day + 1 + (dice.chance(0.08) ? dice.below(20) : dice.below(2));
	const title = `Message ${number} from Keeper ${sender} to Keeper ${addressee % PEOPLE}`;
	const [place, other] = [`place-${dice.below(PLACES)}`, `place-${dice.below(PLACES)}`];
	const record: DocumentRecord = {
		...{ id: `message-${number}`, title, title_is: 'descriptive', kind: dice.pick(KINDS), text: 'full' },
		...{ language: 'en', side: sender % 2 ? 'keepers' : 'pilots' },
		from: answered?.to ?? [{ person: `person-${sender}`, desk: deskOf(sender) }],
		via: dice.chance(0.3) ? [{ name: 'the pilot', desk: dice.pick(DESKS) }] : [],
		to: answered?.from ?? [{ person: `person-${addressee % PEOPLE}`, desk: deskOf(addressee) }],
		dates: dice.chance(0.02)
			? {}
			: { sent: makeWhen(day, dice), ...(dice.chance(0.55) && { received: makeWhen(arrival, dice) }) },
		...{ archive: {}, evidence: 'full-text', answers: answered ? [answered.id] : [] },
		...{ related: [], unheld: [], notes: [], ...vouched(dice.pick(certainties)) }
	};
	const text = `Ice ${number} was seen near the first place.\n\nSend the boat to the second place when it opens.`;
	return {
		record,
		text,
		annotations: [
			{ id: 'first', quote: 'the first place', kind: 'place', place, certainty: 'high' },
			{ id: 'second', quote: 'the second place', kind: 'place', place: other, certainty: 'high' },
			{ id: 'asks', quote: 'Send the boat', kind: 'act', act: 'asks', certainty: 'high' }
		]
	};
}

function makeEvent(number: number, documents: readonly DocumentEntry[], dice: Dice): EventRecord {
	const day = anyDay(dice);
	const vouching = documents.length > 0 && dice.chance(0.5) ? dice.pick(documents).record.id : null;
	return {
		...{
			id: `event-${number}`,
			title: `Event ${number} at the light`,
			summary: 'The keeper writes it down.'
		},
		kind: dice.chance(0.5) ? 'weather' : 'signal',
		...(dice.chance(0.1) && { desk: dice.pick(DESKS) }),
		side: dice.chance(0.5) ? 'keepers' : 'pilots',
		doing_of: [],
		when: dice.chance(0.06) ? `${dayText(day)}/${dayText(day + 2 + dice.below(12))}` : makeWhen(day, dice),
		places: [`place-${dice.below(PLACES)}`],
		people: [`person-${dice.below(PEOPLE)}`],
		formations: [],
		evidence: vouching ? [{ document: vouching, annotation: 'first' }] : [],
		...vouched(dice.pick(certainties))
	};
}

function makeFront(number: number, dice: Dice): FrontRecord {
	const day = 60 + Math.round((number * (DAYS - 200)) / FRONTS);
	const south = 55 + dice.below(30) / 10;
	return {
		type: 'FeatureCollection',
		features: [
			{
				type: 'Feature',
				properties: {
					...{ role: 'front', id: `${dayText(day)}-edge`, label: `Edge ${number}`, when: dayText(day) },
					...{ uncertainty_km: 8, breaks: number % 7 === 3, ...vouched('medium') }
				},
				geometry: {
					type: 'LineString',
					coordinates: range(12).map((step): [number, number] => [
						10 + step / 4,
						south + dice.below(20) / 100
					])
				}
			}
		]
	};
}
