import type { WorkData } from './work-data';
import { printWork, readWork } from './work-file';

/** Why the work is not, or not only, where it should be: blocked and full: it lives as long as the page; aside: older work was moved. */
export type Trouble = 'blocked' | 'full' | 'aside';

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** More than this many foreign entries are not moved out of the way: the work then stays in memory. */
const MOST_ASIDE = 9;

/**
 * The one place on the device where the work in a collection is kept. No call throws, whatever the browser forbids; what it cannot
 * read it moves aside, and never writes over.
 */
export class Shelf {
	readonly key: string;
	readonly #collection: string;
	readonly #open: () => Store;
	#mayWrite = true;

	/** @param open the storage; asking a browser for it may already throw */
	constructor(collection: string, open: () => Store = () => localStorage) {
		this.#collection = collection;
		this.#open = open;
		this.key = `p38-work-${collection}`;
	}

	/** Whether what is written stays; false where the device keeps nothing of it. */
	get mayWrite(): boolean {
		return this.#mayWrite;
	}

	read(): { data: WorkData | null; trouble: Trouble | null } {
		try {
			const text = this.#open().getItem(this.key);
			if (text === null) return { data: null, trouble: null };
			const read = readWork(text, this.#collection);
			if (read.ok) return { data: read.data, trouble: null };
			return { data: null, trouble: this.#moveAside(text) };
		} catch {
			this.#mayWrite = false;
			return { data: null, trouble: 'blocked' };
		}
	}

	write(data: WorkData): Trouble | null {
		if (!this.#mayWrite) return null;
		let trouble: Trouble | null = null;
		try {
			const store = this.#open();
			// Another window, of a newer version, may have written since.
			const there = store.getItem(this.key);
			if (there !== null && !readWork(there, this.#collection).ok) trouble = this.#moveAside(there);
			if (this.#mayWrite) store.setItem(this.key, printWork(data, this.#collection));
			return trouble;
		} catch (error) {
			return isFull(error) ? 'full' : 'blocked';
		}
	}

	/** Takes everything of this collection from the device, what was moved aside too. Tells whether it could. */
	clear(): boolean {
		try {
			const store = this.#open();
			for (const key of [this.key, ...this.#asideKeys()]) store.removeItem(key);
			this.#mayWrite = true;
			return true;
		} catch {
			return false;
		}
	}

	/** What was moved aside, as it was found. */
	readAside(): string[] {
		try {
			const store = this.#open();
			return this.#asideKeys().flatMap((key) => store.getItem(key) ?? []);
		} catch {
			return [];
		}
	}

	#asideKeys(): string[] {
		return Array.from({ length: MOST_ASIDE }, (_, index) => `${this.key}-aside-${index + 1}`);
	}

	#moveAside(text: string): Trouble {
		try {
			const store = this.#open();
			const keys = this.#asideKeys();
			if (keys.some((key) => store.getItem(key) === text)) return 'aside';
			const free = keys.find((key) => store.getItem(key) === null);
			if (free) {
				store.setItem(free, text);
				return 'aside';
			}
		} catch {
			// Falls through: with no room beside it, what is there stays where it is.
		}
		this.#mayWrite = false;
		return 'full';
	}
}

function isFull(error: unknown): boolean {
	return error instanceof Error && /quota/i.test(error.name);
}
