import type { ViewState } from '$lib/state/view.svelte';

/** Between two steps, milliseconds: calm to the eye, and light work for a machine that does it for weeks. */
const STEP = 100;

/** Lets the cursor of a view run to a moment, and with it the line on the map and the cables on their way. */
export class CursorRun {
	readonly #view: ViewState;
	readonly #isCalm: () => boolean;
	#timer: ReturnType<typeof setInterval> | undefined;

	/** @param isCalm whether nothing shall move: then the cursor is at its end at once */
	constructor(view: ViewState, isCalm: () => boolean) {
		this.#view = view;
		this.#isCalm = isCalm;
	}

	/**
	 * @param until milliseconds UTC
	 * @param time that it takes, milliseconds
	 */
	start(until: number, time: number) {
		this.stop();
		if (this.#isCalm()) return this.#view.moveCursor(until);
		const from = this.#view.cursor;
		const steps = Math.max(Math.round(time / STEP), 1);
		let step = 0;
		this.#timer = setInterval(() => {
			step += 1;
			this.#view.moveCursor(from + (until - from) * ease(step / steps));
			if (step >= steps) this.stop();
		}, STEP);
	}

	stop() {
		clearInterval(this.#timer);
	}
}

/** Slow, quicker, slow. */
function ease(share: number): number {
	return share < 0.5 ? 2 * share * share : 1 - 2 * (1 - share) ** 2;
}
