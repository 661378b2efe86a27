import type { Attachment } from 'svelte/attachments';

/**
 * What the reader shows of its own scrolling text. A strip may stand over the top of the text; what it takes is given back by
 * scrolling, so that the words under the pointer stay where they are.
 */
export class Sight {
	#box: HTMLElement | null = null;
	#strip: HTMLElement | null = null;
	#taken = 0;

	readonly watchBox: Attachment<HTMLElement> = (element) => {
		this.#box = element;
		return () => (this.#box = null);
	};

	readonly watchStrip: Attachment<HTMLElement> = (element) => {
		this.#strip = element;
		this.#taken = element.offsetHeight;
		const watcher = new ResizeObserver(() => this.settle());
		watcher.observe(element);
		return () => {
			watcher.disconnect();
			scrollerOf(element).style.scrollPaddingTop = '';
			this.#strip = null;
		};
	};

	/** Keeps the text still under a strip that has grown or gone. */
	settle() {
		if (!this.#strip) return;
		const grown = this.#strip.offsetHeight - this.#taken;
		if (grown === 0) return;
		this.#taken += grown;
		const scroller = scrollerOf(this.#strip);
		scroller.scrollTop += grown;
		// What the Tab key reaches must not stop beneath the strip.
		scroller.style.scrollPaddingTop = `${this.#taken}px`;
	}

	/** Brings a phrase into sight and gives it the focus; without one, the card if there is one, else the title. */
	show(phrase: string | null, isCard: boolean) {
		const box = this.#box;
		if (!box) return;
		this.settle();
		const mark = phrase ? box.querySelector<HTMLElement>(`[data-annotation="${CSS.escape(phrase)}"]`) : null;
		const target =
			mark ?? box.querySelector<HTMLElement>(isCard ? '[data-card-title]' : '[data-reader-title]');
		if (!target) return;
		if (target !== document.activeElement) target.focus({ preventScroll: true });
		if (this.#isSeen(target)) return;
		const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
		target.scrollIntoView({ block: mark ? 'center' : 'nearest', behavior: isCalm ? 'instant' : 'smooth' });
	}

	#isSeen(target: HTMLElement): boolean {
		const scroller = scrollerOf(target);
		const isPage = scroller === document.scrollingElement;
		const top = (isPage ? 0 : scroller.getBoundingClientRect().top) + this.#taken;
		const bottom = isPage ? innerHeight : scroller.getBoundingClientRect().bottom;
		const { top: first, bottom: last } = target.getBoundingClientRect();
		return first >= top && last <= bottom;
	}
}

function scrollerOf(element: HTMLElement): HTMLElement {
	for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
		if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
	}
	return document.documentElement;
}
