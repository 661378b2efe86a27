import { describe, expect, it } from 'vitest';
import { reasonsFor } from '$lib/lens/reasoning';
import { stagesOf } from '$lib/lens/stages';
import { Catalogue, sentWhen } from '$lib/model/catalogue';
import { Knowledge } from '$lib/model/knowledge';
import { referTo } from '$lib/model/references';
import { wallClock } from '$lib/model/zones';
import { currentCollection } from '$lib/server/current-collection';

const LETTER = '1950-09-29-kim-il-sung-pak-hon-yong-to-stalin';
const STALIN = '1950-10-01-filippov-to-mao-and-zhou';
const ZHOU = '1950-10-01-zhou-enlai-to-kim-il-sung';

const catalogue = new Catalogue(currentCollection().data);
const { about } = catalogue;
const at = (text: string) => Date.parse(text);
const standing = (desk: string, document: string, instant: string) =>
	new Knowledge(catalogue, desk).standing(referTo('document', document), at(instant));
const say = (desk: string, document: string, instant: string) => {
	const found = reasonsFor(referTo('document', document), new Knowledge(catalogue, desk), catalogue, at(instant));
	return found ? [found.verdict, ...found.reasons].join(' ') : '';
};

describe('what happened on the ground', () => {
	it('is known at a desk when a document that reports it came, and the lag is told', () => {
		const landing = referTo('event', 'inchon-landing');
		const found = reasonsFor(landing, new Knowledge(catalogue, 'moscow'), catalogue, at('1950-09-29T12:00Z'));
		expect(found?.reasons.join(' ')).toMatch(/Known in Moscow after 12 days to 13 days, by these documents\./);
	});
});

describe('the letter of 29 September', () => {
	it('was known in P’yongyang from its writing', () => {
		expect(standing('pyongyang', LETTER, '1950-09-28T23:59+09:00')).toBe('unknown');
		expect(standing('pyongyang', LETTER, '1950-09-29T12:00+09:00')).toBe('maybe');
		expect(standing('pyongyang', LETTER, '1950-09-30T00:00+09:00')).toBe('known');
		expect(say('pyongyang', LETTER, '1950-09-30T00:00+09:00')).toMatch(/^Known in P’yongyang\. Written there\./);
	});

	it('was not known in Moscow before 23:32 on 30 September, and was read when it was deciphered', () => {
		expect(standing('moscow', LETTER, '1950-09-30T23:31+03:00')).toBe('unknown');
		expect(standing('moscow', LETTER, '1950-09-30T23:32+03:00')).toBe('maybe');
		expect(standing('moscow', LETTER, '1950-10-01T00:35+03:00')).toBe('known');
		expect(say('moscow', LETTER, '1950-09-30T23:50+03:00')).toBe(
			'In Moscow, but perhaps still in cipher. Its receipt there is recorded. By the clock of Moscow: at the earliest 30 September 1950, 23:32, at the latest 1 October 1950, 00:35.'
		);
	});

	it('never came to Peking, Tokyo or Washington, as far as the documents show', () => {
		for (const desk of ['peking', 'tokyo', 'washington']) {
			expect(standing(desk, LETTER, '1953-07-27T12:00Z')).toBe('unknown');
			expect(say(desk, LETTER, '1953-07-27T12:00Z')).toContain('as far as this collection shows');
		}
	});

	it('can be followed stage by stage, each by the clock of its place and by the desk’s', () => {
		const document = catalogue.find('document', LETTER);
		const stages = document ? stagesOf(document, 'moscow', catalogue, at('1950-10-01T01:00+03:00')) : [];
		expect(stages.map(({ name, when, here, standing }) => [name, when, here, standing])).toEqual([
			['Written', '29 Sept (P’yongyang)', null, 'certain'],
			['Sent', '30 Sept, 20:35 (P’yongyang)', '30 Sept, 14:35 (Moscow)', 'certain'],
			['Received', '30 Sept, 23:32 (Moscow)', null, 'certain'],
			['Deciphered', '1 Oct, 00:35 (Moscow)', null, 'certain'],
			['Delivered', '1 Oct, 02:50–12:50 (Moscow)', null, 'ahead']
		]);
	});
});

