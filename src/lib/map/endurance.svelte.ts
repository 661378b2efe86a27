/** Losses of the graphics context after which the engine is not asked again. */
const MOST_LOSSES = 3;
/** Within this time, milliseconds. */
const WITHIN = 10 * 60_000;

/**
 * How often the graphics context was lost lately. A driver that fails once may be trusted again; one that fails over and over makes the
 * map flicker, and the drawn map does as well. The clock only goes forward: a date set by a day changes nothing.
 */
export class Endurance {
	readonly #now: () => number;
	#losses = $state.raw<readonly number[]>([]);
	#isLost = $state(false);
	#starts = $state(0);

	/** @param now milliseconds of a clock that only goes forward */
	constructor(now: () => number = () => performance.now()) {
		this.#now = now;
	}

	/** Whether the engine is to rest until somebody forgives it. */
	get isExhausted(): boolean {
		return this.#losses.length >= MOST_LOSSES;
	}
	/** Counts the times that the engine has to be made anew. */
	get starts(): number {
		return this.#starts;
	}

	lose() {
		const now = this.#now();
		this.#isLost = true;
		this.#losses = [...this.#losses.filter((then) => now - then < WITHIN), now];
	}

	/** The picture stands again. */
	regain() {
		this.#isLost = false;
	}

	/** As if nothing had been lost: what has come back by itself goes on, what has not is tried once more. */
	forgive() {
		if (this.#isLost || this.isExhausted) this.#starts += 1;
		this.#isLost = false;
		this.#losses = [];
	}
}

/** Of this page: one map follows the other, the machine stays the same. */
export const endurance = new Endurance();
