import { createContext } from 'svelte';
import type { Catalogue } from '$lib/model/catalogue';
import type { Annotation, DocumentBody } from '$lib/model/collection';
import { parseReference, referTo, referToPhrase, type Reference } from '$lib/model/references';
import { printChoice } from '$lib/state/url';
import { ViewState } from '$lib/state/view.svelte';

type Phrase = Pick<Annotation, 'document' | 'id' | 'target'>;

/** What the parts of the reader share: in the explorer beside the other views, or on a page that stands by itself. */
export interface Reading {
	readonly catalogue: Catalogue;
	/** null on a page that stands by itself: there, every mark is a plain link into the explorer. */
	readonly view: ViewState | null;
	/** Level of the document's title; what stands below it counts on from here. */
	readonly level: 1 | 2;
	/** A link that opens the explorer at the phrase. */
	readonly phraseHref: (phrase: Phrase) => string;
	/** A link that opens the explorer at the record. */
	readonly explorerHref: (reference: Reference) => string;
	/** Where a record's name leads: into the explorer, or from one document's own page to the other's. */
	readonly recordHref: (reference: Reference) => string;
	/** The document's own page. */
	readonly pageHref: (document: string) => string;
	/** The words of a document, while it is open and they are there. */
	readonly wordsOf: (document: string) => DocumentBody | null;
	/** Whether it is told what passages do, and what is to be said of them; a lesson may ask that first. */
	readonly tellsActs: boolean;
}

interface Places {
	/** The explorer's address, without a query; empty on the explorer itself. */
	home?: string;
	pageHref: (document: string) => string;
	wordsOf?: Reading['wordsOf'];
	/** Where a disagreement stands on a page that needs no script. */
	disputeHref?: (dispute: string) => string;
}

export function createReading(
	catalogue: Catalogue,
	view: ViewState | null,
	{ home = '', pageHref, disputeHref, wordsOf = () => null }: Places
): Reading {
	const own = view ?? new ViewState(catalogue);

	function linkTo(document: string, selection: Reference, phrase: string | null): string {
		return `${home}?${printChoice({ document, selection, phrase }, own.opening, catalogue)}`;
	}

	function explorerHref(reference: Reference): string {
		const parsed = parseReference(reference);
		if (parsed?.kind === 'document') return linkTo(parsed.id, reference, null);
		const [phrase] = catalogue.phrasesFor(reference);
		return linkTo(phrase?.document ?? own.opening.document, reference, phrase?.id ?? null);
	}

	return {
		catalogue,
		view,
		level: view ? 2 : 1,
		tellsActs: true,
		pageHref,
		wordsOf,
		explorerHref,
		phraseHref: ({ document, id, target }) => linkTo(document, target ?? referTo('document', document), id),
		recordHref(reference) {
			const parsed = parseReference(reference);
			if (parsed?.kind === 'document' && !view) return pageHref(parsed.id);
			if (parsed?.kind === 'dispute' && disputeHref) return disputeHref(parsed.id);
			return explorerHref(reference);
		}
	};
}

export type LightState = 'selected' | 'lit' | 'related' | null;

/** How strongly a phrase stands out. The open document is no reason to light all of its own phrases. */
export function lightOf(view: ViewState | null, { document, id, target }: Annotation): LightState {
	if (!view) return null;
	const phrase = referToPhrase(document, id);
	if (view.chosen === phrase) return 'selected';
	const own = referTo('document', document);
	if (view.isLit(phrase) && (view.hovered !== own || target === own)) return 'lit';
	return view.selection !== own && view.isRelated(phrase) ? 'related' : null;
}

/** A click that means "here", not "in a new tab". */
export function isPlainClick(event: MouseEvent): boolean {
	return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

export const [getReading, setReading] = createContext<Reading>();
