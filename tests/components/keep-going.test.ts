import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ErrorRing } from '$lib/kiosk/error-ring';
import { Falls } from '$lib/kiosk/falls';
import { keepGoing } from '$lib/kiosk/keep-going';

const MINUTE = 60_000;
let end = () => {};

function watch(isWhole = true) {
	const hands = { reset: vi.fn(), isWhole: () => isWhole, reload: vi.fn(), rest: vi.fn() };
	const ring = new ErrorRing();
	end = keepGoing(hands, ring, new Falls());
	return { hands, ring };
}

const fail = (error: unknown = new TypeError('of Anna')) =>
	window.dispatchEvent(new ErrorEvent('error', { error, message: `Uncaught ${String(error)}` }));
const reject = (reason: unknown) =>
	window.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason }));

beforeEach(() => {
	vi.useFakeTimers({ now: new Date(2026, 2, 1, 12) });
	localStorage.clear();
	sessionStorage.clear();
	document.title = 'Kiosk';
});
afterEach(() => {
	end();
	vi.useRealTimers();
	localStorage.clear();
	sessionStorage.clear();
});

describe('a screen that nobody looks after', () => {
	it('ends the visit when something is thrown or rejected that nobody caught', () => {
		const { hands, ring } = watch();
		fail();
		expect(hands.reset).toHaveBeenCalledTimes(1);
		reject('a word of Anna');
		expect(hands.reset).toHaveBeenCalledTimes(2);
		vi.advanceTimersByTime(5000);
		expect([hands.reload, hands.rest].some(({ mock }) => mock.calls.length > 0)).toBe(false);
		expect(ring.print()).toMatch(/^2026-03-01 12 h TypeError \S+ 1×\n2026-03-01 12 h Error elsewhere 1×$/);
		expect(JSON.stringify(localStorage)).not.toContain('Anna');
	});

	it('rests at the third fall in five minutes, and only then', () => {
		const { hands } = watch();
		fail();
		fail();
		vi.advanceTimersByTime(5 * MINUTE);
		fail();
		expect(hands.rest).not.toHaveBeenCalled();
		fail();
		fail();
		expect(hands.rest).toHaveBeenCalledTimes(1);
		expect(hands.reset).toHaveBeenCalledTimes(4);
		for (let more = 0; more < 3; more += 1) fail();
		expect(hands.rest).toHaveBeenCalledTimes(1);
	});

	it('loads the page anew when a reset does not help', () => {
		const { hands } = watch(false);
		fail();
		vi.advanceTimersByTime(5000);
		expect(hands.reload).toHaveBeenCalledTimes(1);
		hands.reset.mockImplementation(() => {
			throw new Error('no');
		});
		fail();
		expect(hands.reload).toHaveBeenCalledTimes(2);
	});

	it('takes a browser’s remark for what it is', () => {
		const { hands } = watch();
		const message = 'ResizeObserver loop completed with undelivered notifications.';
		window.dispatchEvent(new ErrorEvent('error', { message }));
		expect(hands.reset).not.toHaveBeenCalled();
	});

	it('beats in the title every ten seconds, until it ends', () => {
		watch();
		vi.advanceTimersByTime(9_999);
		expect(document.title).toBe('Kiosk');
		vi.advanceTimersByTime(1);
		expect(document.title).toBe('Kiosk · 1');
		document.title = '키오스크';
		vi.advanceTimersByTime(20_000);
		expect(document.title).toBe('키오스크 · 3');
		end();
		vi.advanceTimersByTime(60_000);
		expect(document.title).toBe('키오스크 · 3');
	});
});