describe('the two messages of 1 October', () => {
	const sent = (id: string) => {
		const document = catalogue.find('document', id);
		const when = document && sentWhen(document);
		if (!when) throw new Error(`${id} is not dated`);
		return when;
	};

	it('cross: each may have been sent before the other', () => {
		expect(sent(STALIN).earliestStart).toBeLessThan(sent(ZHOU).latestEnd);
		expect(sent(ZHOU).earliestStart).toBeLessThan(sent(STALIN).latestEnd);
	});

	it('Zhou’s was not known in Moscow when Stalin wrote, nor later', () => {
		for (const instant of ['1950-10-01T23:59+03:00', '1950-10-31T12:00Z']) {
			expect(standing('moscow', ZHOU, instant)).toBe('unknown');
		}
	});

	it('Stalin’s cannot be shown to have been in Peking when Zhou’s was sent: it may have been, from the day it bears to its answer', () => {
		const receipt = new Knowledge(catalogue, 'peking').receiptOf('document', STALIN);
		expect(receipt).toMatchObject({
			because: 'answered',
			earliest: at('1950-10-01T00:00+03:00'),
			latest: at('1950-10-03T00:00+08:00')
		});
		for (const instant of [sent(ZHOU).earliestStart, sent(ZHOU).latestEnd]) {
			expect(standing('peking', STALIN, new Date(instant).toISOString())).toBe('maybe');
		}
		expect(say('peking', STALIN, '1950-10-01T22:40+08:00')).toMatch(
			/^May have been known in Peking\. .* at the earliest 1 October 1950, 05:00, at the latest the end of 2 October 1950\.$/
		);
	});

	it('Zhou’s may have been in P’yongyang from the evening on; no latest moment can be given', () => {
		expect(new Knowledge(catalogue, 'pyongyang').receiptOf('document', ZHOU)).toMatchObject({
			because: 'no-receipt',
			latest: Infinity
		});
		expect(say('pyongyang', ZHOU, '1950-10-02T12:00+09:00')).toContain('a latest moment cannot be given');
	});
});

describe('every desk', () => {
	it.each(about.desks.map(({ id }) => id))('%s: nothing is known before it was, and sentences say why', (desk) => {
		const knowledge = new Knowledge(catalogue, desk);
		for (const kind of ['document', 'event'] as const) {
			for (const record of kind === 'document' ? catalogue.data.documents : catalogue.data.events) {
				const receipt = knowledge.receiptOf(kind, record.id);
				const when = 'when' in record ? record.when : undefined;
				if (receipt) expect(receipt.latest, record.id).toBeGreaterThanOrEqual(receipt.earliest);
				if (receipt && when) expect(receipt.earliest, record.id).toBeGreaterThanOrEqual(when.earliestStart);
				const said = reasonsFor(referTo(kind, record.id), knowledge, catalogue, about.opening.cursor);
				expect([said?.verdict, ...(said?.reasons ?? ['undefined'])].join(' '), record.id).not.toMatch(
					/undefined|NaN|Infinity|“”|\d{5} /
				);
			}
		}
	});

	it('fades what was sent to another: no document is known at a desk that had no part in it, unless it was public', () => {
		for (const { id } of about.desks) {
			const knowledge = new Knowledge(catalogue, id);
			for (const document of catalogue.data.documents) {
				const because = knowledge.receiptOf('document', document.id)?.because;
				const parties = [...document.from, ...document.via, ...document.to];
				if (because && because !== 'public') expect(parties.map(({ desk }) => desk)).toContain(id);
			}
		}
	});
});

describe('clocks', () => {
	const zoneOf = (id: string) => {
		const place = about.desks.find((desk) => desk.id === id)?.place ?? '';
		return catalogue.find('place', place)?.zone ?? about.zone;
	};
	const noteOf = (id: string) => about.desks.find((desk) => desk.id === id)?.clock_note ?? '';
	const hoursAt = (id: string, instant: string) => wallClock(at(instant), zoneOf(id)).offset / 60;

	it('keep in the data what the notes beside them say', () => {
		expect(noteOf('moscow')).toContain('UTC+3');
		expect(noteOf('peking')).toContain('UTC+8');
		expect(noteOf('pyongyang')).toContain('UTC+9 all year');
		for (const instant of ['1950-01-15T12:00Z', '1950-06-25T12:00Z', '1950-10-01T12:00Z', '1951-07-15T12:00Z']) {
			expect(['moscow', 'peking', 'pyongyang'].map((id) => hoursAt(id, instant))).toEqual([3, 8, 9]);
		}
		expect(noteOf('tokyo')).toContain('until 10 September 1950');
		expect(hoursAt('tokyo', '1950-09-09T12:00+10:00')).toBe(10);
		expect(hoursAt('tokyo', '1950-09-10T12:00+09:00')).toBe(9);
		expect(noteOf('washington')).toContain('until 24 September 1950');
		expect(hoursAt('washington', '1950-09-23T12:00-04:00')).toBe(-4);
		expect(hoursAt('washington', '1950-09-24T12:00-05:00')).toBe(-5);
	});

	it('of every desk shown say what is doubtful of them', () => {
		for (const { id, clock, clock_note: note } of about.desks) if (clock) expect(note, id).toMatch(/\w{3}/);
	});
});
