import { beforeEach, describe, expect, it } from 'vitest';
import { ACTIVITY, Lrs, type LrsOptions } from '../../../tests/course/lrs';
import { Cmi5Line, readLaunchAddress, type Surroundings } from './cmi5';
import type { LineTrouble } from './line';

const BASE = 'https://lms.example.org';

let lrs: Lrs;
let trouble: LineTrouble[];
let time: number;
let count: number;
let pauses: number[];
let kept: Map<string, string>;
let isCut: boolean;
let query: string;

beforeEach(() => {
	start();
});

function start(options: LrsOptions = {}) {
	lrs = new Lrs(options);
	trouble = [];
	time = Date.UTC(2026, 0, 5, 9);
	count = 0;
	pauses = [];
	kept = new Map();
	isCut = false;
	query = lrs.launch(BASE);
}

const around: Surroundings = {
	fetch: (input, { method = 'GET', headers = {}, body } = {}) => {
		if (isCut) return Promise.reject(new TypeError('no network'));
		const url = new URL(input as string);
		const named = Object.entries(headers as Record<string, string>).map(([name, value]): [string, string] => [
			name.toLowerCase(),
			value
		]);
		const text = typeof body === 'string' ? body : '';
		const answer = lrs.answer(method, url.pathname, url.searchParams, Object.fromEntries(named), text);
		return Promise.resolve(
			new Response(answer.status === 204 ? null : answer.body, { status: answer.status })
		);
	},
	now: () => (time += 1000),
	uuid: () => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`,
	wait: (seconds) => {
		pauses.push(seconds);
		if (seconds !== 8) isCut = false;
		// The last is the student's own patience, which these tests do not try.
		return new Promise((resolve) => setTimeout(resolve, seconds === 8 ? 500 : 0));
	},
	store: {
		getItem: (key) => kept.get(key) ?? null,
		setItem: (key, value) => void kept.set(key, value),
		removeItem: (key) => void kept.delete(key)
	}
};

function line(surroundings = around): Cmi5Line {
	const address = readLaunchAddress(`?level=middle&${query}`);
	if (!address) throw new Error('a launch was expected');
	return new Cmi5Line(address, surroundings, (one) => trouble.push(one));
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('Cmi5Line', () => {
	it('keeps the order of duties, and says what is said once only once', async () => {
		start({ returnURL: 'https://lms.example.org/course/7' });
		const session = line();
		expect(await session.open()).toEqual({ state: '', location: '', isDone: false, isSilent: false });
		session.save('1~abc', 'step-two');
		session.completed();
		session.completed();
		session.save('1~abd', 'step-three');
		expect(await session.close()).toBe('https://lms.example.org/course/7');
		session.completed();
		session.leave();
		await settle();
		expect(lrs.verbs()).toEqual(['initialized', 'completed', 'terminated']);
		expect(lrs.log.slice(0, 4)).toEqual([
			'GET LMS.LaunchData',
			'GET cmi5LearnerPreferences',
			'GET p38-work',
			'PUT statement'
		]);
		expect(lrs.log.at(-1)).toBe('PUT statement');
		expect(lrs.complaints).toEqual([]);
		expect(trouble).toEqual([]);
	});

	it('goes on at the next launch of the same registration, and does not complete it again', async () => {
		const first = line();
		await first.open();
		first.completed();
		first.save('1~abc', 'step-two');
		await first.close();
		query = lrs.launch(BASE);
		const second = line();
		expect(await second.open()).toEqual({
			state: '1~abc',
			location: 'step-two',
			isDone: true,
			isSilent: false
		});
		second.completed();
		await second.close();
		expect(lrs.verbs()).toEqual(['initialized', 'completed', 'terminated', 'initialized', 'terminated']);
		expect(lrs.complaints).toEqual([]);
	});

	it.each(['Browse', 'Review'] as const)('keeps silent in %s', async (launchMode) => {
		start({ launchMode });
		const session = line();
		expect(await session.open()).toMatchObject({ isSilent: true });
		session.save('1~abc', 'step-two');
		session.completed();
		await session.close();
		expect(lrs.verbs()).toEqual(['initialized', 'terminated']);
		expect(lrs.complaints).toEqual([]);
	});

	it('tries again until the system is back, in the same order', async () => {
		const session = line();
		lrs.outages = [503, 429, 500];
		await session.open();
		session.completed();
		session.save('1~abc', 'step-two');
		isCut = true;
		await session.close();
		expect(lrs.verbs()).toEqual(['initialized', 'completed', 'terminated']);
		expect(lrs.states.get('p38-work')).toContain('1~abc');
		expect(pauses.length).toBeGreaterThanOrEqual(4);
		expect(trouble).toContain('unreachable');
		expect(lrs.complaints).toEqual([]);
	});

	it('takes a statement for arrived when only the answer to it was lost', async () => {
		let isLost = false;
		const session = line({
			...around,
			fetch: async (input, init) => {
				const answer = await around.fetch(input, init);
				if (isLost || init?.method !== 'PUT') return answer;
				isLost = true;
				throw new TypeError('the line broke');
			}
		});
		await session.open();
		await session.close();
		expect(lrs.verbs()).toEqual(['initialized', 'terminated']);
		expect(trouble).toEqual(['unreachable']);
	});

	it('does not stick at what is refused', async () => {
		const session = line();
		lrs.outages = [400];
		await session.open();
		await settle();
		expect(trouble).toEqual(['refused']);
		expect(lrs.verbs()).toEqual([]);
		lrs.complaints.length = 0;
		session.save('1~abc', 'step-two');
		await settle();
		expect(lrs.states.get('p38-work')).toContain('1~abc');
	});

	it('goes on after a reload of the page: one token, one beginning', async () => {
		await line().open();
		await settle();
		const again = line();
		expect(await again.open()).not.toBeNull();
		await again.close();
		expect(lrs.verbs()).toEqual(['initialized', 'terminated']);
		expect(lrs.complaints).toEqual([]);
		expect(kept.size).toBe(0);
	});

	it('hands over what waits when the page goes away', async () => {
		const session = line();
		await session.open();
		session.save('1~abc', 'step-two');
		session.leave();
		await settle();
		expect(lrs.verbs()).toEqual(['initialized', 'terminated']);
		expect(lrs.states.get('p38-work')).toContain('1~abc');
	});

	it('finds no session without a token, or with storage and network blocked', async () => {
		expect(await line().open()).not.toBeNull();
		kept.clear();
		expect(await line().open()).toBeNull();
		isCut = true;
		const throwing = () => {
			throw new Error('blocked');
		};
		const store = { getItem: throwing, setItem: throwing, removeItem: throwing };
		expect(await line({ ...around, store }).open()).toBeNull();
	});

	it('leads nowhere but to web addresses', async () => {
		start({ returnURL: 'javascript:alert(1)' });
		const session = line();
		await session.open();
		expect(await session.close()).toBeNull();
	});
});

describe('readLaunchAddress', () => {
	it('finds the five parts beside others', () => {
		expect(readLaunchAddress(`?x=1&${query}`)).toMatchObject({
			activityId: ACTIVITY,
			endpoint: `${BASE}/xapi/`
		});
	});
	it.each([
		['an ordinary address', () => '?level=middle'],
		['a launch without a token', () => query.replace('fetch=', 'fetched=')],
		['a launch with a broken actor', () => query.replace(/actor=[^&]*/, 'actor=%7B')],
		['a launch with no object as actor', () => query.replace(/actor=[^&]*/, 'actor=%5B%5D')]
	])('takes no %s', (_title, given) => {
		expect(readLaunchAddress(given())).toBeNull();
	});
});
