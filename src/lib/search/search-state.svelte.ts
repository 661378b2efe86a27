import { createContext } from 'svelte';
import type { Reference } from '$lib/model/references';
import { NOTHING_FOUND, type Findings } from '$lib/state/lens.svelte';
import type { ViewState } from '$lib/state/view.svelte';
import { referToEntry, type SearchEntry } from './entry';
import type { Finder, Found } from './finder';

type Status = 'idle' | 'loading' | 'ready' | 'failed';

const STORED = 'p38-search-key';
/** A single letter finds too much to stand out. */
const SHORTEST = 2;

/** What is asked and what was found, for the box of every page and the page of the search. The index is fetched when it is first wanted. */
export class SearchState {
	readonly #address: string;
	#status = $state<Status>('idle');
	#query = $state('');
	#finder = $state.raw<Finder | null>(null);
	#usesSlash = $state(true);
	#view: ViewState | null = null;

	/** Null while nothing is asked, or nothing can be answered yet. */
	readonly found: Found | null = $derived.by(() =>
		this.#finder && this.#query.trim() ? this.#finder.find(this.#query) : null
	);
	readonly findings: Findings = $derived.by(() => {
		const { found } = this;
		if (!found || this.#query.trim().length < SHORTEST) return NOTHING_FOUND;
		return {
			references: new Set(found.entries.map((entry): Reference => referToEntry(entry))),
			words: found.words
		};
	});
	/** Queries that would find something, where this one finds nothing. */
	readonly suggestions: string[] = $derived.by(() =>
		this.found?.count === 0 ? (this.#finder?.suggest(this.#query) ?? []) : []
	);

	/** @param address of the index */
	constructor(address: string) {
		this.#address = address;
	}

	get status() {
		return this.#status;
	}
	get query() {
		return this.#query;
	}
	/** Whether the key "/" goes to the search: a reader who speaks to the machine may not want that. */
	get usesSlash() {
		return this.#usesSlash;
	}

	ask(query: string) {
		this.#query = query;
		if (query) this.want();
	}

	/** Fetches the index, unless it is here or on its way. */
	want() {
		if (this.#status !== 'idle') return;
		this.#status = 'loading';
		void this.#fetch();
	}

	retry() {
		if (this.#status !== 'failed') return;
		this.#status = 'idle';
		this.want();
	}

	/** From now on what is chosen is chosen in the view. Returns the end of that. */
	joinView(view: ViewState): () => void {
		this.#view = view;
		return () => {
			if (this.#view === view) this.#view = null;
		};
	}

	/** Chooses a record in the view. False where there is none: then its link is to be followed. */
	choose(entry: SearchEntry): boolean {
		this.#view?.select(referToEntry(entry), 'search');
		return this.#view !== null;
	}

	recallKey() {
		try {
			this.#usesSlash = localStorage.getItem(STORED) !== 'off';
		} catch {
			// Storage is blocked: the key works, as for everyone who chose nothing.
		}
	}

	useSlash(isUsed: boolean) {
		this.#usesSlash = isUsed;
		try {
			localStorage.setItem(STORED, isUsed ? 'on' : 'off');
		} catch {
			// Storage is blocked or full: the choice lasts as long as the page.
		}
	}

	async #fetch() {
		try {
			const answer = await fetch(this.#address);
			if (!answer.ok) throw new Error(`${answer.status}`);
			const entries = (await answer.json()) as SearchEntry[];
			const { Finder } = await import('./finder');
			this.#finder = await Finder.build(entries);
			this.#status = 'ready';
		} catch {
			this.#status = 'failed';
		}
	}
}

/** Whether the key asks for the search. What is typed into a field is none of it. */
export function isSearchKey(event: KeyboardEvent, usesSlash: boolean): boolean {
	if (event.defaultPrevented || event.isComposing) return false;
	if (event.key.toLowerCase() === 'k')
		return (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
	if (event.key !== '/' || !usesSlash || event.ctrlKey || event.metaKey || event.altKey) return false;
	const target = event.target as HTMLElement;
	return !target.closest('input, textarea, select, [contenteditable="true"]');
}

export const [getSearch, setSearch] = createContext<SearchState>();
