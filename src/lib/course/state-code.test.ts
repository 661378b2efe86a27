import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listCourseTasks } from '$lib/model/course';
import { loadToy } from '../../../tests/data/toy-collection';
import { MOST_CHARACTERS, printState, readState, type CourseState, type Json } from './state-code';

const toy = loadToy();
const [lesson] = toy.lessons;
if (!lesson) throw new Error('the toy has a lesson');
const file = {
	steps: lesson.steps.map(({ id }) => id),
	tasks: listCourseTasks(lesson, (id) => toy.bodies.get(id)?.annotations.map((one) => one.id) ?? [])
};

const state = (more: Partial<CourseState>): CourseState => ({
	attempt: 'a1b2c3d4',
	seen: [],
	answers: [],
	isDone: false,
	...more
});
const sorted = (answers: CourseState['answers']) =>
	[...answers].sort((one, other) => one.task.localeCompare(other.task));

const anyJson = fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as Json);

function answerTo({ parts, values }: (typeof file.tasks)[number]): fc.Arbitrary<Json> {
	const part = fc.constantFrom(...parts, 'none of ours');
	const value: fc.Arbitrary<Json> = fc.oneof(
		fc.constantFrom<Json>(...values, null, 'a word'),
		fc.string(),
		fc.constantFrom(...values, 'nowhere').map((place) => ({ place })),
		fc
			.tuple(fc.double({ noNaN: true, min: -180, max: 180 }), fc.double({ noNaN: true, min: -90, max: 90 }))
			.map((centre) => JSON.parse(JSON.stringify({ centre })) as Json)
	);
	return fc.oneof(
		fc.string({ unit: 'binary', maxLength: 80 }),
		fc.array(part),
		fc.dictionary(part, value) as fc.Arbitrary<Json>,
		anyJson
	);
}

describe('printState', () => {
	it('comes back as it was, whatever was answered', () => {
		const answers = fc.tuple(
			...file.tasks.map((task) => fc.option(answerTo(task).map((answer) => ({ task: task.id, answer }))))
		);
		fc.assert(
			fc.property(answers, fc.subarray(file.steps), fc.boolean(), (given, seen, isDone) => {
				const before = state({ seen, isDone, answers: given.filter((one) => one !== null) });
				const { text, left } = printState(before, file, Infinity);
				expect(left).toEqual([]);
				expect(text).toMatch(/^[ -~]*$/);
				const after = readState(text, file);
				const comparable = (one: CourseState | null) =>
					one && JSON.stringify([one.attempt, one.seen, one.isDone, sorted(one.answers)]);
				expect(comparable(after)).toBe(comparable(before));
			})
		);
	});

	it('keeps to its length, lets the longest go, and says which', () => {
		const words = '“Übermorgen” — 내일. '.repeat(60);
		const answers = file.tasks.map(({ id }, at) => ({ task: id, answer: at === 2 ? 'short' : words }));
		const { text, left } = printState(state({ answers, seen: file.steps }), file);
		expect(text.length).toBeLessThanOrEqual(MOST_CHARACTERS);
		expect(left.length).toBe(file.tasks.length - (readState(text, file)?.answers.length ?? 0));
		expect(left.length).toBeGreaterThan(0);
		expect(readState(text, file)?.answers.map(({ answer }) => answer)).toContain('short');
	});

	it('fills the length to the last character, and not one more', () => {
		const [task] = file.tasks;
		const print = (length: number) =>
			printState(state({ answers: [{ task: task?.id ?? '', answer: 'x'.repeat(length) }] }), file);
		const room = MOST_CHARACTERS - print(0).text.length;
		expect(print(room).left).toEqual([]);
		expect(print(room).text.length).toBe(MOST_CHARACTERS);
		expect(print(room + 1).left).toEqual([task?.id]);
	});
});

describe('readState', () => {
	const { text } = printState(state({ seen: file.steps.slice(0, 2) }), file);
	it.each([
		['nothing', ''],
		['the work of another program', '{"page":3}'],
		['a state that was cut off', text.slice(0, -9)],
		['a state with a letter changed', text.replace('a1b2', 'a1b3')],
		['another version', printState(state({}), file).text.replace(/^1/, '2')]
	])('takes no %s', (_title, given) => {
		expect(readState(given, file)).toBeNull();
	});

	it('leaves out steps and tasks that are gone', () => {
		const [task] = file.tasks;
		const before = state({ seen: file.steps, answers: [{ task: task?.id ?? '', answer: ['a'] }] });
		expect(readState(printState(before, file).text, { steps: [], tasks: [] })).toMatchObject({
			...{ seen: [], answers: [], attempt: 'a1b2c3d4' }
		});
	});
});
