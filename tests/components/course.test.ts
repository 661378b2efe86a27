import { describe, expect, it, vi } from 'vitest';
import { keepLinks, pageOf } from '../../src/lib/course/keep-links';
import type { Interaction } from '../../src/lib/course/interaction';
import { describeInteraction } from '../../src/lib/course/interaction';
import type { CourseLine, Kept } from '../../src/lib/course/line';
import { CourseSession } from '../../src/lib/course/session.svelte';
import { MOST_CHARACTERS, readState } from '../../src/lib/course/state-code';
import type { CourseFile } from '../../src/lib/model/course';
import { listCourseTasks } from '../../src/lib/model/course';
import { loadToy } from '../data/toy-collection';

const toy = loadToy();
const [lesson] = toy.lessons;
if (!lesson) throw new Error('the toy has a lesson');
const file: CourseFile = {
	...{ kind: 'scorm12', lesson: lesson.id, level: null, pages: [] },
	steps: lesson.steps.map(({ id }) => id),
	tasks: listCourseTasks(lesson, (id) => toy.bodies.get(id)?.annotations.map((one) => one.id) ?? [])
};
const tasks = lesson.steps.flatMap(({ tellings }) => tellings.high.task ?? []);

/** A course system that writes down what it is told. */
class Told implements CourseLine {
	log: string[] = [];
	state = '';
	kept: Kept | null = { state: '', location: '', isDone: false, isSilent: false };
	open = () => Promise.resolve(this.kept);
	save = (state: string, location: string) => {
		this.state = state;
		this.log.push(`save at ${location}`);
	};
	answered = ({ id, result }: Interaction) => void this.log.push(`${id} ${result}`);
	completed = () => void this.log.push('completed');
	rest = () => void this.log.push('rest');
	close = () => Promise.resolve('https://lms.example.org/');
	leave = () => void this.log.push('leave');
}

const NONE = { answers: [], seen: [] };
const INTERACTION: Interaction = { id: 'x', type: 'choice', response: 'a', result: 'correct' };
const tell = (task: string): Interaction => ({ ...INTERACTION, id: task });
const [first, second] = file.steps;
const taskOf = (kind: string) => tasks.find((task) => task.kind === kind)?.id ?? '';
const work = (...answers: [string, string][]) => ({
	seen: [{ lesson: file.lesson, step: first ?? '' }],
	answers: answers.map(([task, answer]) => ({ lesson: file.lesson, task, answer }))
});

describe('CourseSession', () => {
	it('tells of each answer once, of completion once, and of the state after every change', async () => {
		const line = new Told();
		const session = new CourseSession(file, () => line);
		expect(await session.join('abcd1234')).toMatchObject({ location: '', state: { attempt: 'abcd1234' } });
		session.begin(NONE);
		const task = taskOf('write');
		session.follow(work(), first ?? '', false, tell);
		session.follow(work([task, 'yes']), first ?? '', false, tell);
		session.follow(work([task, 'yes']), first ?? '', false, tell);
		session.follow(work([task, 'no']), second ?? '', true, tell);
		session.follow(work([task, 'no']), second ?? '', true, tell);
		expect(line.log).toEqual([
			`save at ${first}`,
			...[`${task} correct`, `save at ${first}`],
			...[`${task} correct`, 'completed', `save at ${second}`]
		]);
		expect(readState(line.state, file)).toEqual({
			...{ attempt: 'abcd1234', seen: [first], isDone: true },
			answers: [{ task, answer: 'no' }]
		});
		expect(await session.finish()).toBe('https://lms.example.org/');
		session.follow(work([task, 'late']), '', true, tell);
		expect(line.log.at(-1)).toBe(`save at ${second}`);
		expect([session.status, session.isDone, session.trouble]).toEqual(['closed', true, []]);
	});

	it('takes up where a visit was left, and tells nothing of it again', async () => {
		const line = new Told();
		const session = new CourseSession(file, () => line);
		await session.join('abcd1234');
		session.begin(NONE);
		session.follow(work([taskOf('write'), 'yes']), second ?? '', true, tell);

		const next = new Told();
		next.kept = { state: line.state, location: second ?? '', isDone: false, isSilent: false };
		const again = new CourseSession(file, () => next);
		const kept = await again.join('zzzz9999');
		expect(kept).toMatchObject({ location: second, state: { attempt: 'abcd1234', isDone: true } });
		again.begin(work([taskOf('write'), 'yes']));
		again.follow(work([taskOf('write'), 'yes']), second ?? '', true, tell);
		expect(next.log).toEqual([`save at ${second}`]);
	});

	it('keeps silent when somebody only looks', async () => {
		const line = new Told();
		line.kept = { state: '', location: '', isDone: false, isSilent: true };
		const session = new CourseSession(file, () => line);
		await session.join('abcd1234');
		session.begin(NONE);
		session.follow(work([taskOf('write'), 'yes']), first ?? '', true, tell);
		expect(line.log).toEqual([]);
		expect(session.trouble).toEqual(['silent']);
	});

	it('says once that answers are too long, and sends the rest', async () => {
		const line = new Told();
		const session = new CourseSession(file, () => line);
		await session.join('abcd1234');
		session.begin(NONE);
		const long = 'x'.repeat(MOST_CHARACTERS);
		session.follow(work([taskOf('write'), long], [taskOf('choose'), 'short']), first ?? '', false, tell);
		expect(session.trouble).toEqual(['left']);
		session.dismiss('left');
		session.follow(work([taskOf('write'), `${long}x`]), first ?? '', false, tell);
		expect(session.trouble).toEqual([]);
		expect(session.isInDoubt).toBe(true);
		expect(line.state.length).toBeLessThanOrEqual(MOST_CHARACTERS);
	});

	it('goes on alone, and says so, where there is no system or none that answers', async () => {
		const line = new Told();
		line.kept = null;
		for (const connect of [() => null, () => line]) {
			const session = new CourseSession(file, connect);
			expect(await session.join('abcd1234')).toBeNull();
			session.begin(NONE);
			session.leave();
			expect(session.trouble).toEqual(['alone']);
		}
	});

	it('rests when the page is hidden and leaves with it', async () => {
		const line = new Told();
		const session = new CourseSession(file, () => line);
		session.rest();
		session.leave();
		await session.join('abcd1234');
		session.begin(NONE);
		session.rest();
		session.leave();
		expect(line.log).toEqual(['rest', 'leave']);
	});
});

