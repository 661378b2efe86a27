import type { Catalogue, Light } from '$lib/model/catalogue';
import { filteredOut, type Filters } from '$lib/model/filters';
import { Knowledge } from '$lib/model/knowledge';
import type { Reference } from '$lib/model/references';
import type { SoughtWords } from '$lib/model/spelling';

/** How a record is to be drawn: plainly; as perhaps known at the desk; as not known there yet; or, left out by the filters, not at all. */
export type Standing = 'shown' | 'maybe' | 'faded' | 'hidden';

/** What a search found: the records, and the words by which they were. */
export interface Findings {
	references: ReadonlySet<Light>;
	words: SoughtWords;
}

export const NOTHING_FOUND: Findings = {
	references: new Set(),
	words: { tokens: new Set(), names: new Set() }
};

/** What the records are looked at through: filters, the desk from which one looks, and what was searched for. */
export class Lens {
	#catalogue = $state.raw() as Catalogue;
	#seenFrom = $state<string | null>(null);
	#filters = $state.raw<Filters>({});
	#findings = $state.raw<Findings>(NOTHING_FOUND);

	/** What the chosen desk had on it, and when; null when everything is shown. */
	readonly knowledge: Knowledge | null = $derived.by(() =>
		this.#seenFrom ? new Knowledge(this.catalogue, this.#seenFrom) : null
	);
	/** Records that the filters leave out. */
	readonly filteredOut: ReadonlySet<Reference> = $derived.by(() =>
		filteredOut(this.catalogue, this.#filters)
	);

	constructor(catalogue: Catalogue) {
		this.#catalogue = catalogue;
	}

	/** The records. */
	get catalogue() {
		return this.#catalogue;
	}

	/** Takes the same records under other names: those of another language. */
	renameBy(catalogue: Catalogue) {
		this.#catalogue = catalogue;
	}

	/** The desk whose knowledge decides what stands and what fades. */
	get seenFrom() {
		return this.#seenFrom;
	}
	get filters() {
		return this.#filters;
	}

	get findings() {
		return this.#findings;
	}

	/** Found by the search. */
	isFound(light: Light): boolean {
		return this.#findings.references.has(light);
	}

	/** Lets all views show what a search found, until it finds something else or nothing. */
	showFindings(findings: Findings) {
		this.#findings = findings;
	}

	/** Looks from a desk: what had not reached it by the cursor fades. null: from everywhere. */
	seeAs(desk: string | null) {
		if (desk === null || this.catalogue.about.desks.some(({ id }) => id === desk)) this.#seenFrom = desk;
	}

	/** Narrows all views to what passes. */
	narrow(filters: Filters) {
		this.#filters = filters;
	}

	/** @param instant milliseconds UTC */
	standingAt(reference: Reference, instant: number): Standing {
		if (this.filteredOut.has(reference)) return 'hidden';
		const known = this.knowledge?.standing(reference, instant) ?? 'known';
		return known === 'known' ? 'shown' : known === 'maybe' ? 'maybe' : 'faded';
	}
}
