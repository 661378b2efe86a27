import { describe, expect, it } from 'vitest';
import { loadToy } from '../../../tests/data/toy-collection';
import { Catalogue } from './catalogue';
import type { CollectionData, DocumentSummary } from './collection';
import { toInterval } from './edtf-interval';
import { Knowledge } from './knowledge';
import { combine, lagHours, standingAt } from './receipt';

const toy = loadToy().data;
const LETTER = '1911-02-03-skerry-to-head';
const REPLY = '1911-02-05-head-to-skerry';
const at = (text: string) => Date.parse(`${text}:00+01:00`);

/** The toy with its letter changed. */
function withLetter(change: Partial<DocumentSummary>): Knowledge {
	const documents = toy.documents.map((document) =>
		document.id === LETTER ? { ...document, ...change } : document
	);
	return knowledgeOf({ ...toy, documents });
}

function knowledgeOf(data: CollectionData, desk = 'head'): Knowledge {
	return new Knowledge(new Catalogue(data), desk);
}

describe('what a desk had', () => {
	it('is what it wrote, from when it was written, though it was sent later', () => {
		const receipt = knowledgeOf(toy, 'skerry').receiptOf('document', LETTER);
		expect(receipt?.because).toBe('sent');
		expect(standingAt(receipt, at('1911-02-03T12:00'))).toBe('unknown');
		expect(standingAt(receipt, at('1911-02-03T22:00'))).toBe('maybe');
		expect(standingAt(receipt, at('1911-02-04T12:00'))).toBe('known');
	});

	it('is what it sent, by when it was sent, where the writing is not so well dated', () => {
		const [written, sent] = ['1911-02', '1911-02-04'].map((date) => toInterval(date, 'Europe/Copenhagen'));
		const dates = { ...(written && { written }), ...(sent && { sent }) };
		const documents = toy.documents.map((one) => (one.id === LETTER ? { ...one, dates } : one));
		expect(knowledgeOf({ ...toy, documents }, 'skerry').receiptOf('document', LETTER)).toMatchObject({
			earliest: at('1911-02-01T00:00'),
			latest: at('1911-02-05T00:00')
		});
	});

	it('is what it got, from when it was received', () => {
		const receipt = knowledgeOf(toy).receiptOf('document', LETTER);
		expect(receipt).toMatchObject({ because: 'received', earliest: at('1911-02-05T09:40') });
		expect(standingAt(receipt, at('1911-02-05T09:39'))).toBe('unknown');
		expect(standingAt(receipt, at('1911-02-05T09:41'))).toBe('known');
	});

	it('is not for certain what has come in cipher, until it is deciphered', () => {
		const clock = (time: string) => toInterval({ edtf: '1911-02-05', clock: time }, 'Europe/Copenhagen');
		const receipt = withLetter({
			dates: { sent: clock('08:00'), received: clock('09:40'), deciphered: clock('10:30') }
		}).receiptOf('document', LETTER);
		expect(receipt).toMatchObject({ because: 'received', earliest: at('1911-02-05T09:40') });
		expect(standingAt(receipt, at('1911-02-05T10:00'))).toBe('maybe');
		expect(standingAt(receipt, at('1911-02-05T10:30'))).toBe('known');
	});

	it('cannot come before it was sent, however vague the date of its receipt', () => {
		const receipt = withLetter({
			dates: {
				sent: toInterval({ edtf: '1911-02-05', clock: '08:00' }, 'Europe/Copenhagen'),
				received: toInterval('1911-02-05', 'Europe/Copenhagen')
			}
		}).receiptOf('document', LETTER);
		expect(receipt).toMatchObject({
			earliest: at('1911-02-05T08:00'),
			latest: at('1911-02-06T00:00')
		});
	});

	it('is known by its receipt where that alone is dated', () => {
		const received = toInterval({ edtf: '1911-02-05', clock: '09:40' }, 'Europe/Copenhagen');
		expect(withLetter({ dates: { received } }).receiptOf('document', LETTER)).toMatchObject({
			because: 'received',
			earliest: at('1911-02-05T09:40'),
			latest: at('1911-02-05T09:40')
		});
	});

	it('is not a draft addressed to it of which no dispatch is recorded', () => {
		const written = toInterval('1911-02-03', 'Europe/Copenhagen');
		expect(
			withLetter({ kind: 'draft', dates: { written }, answered_by: [] }).receiptOf('document', LETTER)
		).toBeUndefined();
		expect(
			withLetter({ kind: 'draft', dates: { written, sent: written }, answered_by: [] }).receiptOf(
				'document',
				LETTER
			)?.because
		).toBe('no-receipt');
	});

	it('may be what was sent to it, where no receipt is recorded: for ever, or until its answer', () => {
		const open = knowledgeOf(toy, 'skerry').receiptOf('document', REPLY);
		expect(open).toMatchObject({
			because: 'no-receipt',
			earliest: at('1911-02-05T11:00'),
			latest: Infinity
		});
		const answered = withLetter({
			dates: { sent: toInterval('1911-02-04', 'Europe/Copenhagen'), received: 'unknown' }
		}).receiptOf('document', LETTER);
		expect(answered).toMatchObject({
			because: 'answered',
			by: REPLY,
			earliest: at('1911-02-04T00:00'),
			latest: at('1911-02-05T11:00')
		});
	});

	it('is not what an envoy there sent home, or got from home', () => {
		const party = { person: 'peter-lund', desk: 'head', serves: 'skerry' };
		expect(withLetter({ to: [party] }).receiptOf('document', LETTER)).toBeUndefined();
		expect(
			withLetter({ from: [party], to: [{ desk: 'skerry' }] }).receiptOf('document', LETTER)
		).toBeUndefined();
		const people = toy.people.map((person) =>
			person.id === 'peter-lund' ? { ...person, serves: 'skerry' } : person
		);
		expect(knowledgeOf({ ...toy, people }).receiptOf('document', LETTER)).toBeUndefined();
	});

	it('may be what passed through, from when it was sent', () => {
		const receipt = withLetter({
			to: [{ name: 'a shipowner' }],
			via: [{ desk: 'head' }]
		}).receiptOf('document', LETTER);
		expect(receipt).toMatchObject({ because: 'carried', earliest: at('1911-02-04T00:00') });
		expect(receipt?.latest).toBe(at('1911-02-05T09:40'));
	});

	it('may be what was made public, though not addressed to it', () => {
		const published = toInterval({ edtf: '1911-02-06', clock: '08:00' }, 'Europe/Copenhagen');
		const receipt = withLetter({
			to: [{ name: 'all ships' }],
			dates: { sent: published, published }
		}).receiptOf('document', LETTER);
		expect(receipt).toMatchObject({ because: 'public', earliest: at('1911-02-06T08:00'), latest: Infinity });
	});
});

