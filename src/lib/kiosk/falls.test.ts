import { expect, it } from 'vitest';
import { Falls, FALLS_KEY } from './falls';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function screen(start = 100 * DAY) {
	let now = start;
	const items = new Map<string, string>();
	const store = {
		getItem: (key: string) => items.get(key) ?? null,
		setItem: (key: string, text: string) => void items.set(key, text),
		removeItem: (key: string) => void items.delete(key)
	};
	const load = () =>
		new Falls(
			() => store,
			() => now
		);
	return { items, load, wait: (time: number) => (now += time) };
}

it('takes the third fall in five minutes for one too many, and counts anew after it', () => {
	const { load, wait } = screen();
	const falls = load();
	expect(falls.fall()).toBe(false);
	wait(2 * MINUTE);
	expect(falls.fall()).toBe(false);
	wait(2.9 * MINUTE);
	expect(falls.fall()).toBe(true);
	expect(falls.fall()).toBe(false);
});

it('forgets a fall after five minutes', () => {
	const { load, wait } = screen();
	const falls = load();
	falls.fall();
	falls.fall();
	wait(5 * MINUTE);
	expect(falls.fall()).toBe(false);
});

it('goes on counting when the page is loaded anew, so that no loop of starts goes on for ever', () => {
	const { load } = screen();
	expect([load().fall(), load().fall(), load().fall()]).toEqual([false, false, true]);
});

it.each([DAY, -DAY])('gets up once too often, no more, when the clock is set by %d', (jump) => {
	const { load, wait } = screen();
	const falls = load();
	falls.fall();
	falls.fall();
	wait(jump);
	expect([falls.fall(), falls.fall(), falls.fall()]).toEqual([false, false, true]);
});

it.each(['{', '"x"', '["x", null]'])('counts from nothing where %j was kept', (kept) => {
	const { items, load } = screen();
	items.set(FALLS_KEY, kept);
	expect(load().fall()).toBe(false);
});

it('counts in memory where storage is blocked', () => {
	const falls = new Falls(() => {
		throw new DOMException('no', 'SecurityError');
	});
	expect([falls.fall(), falls.fall(), falls.fall()]).toEqual([false, false, true]);
});
