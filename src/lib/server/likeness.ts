import { nearestMatch } from '$lib/model/anchoring';

/** Characters compared with characters in the whole of a collection: about a second. */
const MOST_WORK = 3_000_000;

/**
 * An editor's help, within bounds: where so much is amiss that every hint together would take minutes, the later faults are told
 * without one.
 */
export class Likeness {
	#left = MOST_WORK;

	/** The run of words of a text that looks most like a quote; null when nothing does, or no more is looked for. */
	find(text: string, quote: string): string | null {
		return this.spend((text.length * quote.length) / 5) ? nearestMatch(text, quote) : null;
	}

	/** Whether there is still so much to spend; it is spent. */
	spend(work: number): boolean {
		if (work > this.#left) return false;
		this.#left -= work;
		return true;
	}
}
