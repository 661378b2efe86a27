import type { FrontClaim } from '$lib/model/collection';
import { middleOf } from '$lib/model/interval';
import type { Door } from '$lib/model/kiosk';
import { roundToMinute } from '$lib/state/moment';
import type { ViewState } from '$lib/state/view.svelte';
import type { CursorRun } from './cursor-run';

/** From one claim of the front to the next, milliseconds. */
const MOVE = 1500;
const FURTHEST = 4;
const NEAREST = 8;

/** Where a visitor is behind a door: at a phrase of the document, at a claim of the front. */
export class DoorSteps {
	readonly #view: ViewState;
	readonly #run: CursorRun;
	readonly #door: () => Door | undefined;
	#stop = $state(0);

	/** Claims of the front within the view's window, in the order of their time. */
	readonly claims: readonly FrontClaim[] = $derived.by(() => {
		const [from, to] = this.#view.window;
		const { fronts } = this.#view.catalogue.data;
		return fronts.filter(({ when }) => when.earliestStart >= from && when.latestEnd <= to);
	});
	/** The last of them at or before the cursor; -1 before the first. */
	readonly claimAt: number = $derived.by(() =>
		this.claims.findLastIndex(({ when }) => roundToMinute(middleOf(when)) <= this.#view.cursor)
	);

	constructor(view: ViewState, run: CursorRun, door: () => Door | undefined) {
		this.#view = view;
		this.#run = run;
		this.#door = door;
	}

	/** Which phrase of the document is lit. */
	get stop() {
		return this.#stop;
	}

	begin() {
		this.#stop = 0;
	}

	/** Lights the next phrase of the document, or the one before. */
	stepText(by: 1 | -1) {
		const { stops = [] } = this.#door() ?? {};
		this.#stop = Math.max(Math.min(this.#stop + by, stops.length - 1), 0);
	}

	/** Lets the line move to the next claim of the front, or to the one before. */
	stepFront(by: 1 | -1) {
		const claim = this.claims[Math.min(Math.max(this.claimAt + by, 0), this.claims.length - 1)];
		if (claim) this.#run.start(roundToMinute(middleOf(claim.when)), MOVE);
	}

	/** Nearer or further off; what would leave the collection's ground the map keeps back. */
	zoom(by: number) {
		const { centre, zoom } = this.#view.camera;
		this.#view.moveTo({ centre, zoom: Math.min(Math.max(zoom + by, FURTHEST), NEAREST) });
	}
}