describe('describeInteraction', () => {
	const told = (kind: string, answer: unknown) => {
		const task = tasks.find((one) => one.kind === kind);
		return task && describeInteraction(task, answer, {});
	};
	it('names parts by letters, and never sends words', () => {
		const choose = tasks.find((task) => task.kind === 'choose');
		const order = tasks.find((task) => task.kind === 'order');
		const right =
			choose?.kind === 'choose' ? choose.options.filter((one) => one.right).map(({ id }) => id) : [];
		const items = order?.kind === 'order' ? order.items.map(({ id }) => id) : [];
		expect(told('choose', right)).toMatchObject({ type: 'choice', result: 'correct' });
		expect(told('choose', right)?.response).toMatch(/^[a-z](,[a-z])*$/);
		expect(told('order', items)).toMatchObject({ type: 'sequencing', result: 'correct' });
		expect(told('order', [...items].reverse())).toMatchObject({ result: 'wrong' });
		expect(told('write', 'my own words')).toEqual({
			...{ id: taskOf('write'), type: 'performance', response: null, result: 'neutral' }
		});
	});
	it('pairs cards, points and tokens with letters', () => {
		for (const kind of ['sort', 'weigh', 'place'] as const) {
			const task = tasks.find((one) => one.kind === kind);
			const answer = Object.fromEntries(
				task?.kind === 'sort'
					? task.cards.map(({ id, bins }) => [id, bins[0]])
					: task?.kind === 'weigh'
						? task.points.map(({ id, answer }) => [id, answer])
						: task?.kind === 'place'
							? task.tokens.map(({ id }) => [id, 'unknown'])
							: []
			) as object;
			const said = told(kind, answer);
			expect(said?.type).toBe('matching');
			expect(said?.response).toMatch(/^[a-z]\.[a-z](,[a-z]\.[a-z])*$/);
			if (kind !== 'place') expect(said?.result).toBe('correct');
		}
	});
	it('says nothing of an answer that does not fit', () => {
		expect(told('order', [])).toBeNull();
	});
});

describe('keepLinks', () => {
	const site = new URL('https://lms.example.org/files/7/site/');
	const pages = new Set(['lessons/one/', 'lessons/one/step/']);
	const link = (href: string) => {
		const element = document.createElement('a');
		element.setAttribute('href', href);
		return element;
	};

	it.each([
		['/files/7/site/lessons/one/step/index.html?x=1#y', 'lessons/one/step/'],
		['/files/7/site/lessons/one', 'lessons/one/'],
		['/files/7/site/', ''],
		['/files/7/site/index.html', ''],
		['/files/8/site/lessons/one/', null],
		['https://elsewhere.example.org/files/7/site/lessons/one/', null]
	])('knows the page of %s', (address, page) => {
		expect(pageOf(new URL(address, site), site)).toBe(page);
	});

	it('makes plain text of what leads out, now and later', async () => {
		const root = document.createElement('div');
		document.body.append(root);
		const inside = link('https://lms.example.org/files/7/site/lessons/one/');
		const outside = link('https://lms.example.org/files/7/site/sources/#a');
		const other = link('https://archive.example.org/1');
		const here = link('#map');
		const file = link('blob:https://lms.example.org/1');
		root.append(inside, outside, other, here, file);
		const end = keepLinks(root, site, pages);
		expect([inside, outside, other, here, file].map((one) => one.hasAttribute('href'))).toEqual([
			...[true, false, true, true, true]
		]);
		expect([other.target, other.rel]).toEqual(['_blank', 'noopener noreferrer']);

		const step = document.createElement('section');
		step.id = 'step';
		const light = link('https://lms.example.org/files/7/site/documents/a/#phrase-b');
		light.dataset['light'] = 'annotation:a/b';
		step.append(light);
		root.append(step);
		await vi.waitFor(() => expect(light.getAttribute('href')).toBe('#step'));

		const late = document.createElement('p');
		late.append(link('https://lms.example.org/'));
		root.append(late);
		outside.setAttribute('href', 'https://lms.example.org/files/7/site/about/');
		await vi.waitFor(() => expect(root.querySelectorAll('a[href]').length).toBe(5));
		end();
	});
});
