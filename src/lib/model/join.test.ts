import { describe, expect, it } from 'vitest';
import { loadToy } from '../../../tests/data/toy-collection';
import { createCollection } from './join';
import type { CollectionRecords } from './collection';

const iso = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 16);

/** A collection of two places in two zones and one letter from the one to the other. */
function inventRecords(): CollectionRecords {
	const known = { certainty: 'high' as const, sources: ['log'] };
	const place = { names: [], kind: 'port' as const, beyond_extent: false, rank: 3, ...known };
	const party = (desk: string) => [{ desk }];
	return {
		collection: {
			id: 'toy',
			title: 'Toy',
			description: 'Invented.',
			language: 'en',
			zone: 'UTC',
			extent: { west: 0, south: 0, east: 1, north: 1 },
			span: '1930-01',
			desks: [
				{ id: 'a', name: 'A', place: 'west', clock: true },
				{ id: 'b', name: 'B', place: 'east', clock: true }
			],
			sides: [],
			event_kinds: [],
			lanes: [],
			opening: {
				document: 'letter',
				cursor: { date: '1930-01-02', clock: '12:00', zone: 'Asia/Tokyo' },
				window: '1930-01-01/1930-01-03',
				camera: { centre: [0, 0], zoom: 1 }
			},
			credits: [],
			rights: 'none'
		},
		documents: [
			{
				record: {
					id: 'letter',
					title: 'Letter',
					title_is: 'archive',
					kind: 'letter',
					text: 'full',
					language: 'en',
					from: party('a'),
					to: party('b'),
					via: [],
					dates: {
						sent: { edtf: '1930-01-02', clock: '12:00' },
						received: { edtf: '1930-01-02', clock: '12:00' },
						published: 'unknown'
					},
					parts: ['salutation'],
					archive: {},
					evidence: 'full-text',
					answers: [],
					related: [],
					unheld: [],
					notes: [],
					...known
				},
				text: 'Dear B,\n\nIt is noon\nhere.',
				annotations: [
					{ id: 'noon', kind: 'date', quote: 'noon', certainty: 'high' },
					{ id: 'all', kind: 'note', quote: 'It is noon\nhere', note: 'Where?', certainty: 'high' }
				]
			}
		],
		events: [],
		places: [
			{ id: 'west', name: 'West', zone: 'America/New_York', ...place },
			{ id: 'east', name: 'East', zone: 'Asia/Tokyo', ...place }
		],
		people: [],
		formations: [],
		movements: [],
		fronts: [],
		sources: [],
		glossary: [],
		disputes: []
	};
}

describe('createCollection', () => {
	it('reads each date of a document at the clock of the end it belongs to', () => {
		const [letter] = createCollection(inventRecords()).data.documents;
		const { sent, received, published } = letter?.dates ?? {};
		expect(sent).toMatchObject({ zone: 'America/New_York' });
		expect(received).toMatchObject({ zone: 'Asia/Tokyo' });
		expect(published).toBe('unknown');
		expect(sent && sent !== 'unknown' && iso(sent.earliestStart)).toBe('1930-01-02T17:00');
		expect(received && received !== 'unknown' && iso(received.earliestStart)).toBe('1930-01-02T03:00');
	});

	it('turns the opening and the span into instants', () => {
		const { about } = createCollection(inventRecords()).data;
		expect(about.span.map(iso)).toEqual(['1930-01-01T00:00', '1930-02-01T00:00']);
		expect(iso(about.opening.cursor)).toBe('1930-01-02T03:00');
		expect(about.opening.window.map(iso)).toEqual(['1930-01-01T00:00', '1930-01-04T00:00']);
	});

	it('knows its paragraphs and their roles', () => {
		const body = createCollection(inventRecords()).bodies.get('letter');
		expect(body?.paragraphs.map(({ role, start, end }) => [role, body.text.slice(start, end)])).toEqual([
			['salutation', 'Dear B,'],
			['body', 'It is noon\nhere.']
		]);
	});

	it('puts annotations where their words stand, the outer before the inner', () => {
		const body = createCollection(inventRecords()).bodies.get('letter');
		expect(body?.annotations.map(({ id, start, end }) => [id, body.text.slice(start, end)])).toEqual([
			['all', 'It is noon\nhere'],
			['noon', 'noon']
		]);
	});

	it('takes a date that names nothing for the date of its document', () => {
		const annotations = createCollection(inventRecords()).bodies.get('letter')?.annotations ?? [];
		expect(annotations.find(({ id }) => id === 'noon')?.target).toBe('document:letter');
		expect(annotations.find(({ id }) => id === 'all')?.target).toBeNull();
	});

	it('writes every citation in the long form', () => {
		const { places } = createCollection(inventRecords()).data;
		expect(places[0]).toMatchObject({ sources: [{ source: 'log' }], dispute: [] });
	});

	it('refuses an annotation without its words', () => {
		const records = inventRecords();
		records.documents[0]?.annotations.push({
			id: 'lost',
			kind: 'note',
			quote: 'x',
			note: 'y',
			certainty: 'high'
		});
		expect(() => createCollection(records)).toThrow(
			'documents/letter/annotations.yaml: lost is not anchored'
		);
	});

	it('leaves words out of what crosses to every page', () => {
		const { data, bodies } = loadToy();
		const words = bodies.get('1911-02-03-skerry-to-head')?.text.slice(0, 40) ?? '?';
		expect(JSON.stringify(data)).not.toContain(JSON.stringify(words).slice(1, -1));
	});

	it('sorts by time and knows what was answered', () => {
		const { data } = loadToy();
		for (const list of [data.events, data.fronts]) {
			const starts = list.map(({ when }) => when.earliestStart);
			expect(starts).toEqual(starts.toSorted((a, b) => a - b));
		}
		expect(data.documents.map(({ id, answered_by }) => [id, answered_by])).toEqual([
			['1911-02-03-skerry-to-head', ['1911-02-05-head-to-skerry']],
			['1911-02-05-head-to-skerry', []]
		]);
	});

	it('makes the front of a claim out of its line and what lay apart from it', () => {
		expect(loadToy().data.fronts[1]).toMatchObject({
			id: '1911-02-07-edge-from-the-boat',
			line: [
				[10.5, 56.8],
				[11.5, 56.6],
				[12.5, 56.8]
			],
			pockets: [{ properties: { label: 'Floe off the Head' } }]
		});
	});
});
