import { describe, expect, it } from 'vitest';
import { toInterval } from '$lib/model/edtf-interval';
import { middleOf } from '$lib/model/interval';
import type { CableFacts, EventFacts, Facts } from './mark-facts';
import { HOUR } from './scale';
import { setSideBySide } from './spread';

const DAY = toInterval('1911-02-03', 'UTC');
const start = Date.UTC(1911, 1, 3);

function event(id: string, when = DAY, lane = 0): Facts {
	return { type: 'event', id, lane, at: middleOf(when), record: { when } } as unknown as EventFacts;
}
const hours = (marks: Facts[]) => marks.map(({ at }) => (at - start) / HOUR);

describe('marks known only to one day', () => {
	it('stand side by side inside it, in order of their ids', () => {
		const marks = [event('c'), event('a'), event('b')];
		setSideBySide(marks);
		expect(hours(marks)).toEqual([20, 4, 12]);
	});

	it('stay in its middle where they are alone in their lane', () => {
		const marks = [event('a'), event('b', DAY, 1)];
		setSideBySide(marks);
		expect(hours(marks)).toEqual([12, 12]);
	});

	it('are not moved when their time is exact, or when they last', () => {
		const exact = toInterval({ edtf: '1911-02-03', clock: '06:00' }, 'UTC');
		const lasting = toInterval('1911-02-03/1911-02-07', 'UTC');
		const marks = [event('a', exact), event('b', exact), event('c', lasting), event('d', lasting)];
		setSideBySide(marks);
		expect(hours(marks)).toEqual([6, 6, 60, 60]);
	});

	it('are never set after their receipt', () => {
		const received = toInterval({ edtf: '1911-02-03', clock: '10:00' }, 'UTC');
		const cable = (id: string): Facts =>
			({ type: 'cable', id, lane: 0, at: middleOf(DAY), sent: DAY, received }) as unknown as CableFacts;
		const marks = [cable('a'), cable('b')];
		setSideBySide(marks);
		expect(hours(marks)).toEqual([6, 10]);
	});
});
