import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Task } from '$lib/schema/task';
import type { TaskRecord } from '$lib/schema/records';
import { countMissing, draftOf, readAnswer } from './answers';
import { grade, listEvidence, type Graded, type Knowing } from './grade';
import { shuffleBy } from './shuffle';

const LETTER = 'letter';
const phrase = (annotation: string) => ({ document: LETTER, annotation });
const make = (task: object): TaskRecord =>
	Task.parse({ id: 'one', prompt: 'Which?', standards: ['OPVL origin'], ...task });

const OPTIONS = [
	{ id: 'a', text: 'A', right: true, because: 'It says so.', phrase: phrase('says') },
	{ id: 'b', text: 'B', right: false, because: 'It says otherwise.', phrase: phrase('otherwise') },
	{ id: 'c', text: 'C', right: false, because: 'Nowhere.' }
];
const TASKS = {
	choose: make({ kind: 'choose', options: OPTIONS }),
	several: make({ kind: 'choose', several: true, options: [...OPTIONS, { ...OPTIONS[0], id: 'd' }] }),
	write: make({ kind: 'write', length: 'short', sample: 'So.', look_for: [{ text: 'a phrase' }] }),
	mark: make({
		kind: 'mark',
		document: LETTER,
		wanted: [
			{ annotation: 'name', because: 'It names itself.' },
			{ annotation: 'again', because: 'Once more.' }
		],
		near: [{ annotation: 'must', because: 'How hard it presses.' }]
	}),
	sort: make({
		kind: 'sort',
		bins: [
			{ id: 'asks', name: 'asks' },
			{ id: 'must', name: 'must' }
		],
		cards: [
			{ id: 'x', bins: ['asks'], because: 'A question mark.', phrase: phrase('x') },
			{ id: 'y', bins: ['asks', 'must'], because: 'Both.', phrase: phrase('y') }
		]
	}),
	order: make({
		kind: 'order',
		items: ['p', 'q', 'r', 's'].map((id) => ({ id, text: id, because: `${id} is dated.` }))
	}),
	place: make({
		kind: 'place',
		choices: ['port', 'cape', 'river'],
		tokens: [
			{ id: 'tower', name: 'Tower', answer: { place: 'cape' }, because: 'Named.', phrase: phrase('cape') },
			{ id: 'edge', name: 'Edge', answer: 'unknown', because: 'Not said.' },
			{ id: 'boat', name: 'Boat', answer: { centre: [12, 55], radius_km: 40 }, because: 'Near.' }
		]
	}),
	weigh: make({
		kind: 'weigh',
		documents: [LETTER, 'reply'],
		points: [
			{ id: 'boat', text: 'A boat', answer: 'agree', because: 'Both.', phrases: [phrase('boat')] },
			{ id: 'ice', text: 'Ice', answer: 'silent', because: 'One.' }
		]
	}),
	cite: make({
		kind: 'cite',
		fields: [
			{ id: 'writer', label: 'Writer', accept: ['Anna Holm', 'Holm, Anna'], because: 'She signs.' },
			{ id: 'number', label: 'Number', accept: 'unknown', because: 'None.' }
		]
	})
} satisfies Record<string, TaskRecord>;

const POINTS: Record<string, [number, number]> = { port: [12.1, 55.1], cape: [13, 55] };
const RANGES: Record<string, [number, number]> = {
	name: [10, 20],
	'part-of-name': [12, 15],
	'sentence-with-name': [0, 30],
	must: [5, 12],
	again: [40, 50],
	elsewhere: [60, 70]
};
const knowing: Knowing = {
	pointOf: (place) => POINTS[place],
	rangeOf: (_document, annotation) => RANGES[annotation]
};
const verdicts = (graded: Graded[] | null) =>
	graded && Object.fromEntries(graded.map(({ item, verdict }) => [item, verdict]));

