import type { Catalogue } from '$lib/model/catalogue';
import { filteredOut, type Filters } from '$lib/model/filters';
import { Knowledge } from '$lib/model/knowledge';
import type { Reference } from '$lib/model/references';

/** How a record is to be drawn: plainly; as perhaps known at the desk; as not known there yet; or, left out by the filters, not at all. */
export type Standing = 'shown' | 'maybe' | 'faded' | 'hidden';

/** What the records are looked at through: filters, and the desk from which one looks. */
export class Lens {
	readonly catalogue: Catalogue;
	#seenFrom = $state<string | null>(null);
	#filters = $state.raw<Filters>({});

	/** What the chosen desk had on it, and when; null when everything is shown. */
	readonly knowledge: Knowledge | null = $derived.by(() =>
		this.#seenFrom ? new Knowledge(this.catalogue, this.#seenFrom) : null
	);
	/** Records that the filters leave out. */
	readonly filteredOut: ReadonlySet<Reference> = $derived.by(() =>
		filteredOut(this.catalogue, this.#filters)
	);

	constructor(catalogue: Catalogue) {
		this.catalogue = catalogue;
	}

	/** The desk whose knowledge decides what stands and what fades. */
	get seenFrom() {
		return this.#seenFrom;
	}
	get filters() {
		return this.#filters;
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
