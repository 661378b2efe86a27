import { describe, expect, it } from 'vitest';
import { loadToy } from '../../../tests/data/toy-collection';
import { Catalogue } from '$lib/model/catalogue';
import { ViewState } from '$lib/state/view.svelte';
import { arrangeLanes } from './lanes';
import type { CableFacts } from './mark-facts';
import { collectMarks } from './marks';
import { Player, restFor, type Clock } from './play.svelte';
import { HOUR } from './scale';

const LETTER = 'document:1911-02-03-skerry-to-head';
const TELEGRAM = 'document:1911-02-05-head-to-skerry';

/** A clock that stands still until it is told to go on. */
class HandClock implements Clock {
	now = 0;
	#waiting: ((timestamp: number) => void) | null = null;
	get isAsked() {
		return this.#waiting !== null;
	}
	request(run: (timestamp: number) => void) {
		this.#waiting = run;
		return 1;
	}
	cancel() {
		this.#waiting = null;
	}
	/** Draws frames, each 50 ms after the one before. */
	pass(milliseconds: number) {
		for (const end = this.now + milliseconds; this.now < end;) {
			this.now += 50;
			const run = this.#waiting;
			this.#waiting = null;
			run?.(this.now);
		}
	}
}

function stage({ isStill = false } = {}) {
	const catalogue = new Catalogue(loadToy().data);
	const view = new ViewState(catalogue);
	const facts = collectMarks(catalogue, arrangeLanes(catalogue.about)).facts.filter(
		(mark): mark is CableFacts => mark.type === 'cable'
	);
	const clock = new HandClock();
	const cables = { facts, times: facts.map(({ at }) => at) };
	const player = new Player(
		view,
		() => cables,
		clock,
		() => isStill
	);
	const [letter, telegram] = facts;
	if (!letter || !telegram) throw new Error('two messages are wanted');
	view.stepBack();
	view.moveCursor(letter.at - 3 * HOUR);
	player.speed = HOUR;
	return { view, clock, player, letter, telegram };
}

describe('playing', () => {
	it('moves the cursor by the speed chosen, halts at a message, chooses it, rests, and goes on', () => {
		const { view, clock, player, letter } = stage();
		const start = view.cursor;
		view.select('event:light-out', 'link');
		view.moveCursor(start);
		player.toggle();
		clock.pass(2050);
		expect((view.cursor - start) / HOUR).toBeCloseTo(2, 1);
		clock.pass(2000);
		expect(view.selection).toBe(LETTER);
		expect(view.attention.by).toBe('play');
		expect(Math.abs(view.cursor - letter.at)).toBeLessThan(60_000);
		expect(player.isPlaying).toBe(true);
		const halted = view.cursor;
		clock.pass(500);
		expect(view.cursor).toBe(halted);
		clock.pass(restFor(view.catalogue.titleOf(LETTER)) + 1000);
		expect(view.cursor).toBeGreaterThan(halted);
	});

	it('waits at each message until it is told to go on', () => {
		const { view, clock, player, letter } = stage();
		player.waitsAtEach = true;
		player.toggle();
		clock.pass(60_000);
		expect([player.isWaiting, clock.isAsked]).toEqual([true, false]);
		expect(Math.abs(view.cursor - letter.at)).toBeLessThan(60_000);
		player.toggle();
		clock.pass(60_000);
		expect(view.selection).toBe(TELEGRAM);
	});

	it('stops at the end of the window', () => {
		const { view, clock, player } = stage();
		view.showWindow([view.cursor - HOUR, view.cursor + HOUR]);
		player.toggle();
		clock.pass(5000);
		expect([player.isPlaying, clock.isAsked]).toEqual([false, false]);
		expect(view.cursor).toBe(view.window[1]);
		player.toggle();
		expect(view.cursor).toBe(view.window[0]);
	});

	it('steps from message to message where motion is not wanted', () => {
		const { view, clock, player, letter, telegram } = stage({ isStill: true });
		player.toggle();
		clock.pass(100);
		expect(Math.abs(view.cursor - letter.at)).toBeLessThan(60_000);
		clock.pass(restFor(view.catalogue.titleOf(LETTER)) + 200);
		expect(Math.abs(view.cursor - telegram.at)).toBeLessThan(60_000);
	});

	it('follows whoever moves the cursor, and stops for whoever chooses', () => {
		const { view, clock, player, telegram } = stage();
		player.toggle();
		clock.pass(500);
		view.moveCursor(telegram.at - HOUR);
		clock.pass(1500);
		expect(view.selection).toBe(TELEGRAM);
		view.select('event:light-out', 'map');
		clock.pass(100);
		expect(player.isPlaying).toBe(false);
	});

	it('does not run ahead while the page is hidden', () => {
		const { view, clock, player } = stage();
		const start = view.cursor;
		player.toggle();
		clock.pass(50);
		clock.now += 600_000;
		clock.pass(50);
		expect(view.cursor - start).toBeLessThan(HOUR);
	});

	it('pauses', () => {
		const { view, clock, player } = stage();
		player.toggle();
		clock.pass(500);
		player.toggle();
		const paused = view.cursor;
		clock.pass(2000);
		expect(view.cursor).toBe(paused);
	});
});
