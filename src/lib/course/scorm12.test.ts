import { Scorm12API } from 'scorm-again';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Interaction } from './interaction';
import { findScorm12Api, Scorm12Line, spanOf } from './scorm12';

const CHOICE: Interaction = { id: 'who-writes', type: 'choice', response: 'a,c', result: 'wrong' };
const FREE: Interaction = { id: 'your-claim', type: 'performance', response: null, result: 'neutral' };

/** A course system that keeps what it is given from one launch to the next. */
class Lms {
	kept: Record<string, unknown> = {};
	api = this.launch();

	launch(mode = 'normal'): Scorm12API {
		const api = new Scorm12API({ autocommit: false, logLevel: 5, lmsCommitUrl: false });
		api.loadFromJSON({ ...this.kept, core: { ...(this.kept['core'] as object), lesson_mode: mode } }, '');
		return (this.api = api);
	}

	/** What a real system would store. */
	keep() {
		const { cmi } = this.api.renderCMIToJSONObject() as { cmi: Record<string, unknown> };
		this.kept = { core: cmi['core'], suspend_data: cmi['suspend_data'] };
	}
}

let lms: Lms;
let trouble: string[];
let time: number;
const line = () =>
	new Scorm12Line(
		lms.api,
		(one) => trouble.push(one),
		() => time
	);
const value = (element: string) => lms.api.lmsGetValue(element);

beforeEach(() => {
	lms = new Lms();
	trouble = [];
	time = Date.UTC(2026, 0, 5, 9);
});

describe('Scorm12Line', () => {
	it('goes through a whole session, and through a second one', async () => {
		const first = line();
		expect(await first.open()).toEqual({ state: '', location: '', isDone: false, isSilent: false });
		expect(value('cmi.core.lesson_status')).toBe('incomplete');
		first.answered(CHOICE);
		first.answered(FREE);
		first.save('1~abc', 'step-two');
		time += 65_000;
		first.completed();
		expect(value('cmi.core.lesson_status')).toBe('completed');
		expect(await first.close()).toBeNull();
		expect(lms.api.isTerminated()).toBe(true);
		lms.keep();

		lms.launch();
		const second = line();
		expect(await second.open()).toEqual({
			state: '1~abc',
			location: 'step-two',
			isDone: true,
			isSilent: false
		});
		expect(value('cmi.core.lesson_status')).toBe('completed');
		expect(trouble).toEqual([]);
	});

	it('writes interactions and times in the forms that the standard wants', async () => {
		const set = vi.spyOn(lms.api, 'LMSSetValue');
		const session = line();
		await session.open();
		session.answered(CHOICE);
		session.answered(FREE);
		time += 65_000;
		session.rest();
		const { cmi } = lms.api.renderCMIToJSONObject() as {
			cmi: { interactions: Record<string, object>; core: Record<string, unknown> };
		};
		expect(Object.values(cmi.interactions)).toMatchObject([
			{ id: 'who-writes', type: 'choice', student_response: 'a,c', result: 'wrong' },
			{ id: 'your-claim', type: 'performance', student_response: '', result: 'neutral' }
		]);
		expect(set).toHaveBeenCalledWith('cmi.core.session_time', '0000:01:05.00');
		expect(cmi.core['exit']).toBe('suspend');
		expect(trouble).toEqual([]);
	});

	it('commits after every answer and every state', async () => {
		const commit = vi.spyOn(lms.api, 'LMSCommit');
		const session = line();
		await session.open();
		const before = commit.mock.calls.length;
		session.answered(CHOICE);
		session.save('1~abc', 'step-two');
		expect(commit.mock.calls.length - before).toBe(2);
	});

	it.each(['browse', 'review'])('only opens and closes in %s', async (mode) => {
		lms.launch(mode);
		const set = vi.spyOn(lms.api, 'LMSSetValue');
		const session = line();
		expect(await session.open()).toMatchObject({ isSilent: true });
		session.answered(CHOICE);
		session.save('1~abc', 'step-two');
		session.completed();
		await session.close();
		expect(set).not.toHaveBeenCalled();
		expect(lms.api.isTerminated()).toBe(true);
	});

	it('says nothing after it was closed, and closes once', async () => {
		const finish = vi.spyOn(lms.api, 'LMSFinish');
		const set = vi.spyOn(lms.api, 'LMSSetValue');
		const session = line();
		await session.open();
		await session.close();
		const before = set.mock.calls.length;
		session.save('late', 'late');
		session.leave();
		expect(set.mock.calls.length).toBe(before);
		expect(finish).toHaveBeenCalledTimes(1);
	});

	it('tells of a system that refuses, fails or throws, and goes on', async () => {
		const session = line();
		await session.open();
		session.save('x'.repeat(70_000), 'step-two');
		expect(trouble).toEqual(['refused']);
		vi.spyOn(lms.api, 'LMSCommit').mockReturnValue('false');
		session.completed();
		vi.spyOn(lms.api, 'LMSSetValue').mockImplementation(() => {
			throw new Error('gone');
		});
		session.answered(CHOICE);
		expect(trouble.slice(1, 3)).toEqual(['unreachable', 'refused']);
	});

	it('finds no session where the system gives none', async () => {
		vi.spyOn(lms.api, 'LMSInitialize').mockReturnValue('false');
		expect(await line().open()).toBeNull();
	});
});

describe('findScorm12Api', () => {
	const frame = (more: object) => {
		const found = { ...more } as Record<string, unknown>;
		found['parent'] ??= found;
		return found as unknown as Window;
	};
	const api = { LMSInitialize: () => 'true' };
	const foreign = new Proxy({} as Window, {
		get(_target, name) {
			if (name === 'parent') return top;
			throw new Error('another origin');
		}
	});
	const top = frame({ API: api });

	it('looks in parents, past frames of other origins, and then at the opener', () => {
		expect(findScorm12Api(frame({ parent: frame({ parent: top }) }))).toBe(api);
		expect(findScorm12Api(frame({ parent: foreign }))).toBe(api);
		expect(findScorm12Api(frame({ opener: frame({ parent: top }) }))).toBe(api);
	});

	it('ends where there is none, even in a circle', () => {
		expect(findScorm12Api(frame({}))).toBeNull();
		const circle: Record<string, unknown> = {};
		circle['parent'] = { parent: circle };
		expect(findScorm12Api(circle as unknown as Window)).toBeNull();
	});
});

it.each([
	[0, '0000:00:00.00'],
	[59_996, '0001:00.00'],
	[3_599_994, '0000:59:59.99'],
	[90_061_230, '0025:01:01.23'],
	[-5, '0000:00:00.00'],
	[Number.MAX_SAFE_INTEGER, '9999:']
])('spans of %i ms are written as SCORM has them', (milliseconds, start) => {
	const span = spanOf(milliseconds);
	expect(span).toMatch(/^\d{4}:[0-5]\d:[0-5]\d\.\d\d$/);
	if (milliseconds === 59_996) expect(span).toBe('0000:01:00.00');
	else expect(span.startsWith(start)).toBe(true);
});