describe('events at a desk', () => {
	it('are known there at once when they are its own', () => {
		expect(knowledgeOf(toy, 'skerry').receiptOf('event', 'light-out')?.because).toBe('own');
	});

	it('are known elsewhere when a document that tells of them came', () => {
		const knowledge = knowledgeOf(toy);
		const receipt = knowledge.receiptOf('event', 'ice-seen');
		expect(receipt).toMatchObject({ because: 'received', by: LETTER, earliest: at('1911-02-05T09:40') });
		expect(knowledge.standing('event:ice-seen', at('1911-02-05T09:00'))).toBe('unknown');
		expect(knowledge.standing('event:ice-seen', at('1911-02-05T10:00'))).toBe('known');
		expect(knowledge.standing('event:sound-open', at('1911-03-01T00:00'))).toBe('unknown');
	});

	it('are not told of by what was written before them', () => {
		const events = toy.events.map((event) =>
			event.id === 'ice-seen'
				? { ...event, places: ['the-sound'], when: toInterval('1911-02-08', 'Europe/Copenhagen') }
				: event
		);
		expect(knowledgeOf({ ...toy, events }).receiptOf('event', 'ice-seen')).toBeUndefined();
	});

	it('of which the desk itself is the first to write may have been known since they began', () => {
		const events = toy.events.map((event) =>
			event.id === 'ice-seen' ? { ...event, desk: 'elsewhere', places: ['the-sound'] } : event
		);
		const receipt = knowledgeOf({ ...toy, events }, 'skerry').receiptOf('event', 'ice-seen');
		const [event] = events.filter(({ id }) => id === 'ice-seen');
		expect(receipt).toMatchObject({
			because: 'wrote',
			by: LETTER,
			earliest: event?.when.earliestStart,
			latest: at('1911-02-04T06:00')
		});
	});

	it('are sure by the document that was surely there first, and may have come sooner by another', () => {
		const told = (by: string, earliest: number, latest: number) =>
			({ by, earliest, latest, because: 'received' }) as const;
		expect(combine([], 0)).toBeUndefined();
		expect(combine([told('late', 5, 9), told('sure', 6, 7)], 0)).toEqual({
			...told('sure', 5, 7),
			perhaps: 'late'
		});
		expect(combine([told('open', 5, Infinity), told('sooner', 4, Infinity)], 0)).toEqual(
			told('sooner', 4, Infinity)
		);
	});

	it('come with the hours they took, least and most', () => {
		const when = toInterval({ edtf: '1911-02-03', clock: '08:00/10:00' }, 'Europe/Copenhagen');
		const receipt = {
			earliest: at('1911-02-03T23:00'),
			latest: at('1911-02-04T08:00'),
			because: 'received'
		} as const;
		expect(lagHours(when, receipt)).toEqual([13, 24]);
		expect(lagHours(when, { ...receipt, latest: Infinity })[1]).toBe(Infinity);
	});
});

describe('the front as a desk heard of it', () => {
	const FRONT = '1911-02-03-edge-at-dusk';
	const told: CollectionData = {
		...toy,
		phrases: {
			...toy.phrases,
			kinds: [...toy.phrases.kinds, 'front'],
			targets: [...toy.phrases.targets, `front:${FRONT}`],
			document: [...toy.phrases.document, 0],
			id: [...toy.phrases.id, 'edge'],
			kind: [...toy.phrases.kind, toy.phrases.kinds.length],
			target: [...toy.phrases.target, toy.phrases.targets.length],
			quote: [...toy.phrases.quote, 'the ice to the middle of the Sound']
		}
	};

	it('is unknown where no document tells', () => {
		expect(knowledgeOf(toy).frontHeard(at('1911-03-01T00:00'))).toBeNull();
	});

	it('is that of the document that came, from when it came', () => {
		const ordered = {
			...told,
			documents: [...told.documents].sort((a, b) => a.id.localeCompare(b.id))
		};
		const knowledge = knowledgeOf(ordered);
		expect(knowledge.frontHeard(at('1911-02-05T09:00'))).toBeNull();
		expect(knowledge.frontHeard(at('1911-02-05T10:00'))).toMatchObject({
			claim: { id: FRONT },
			document: { id: LETTER },
			phrase: 'edge',
			standing: 'known'
		});
	});
});
