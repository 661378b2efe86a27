import { printInstant } from '$lib/state/url';
import type { ViewState } from '$lib/state/view.svelte';

/** What a reader has set, and keeps when going from row to row: the desk, the filters, the moment and what is compared. */
const KEPT = ['as', 'only', 't', 'w', 't2'];

/** A row's query with what is to be kept of the view. A moment that was not moved gives way to the record's own. */
export function keepView(query: string, kept: string): string {
	return [query, kept].filter(Boolean).join('&');
}

/** The part of a view that links keep; empty for the opening view. */
export function keptOf({ query, cursor, window, seenFrom, opening }: ViewState): string {
	const set = new URLSearchParams(query);
	for (const key of [...set.keys()]) if (!KEPT.includes(key)) set.delete(key);
	const isMoved = seenFrom !== null || cursor !== opening.cursor;
	set.delete('t');
	set.delete('w');
	// The moment of the chosen record is left out of its own link; in the link of another it must be said.
	if (isMoved) {
		set.set('t', printInstant(cursor));
		set.set('w', window.map(printInstant).join('_'));
	}
	return set.toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
}
