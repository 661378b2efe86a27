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

	/** Keeps the text still under a strip that has grown or gone. Where the texts scroll by themselves, no strip lies over them. */
	settle() {
		if (!this.#strip || !this.#box) return;
		if (getComputedStyle(this.#box).overflowY === 'clip') {
			this.#taken = 0;
			return;
		}
		const grown = this.#strip.offsetHeight - this.#taken;
		if (grown === 0) return;
		this.#taken += grown;
		// Further down the page it moves nothing that is seen.
		if (this.#strip.getBoundingClientRect().top >= innerHeight) return;
		const scroller = scrollerOf(this.#strip);
		scroller.scrollTop += grown;
		// What the Tab key reaches must not stop beneath the strip.
		scroller.style.scrollPaddingTop = `${this.#taken}px`;
	}

	/**
	 * Brings a phrase of a document into sight and gives it the focus; without one, the card if there is one, else the title. Whoever
	 * goes down the list of what two texts share keeps the place in it.
	 */
	show(document: string, phrase: string | null, isCard: boolean) {
		const box = this.#box;
		if (!box) return;
		this.settle();
		const mark = phrase ? this.#find(document, `[data-annotation="${CSS.escape(phrase)}"]`) : null;
		const target =
			mark ??
			(isCard
				? box.querySelector<HTMLElement>('[data-card-title]')
				: this.#find(document, '[data-reader-title]'));
		if (!target) return;
		const focused = box.ownerDocument.activeElement;
		if (target !== focused && !focused?.closest('[data-shared]')) target.focus({ preventScroll: true });
		this.#bring(target, mark ? 'center' : 'nearest');
	}

	/** Lets the text begin at a phrase. The page, which may begin with something else, and the focus stay where they are. */
	open(document: string, phrase: string | null) {
		// A strip that comes with the words would stop the way there half-done.
		this.settle();
		const mark = phrase ? this.#find(document, `[data-annotation="${CSS.escape(phrase)}"]`) : null;
		if (mark && scrollerOf(mark) !== mark.ownerDocument.documentElement) this.#bring(mark, 'center');
	}

	/** Brings a phrase into sight and leaves the focus where it is. */
	reveal(document: string, phrase: string) {
		const mark = this.#find(document, `[data-annotation="${CSS.escape(phrase)}"]`);
		if (mark) this.#bring(mark, 'center');
	}

	#find(document: string, selector: string): HTMLElement | null {
		return (
			this.#box?.querySelector<HTMLElement>(`[data-document="${CSS.escape(document)}"] ${selector}`) ?? null
		);
	}

	/** Scrolls the box the target stands in, and the page only where that box is out of sight. */
	#bring(target: HTMLElement, block: 'center' | 'nearest') {
		if (this.#isSeen(target)) return;
		const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
		const behavior = isCalm ? 'instant' : 'smooth';
		const scroller = scrollerOf(target);
		if (scroller === document.documentElement) {
			target.scrollIntoView({ block, behavior });
			return;
		}
		const [box, mark] = [scroller.getBoundingClientRect(), target.getBoundingClientRect()];
		const room = block === 'center' ? (box.height - this.#taken - mark.height) / 2 : 0;
		scroller.scrollBy({ top: mark.top - box.top - this.#taken - Math.max(0, room), behavior });
		if (box.top < 0 || box.bottom > innerHeight) scroller.scrollIntoView({ block: 'nearest', behavior });
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