describe('what holds of an answer', () => {
	it('choose one: the reason and the phrase of what was chosen', () => {
		expect(grade(TASKS.choose, ['b'])?.find(({ given }) => given)).toEqual({
			...{ item: 'b', verdict: 'wrong', given: true },
			...{ because: 'It says otherwise.', phrases: [phrase('otherwise')] }
		});
		expect(grade(TASKS.choose, ['a'])?.find(({ given }) => given)?.verdict).toBe('right');
	});

	it('choose several: what was left out counts as well', () => {
		expect(verdicts(grade(TASKS.several, ['a', 'b']))).toEqual({
			a: 'right',
			b: 'wrong',
			c: 'right',
			d: 'wrong'
		});
	});

	it('write: nothing is graded', () => {
		expect(grade(TASKS.write, 'I think …')).toEqual([]);
		expect(grade(TASKS.write, '  ')).toBeNull();
	});

	it('mark: a part of the words counts, more than them can be defended, others get the words that answer', () => {
		const graded = grade(TASKS.mark, ['part-of-name', 'must', 'elsewhere'], knowing);
		expect(graded?.map(({ item, verdict, given }) => [item, verdict, given])).toEqual([
			['part-of-name', 'right', true],
			['must', 'wrong', true],
			['elsewhere', 'wrong', true],
			['again', 'wrong', false]
		]);
		expect(graded?.[1]?.because).toBe('How hard it presses.');
		expect(graded?.[2]).toMatchObject({ because: null, phrases: [phrase('name'), phrase('again')] });
		expect(grade(TASKS.mark, ['sentence-with-name'], knowing)?.[0]?.verdict).toBe('arguable');
		expect(grade(TASKS.mark, ['name', 'again'])?.map(({ verdict }) => verdict)).toEqual(['right', 'right']);
	});

	it('sort: where two bins can be defended, either is accepted', () => {
		expect(verdicts(grade(TASKS.sort, { x: 'must', y: 'must' }))).toEqual({ x: 'wrong', y: 'arguable' });
		expect(verdicts(grade(TASKS.sort, { x: 'asks', y: 'asks' }))).toEqual({ x: 'right', y: 'arguable' });
	});

	it('order: one item out of place does not make the others wrong', () => {
		expect(verdicts(grade(TASKS.order, ['q', 'r', 's', 'p']))).toEqual({
			p: 'wrong',
			q: 'right',
			r: 'right',
			s: 'right'
		});
	});

	it('place: by name or by a point near it; unknown where the documents do not say', () => {
		const answer = { tower: { centre: [13.1, 55.1] }, edge: 'unknown', boat: { place: 'port' } };
		expect(verdicts(grade(TASKS.place, answer, knowing))).toEqual({
			tower: 'right',
			edge: 'right',
			boat: 'right'
		});
		const other = { tower: 'unknown', edge: { place: 'port' }, boat: { place: 'cape' } };
		expect(verdicts(grade(TASKS.place, other, knowing))).toEqual({
			tower: 'wrong',
			edge: 'wrong',
			boat: 'arguable'
		});
		const far = { tower: 'unknown', edge: 'unknown', boat: { centre: [14, 55] } };
		expect(verdicts(grade(TASKS.place, far, knowing))).toMatchObject({ boat: 'wrong' });
	});

	it('weigh: with all phrases of the point', () => {
		const graded = grade(TASKS.weigh, { boat: 'differ', ice: 'silent' });
		expect(verdicts(graded)).toEqual({ boat: 'wrong', ice: 'right' });
		expect(graded?.[0]?.phrases).toEqual([phrase('boat')]);
	});

	it('cite: whatever the capitals, spaces and quotes; not given only where it is not', () => {
		const cite = (answer: object) => verdicts(grade(TASKS.cite, answer));
		expect(cite({ writer: ' holm,  ANNA. ', number: null })).toEqual({ writer: 'right', number: 'right' });
		expect(cite({ writer: null, number: '7' })).toEqual({ writer: 'wrong', number: 'wrong' });
	});

	it('lists the phrases that a task needs', () => {
		expect(listEvidence(TASKS.choose)).toEqual([phrase('says'), phrase('otherwise')]);
		expect(listEvidence(TASKS.mark)).toEqual(['name', 'again', 'must'].map(phrase));
	});
});

describe('a stored answer', () => {
	it('keeps what belongs to the task and tells what is missing', () => {
		expect(draftOf(TASKS.sort, { x: 'asks', y: 'gone', z: 'asks' })).toEqual({ x: 'asks' });
		expect(countMissing(TASKS.sort, { x: 'asks', y: 'gone' })).toBe(1);
		expect(readAnswer(TASKS.sort, { x: 'asks', y: 'must', z: 'asks' })).toEqual({ x: 'asks', y: 'must' });
		expect(readAnswer(TASKS.order, ['p', 'q', 'r'])).toBeNull();
		expect(
			readAnswer(TASKS.place, { tower: { place: 'gone' }, edge: 'unknown', boat: 'unknown' })
		).toBeNull();
	});

	it('never throws, whatever it is; what is read is read the same again', () => {
		const kinds = fc.constantFrom(...Object.values(TASKS));
		fc.assert(
			fc.property(kinds, fc.jsonValue(), (task, stored) => {
				const answer = readAnswer(task, stored);
				expect(grade(task, stored, knowing) === null).toBe(answer === null);
				if (answer !== null) expect(readAnswer(task, JSON.parse(JSON.stringify(answer)))).toEqual(answer);
			})
		);
	});

	it('of the right parts, in any order of its keys, is right', () => {
		const right = { boat: 'agree', ice: 'silent' };
		fc.assert(
			fc.property(fc.shuffledSubarray(Object.entries(right), { minLength: 2 }), (entries) => {
				const graded = grade(TASKS.weigh, Object.fromEntries(entries));
				expect(graded?.every(({ verdict }) => verdict === 'right')).toBe(true);
			})
		);
	});

	it('in order holds whole only in the right order', () => {
		const right = ['p', 'q', 'r', 's'];
		fc.assert(
			fc.property(fc.shuffledSubarray(right, { minLength: 4 }), (order) => {
				const holds = grade(TASKS.order, order)?.every(({ verdict }) => verdict === 'right');
				expect(holds).toBe(order.join() === right.join());
			})
		);
	});
});

describe('shuffling', () => {
	it('keeps all, is the same each time, and never leaves the order as it was', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.integer(), { minLength: 2 }), fc.string(), (list, seed) => {
				const shuffled = shuffleBy(list, seed);
				expect(shuffled).toEqual(shuffleBy(list, seed));
				expect(shuffled).not.toEqual(list);
				expect([...shuffled].sort()).toEqual([...list].sort());
			})
		);
	});
});
