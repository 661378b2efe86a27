/** Of the screen, not of a visitor: it must outlast a page that is loaded anew. */
export const FALLS_KEY = 'p38-kiosk-falls';

/** Falls after which the screen rests. */
const MOST_FALLS = 3;
/** Within this time, milliseconds. */
const WITHIN = 5 * 60_000;

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Counts how often the screen has fallen lately, so that it does not fall and get up for ever. A clock that is set, forward or back,
 * makes it forget: then it gets up once too often, which does no harm.
 */
export class Falls {
	readonly #open: () => Store;
	readonly #now: () => number;
	#times: number[];

	/** @param now milliseconds since 1970, for it has to outlast the page */
	constructor(open: () => Store = () => sessionStorage, now: () => number = () => Date.now()) {
		this.#open = open;
		this.#now = now;
		this.#times = this.#read();
	}

	/** Notes a fall. Tells whether it was one too many; then the count begins anew. */
	fall(): boolean {
		const now = this.#now();
		this.#times = [...this.#times.filter((then) => then <= now && now - then < WITHIN), now];
		const isTooMany = this.#times.length >= MOST_FALLS;
		if (isTooMany) this.#times = [];
		try {
			this.#open().setItem(FALLS_KEY, JSON.stringify(this.#times));
		} catch {
			// Blocked: it counts as long as the page lives.
		}
		return isTooMany;
	}

	#read(): number[] {
		try {
			const read: unknown = JSON.parse(this.#open().getItem(FALLS_KEY) ?? '[]');
			return Array.isArray(read) ? read.filter((time) => typeof time === 'number') : [];
		} catch {
			return [];
		}
	}
}
