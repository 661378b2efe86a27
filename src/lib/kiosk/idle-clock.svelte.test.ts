import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { IdleClock } from './idle-clock.svelte';

const SECOND = 1000;
let limit = 90;
let isSpeaking = false;
let spokenAt = -Infinity;
let expired = 0;
let clock: IdleClock;

beforeEach(() => {
	vi.useFakeTimers();
	[limit, isSpeaking, spokenAt, expired] = [90, false, -Infinity, 0];
	clock = new IdleClock({
		limit: () => limit,
		countdown: () => 30,
		spokenAt: () => (isSpeaking ? performance.now() : spokenAt),
		onexpire: () => (expired += 1)
	});
});
afterEach(() => {
	clock.stop();
	vi.useRealTimers();
});

const pass = (seconds: number) => vi.advanceTimersByTime(seconds * SECOND);

it('asks when nobody has moved for the limit, and not before', () => {
	clock.start();
	pass(89);
	expect(clock.status).toBe('watching');
	pass(2);
	expect(clock.status).toBe('asking');
	expect(clock.left).toBeGreaterThan(28);
});

it('counts from the last sign of life', () => {
	clock.start();
	pass(80);
	clock.touch();
	pass(89);
	expect(clock.status).toBe('watching');
	pass(2);
	expect(clock.status).toBe('asking');
});

it('expires after the countdown, once', () => {
	clock.start();
	pass(90);
	pass(29);
	expect([clock.status, clock.left, expired]).toEqual(['asking', 1, 0]);
	pass(2);
	expect([clock.status, expired]).toEqual(['off', 1]);
	pass(600);
	expect(expired).toBe(1);
});

it('goes on as often as somebody answers', () => {
	clock.start();
	for (let answer = 0; answer < 12; answer++) {
		pass(90 + 29);
		expect(clock.status).toBe('asking');
		clock.start();
	}
	expect(expired).toBe(0);
	expect(clock.status).toBe('watching');
});

it('is not answered by what only moves while it asks', () => {
	clock.start();
	pass(91);
	clock.touch();
	expect(clock.status).toBe('asking');
	pass(30);
	expect(expired).toBe(1);
});

it('takes the limit of where the visitor is', () => {
	limit = 150;
	clock.start();
	pass(149);
	expect(clock.status).toBe('watching');
	pass(2);
	expect(clock.status).toBe('asking');
	clock.start();
	pass(100);
	limit = 90;
	clock.reconsider();
	expect(clock.status).toBe('asking');
});

it('stands still while something is read aloud, and begins anew when it is over', () => {
	const speak = (seconds: number) => {
		isSpeaking = true;
		pass(seconds);
		[isSpeaking, spokenAt] = [false, performance.now()];
	};
	clock.start();
	speak(1000);
	expect(clock.status).toBe('watching');
	pass(20);
	speak(5);
	pass(89);
	expect(clock.status).toBe('watching');
	pass(2);
	expect(clock.status).toBe('asking');
	const { left } = clock;
	speak(60);
	expect(clock.left).toBe(left);
});

it('does not mind a date that is set by a day', () => {
	clock.start();
	pass(10);
	vi.setSystemTime(Date.now() + 86_400_000);
	pass(70);
	expect(clock.status).toBe('watching');
	vi.setSystemTime(Date.now() - 3 * 86_400_000);
	pass(11);
	expect(clock.status).toBe('asking');
});
