import { tick } from 'svelte';
import { pushState, replaceState } from '$app/navigation';
import { keepForeign } from '$lib/state/url';
import type { ViewState } from '$lib/state/view.svelte';

/** Moves of the cursor, the window and the camera come many a second; the address follows when they rest. */
const REST = 250;

/**
 * Keeps the address and the view the same. Choosing something makes an entry in the history, so that Back returns to it; moving
 * about only corrects the entry, and so does what playing chooses: nobody would go back through that.
 */
export class AddressBar {
	readonly #view: ViewState;
	#isOpen = false;
	#written = '';
	#steps = '';
	#heeded: unknown = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#page = '';

	constructor(view: ViewState) {
		this.#view = view;
	}

	/** Takes the view from the address for the first time. Returns the clean-up. */
	open() {
		// The router refuses to touch the history before it has started, a tick after the page is mounted.
		void tick().then(() => this.enter());
		return () => this.leave();
	}

	/** Takes the view from the address of a page that has just been entered. */
	enter() {
		this.#page = location.pathname;
		this.read();
		this.#isOpen = true;
	}

	/** Leaves the address alone: it is about to be another page's. */
	leave() {
		clearTimeout(this.#timer);
		this.#isOpen = false;
	}

	read() {
		clearTimeout(this.#timer);
		// Back has already changed the address to that of a page that is still to come.
		if (location.pathname !== this.#page) return;
		this.#view.restore(location.search);
		this.#written = this.#view.query;
		this.#steps = this.#step();
	}

	write(query: string) {
		if (!this.#isOpen || query === this.#written) return;
		clearTimeout(this.#timer);
		const steps = this.#step();
		const { attention } = this.#view;
		const isPlayed = attention.by === 'play' && attention !== this.#heeded;
		this.#heeded = attention;
		if (steps !== this.#steps && !isPlayed) {
			this.#steps = steps;
			this.#written = query;
			pushState(this.#address(query), {});
		} else {
			this.#steps = steps;
			this.#timer = setTimeout(() => {
				this.#written = query;
				replaceState(this.#address(query), {});
			}, REST);
		}
	}

	/** What makes an entry of its own in the history. */
	#step(): string {
		const { document, selection, phrase, seenFrom, beside } = this.#view;
		return [document, selection, phrase, seenFrom, beside].join(' ');
	}

	#address(query: string): string {
		const whole = [keepForeign(location.search), query].filter(Boolean).join('&');
		return whole ? `?${whole}` : location.pathname;
	}
}
