/** How long it is since the clock was started; it counts up, never warns, and does not mind when the date is set. */
export class MinutesUsed {
	#from = $state.raw<number | null>(null);
	#now = $state.raw(0);
	#timer: ReturnType<typeof setInterval> | undefined;

	readonly isRunning = $derived(this.#from !== null);
	/** Whole minutes; 0 before it is started. */
	readonly minutes = $derived(this.#from === null ? 0 : Math.floor((this.#now - this.#from) / 60_000));

	start() {
		this.stop();
		this.#from = this.#now = performance.now();
		this.#timer = setInterval(() => (this.#now = performance.now()), 1000);
	}

	stop() {
		clearInterval(this.#timer);
		this.#from = null;
	}
}
