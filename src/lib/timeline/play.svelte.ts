import { firstFrom } from '$lib/model/stretches';
import type { ViewState } from '$lib/state/view.svelte';
import type { CableFacts } from './mark-facts';
import { DAY, HOUR } from './scale';

/** Tells when the screen draws. Times in milliseconds from any beginning. */
export interface Clock {
	request(run: (timestamp: number) => void): number;
	cancel(handle: number): void;
}

export const screenClock: Clock = {
	request: (run) => requestAnimationFrame(run),
	cancel: (handle) => cancelAnimationFrame(handle)
};

/** Milliseconds of the story to a second of the reader's. */
export const SPEEDS = [HOUR, 6 * HOUR, DAY] as const;
export type Speed = (typeof SPEEDS)[number];

/** All that can be halted at, in order of time, and their times. */
export interface Cables {
	facts: readonly CableFacts[];
	times: ArrayLike<number>;
}

/** A page that was hidden goes on where it was, not where it would have been. */
const LONGEST_FRAME = 250;

/** Milliseconds to read a title in: slow readers manage some fifteen letters a second. */
export function restFor(title: string): number {
	return Math.min(Math.max(1200 + title.length * 65, 2000), 7000);
}

/**
 * Moves the cursor through the window, halts at each message and chooses it. It goes on after a rest, or waits to be told; where
 * motion is not wanted it steps from message to message. Whoever moves the cursor meanwhile is followed; whoever chooses something
 * stops it.
 */
export class Player {
	/** Wait at each message until told to go on. */
	waitsAtEach = $state(false);
	speed = $state<Speed>(SPEEDS[1]);
	#state = $state<'stopped' | 'running' | 'resting' | 'waiting'>('stopped');
	readonly #view: ViewState;
	readonly #cables: () => Cables;
	readonly #clock: Clock;
	readonly #isStill: () => boolean;
	#handle = 0;
	#last: number | null = null;
	#restUntil = 0;
	/** The cursor with its fractions of a minute, and as the view has it. */
	#now = 0;
	#written = 0;
	#chosen: unknown = null;
	/** Place of the next message to come. */
	#next = 0;

	/** @param isStill whether motion is not wanted */
	constructor(view: ViewState, cables: () => Cables, clock: Clock, isStill: () => boolean) {
		this.#view = view;
		this.#cables = cables;
		this.#clock = clock;
		this.#isStill = isStill;
	}

	get isPlaying(): boolean {
		return this.#state !== 'stopped';
	}
	/** Halted at a message until told to go on. */
	get isWaiting(): boolean {
		return this.#state === 'waiting';
	}

	/** Starts, pauses, or goes on from a message at which it waits. */
	toggle() {
		if (this.#state === 'waiting') this.#goOn();
		else if (this.isPlaying) this.pause();
		else this.#start();
	}

	pause() {
		this.#clock.cancel(this.#handle);
		this.#state = 'stopped';
	}

	#start() {
		const [from, to] = this.#view.window;
		const { cursor } = this.#view;
		if (cursor < from || cursor >= to) this.#view.moveCursor(from);
		this.#comeFrom(this.#view.cursor);
		this.#goOn();
	}

	#goOn() {
		if (this.#view.cursor !== this.#written) this.#comeFrom(this.#view.cursor);
		this.#chosen = this.#view.selection;
		this.#last = null;
		this.#state = 'running';
		this.#request();
	}

	#request() {
		this.#handle = this.#clock.request((timestamp) => this.#step(timestamp));
	}

	#step(timestamp: number) {
		const passed = Math.min(timestamp - (this.#last ?? timestamp), LONGEST_FRAME);
		this.#last = timestamp;
		if (this.#view.selection !== this.#chosen) return this.pause();
		if (this.#view.cursor !== this.#written) this.#comeFrom(this.#view.cursor);
		if (this.#state === 'resting' && timestamp < this.#restUntil) return this.#request();
		this.#state = 'running';
		const [, end] = this.#view.window;
		const next = this.#cables().facts[this.#next];
		const goal = this.#isStill() ? (next?.at ?? end) : this.#now + (passed / 1000) * this.speed;
		if (next && next.at <= Math.min(goal, end)) this.#halt(next, timestamp);
		else if (goal >= end) this.#finish(end);
		else this.#moveTo(goal);
		if (this.#state === 'running' || this.#state === 'resting') this.#request();
	}

	#halt(cable: CableFacts, timestamp: number) {
		this.#next += 1;
		this.#moveTo(cable.at);
		// Nobody pressed anything: the focus stays where it is.
		this.#view.select(cable.reference, 'play');
		this.#written = this.#view.cursor;
		this.#chosen = this.#view.selection;
		this.#state = this.waitsAtEach ? 'waiting' : 'resting';
		this.#restUntil = timestamp + restFor(this.#view.catalogue.titleOf(cable.reference));
	}

	#finish(end: number) {
		this.#moveTo(end);
		this.pause();
	}

	#moveTo(instant: number) {
		this.#now = instant;
		this.#view.moveCursor(instant);
		this.#written = this.#view.cursor;
	}

	/** Takes up the story at an instant; what stands at it has been seen. */
	#comeFrom(instant: number) {
		this.#now = instant;
		this.#written = instant;
		this.#next = firstFrom(this.#cables().times, instant + 1);
	}
}
