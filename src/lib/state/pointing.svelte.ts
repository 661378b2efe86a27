import type { Light } from '$lib/model/catalogue';
import { Lens } from './lens.svelte';

/** What is pointed at, or has the focus, and lights in all views with what belongs to it. */
export class Pointing extends Lens {
	#hovered = $state.raw<Light | null>(null);
	readonly #lit: ReadonlySet<Light> = $derived.by(() =>
		this.#hovered ? this.catalogue.litBy(this.#hovered) : new Set<Light>()
	);

	get hovered() {
		return this.#hovered;
	}

	/** Lights a record or phrase and what belongs to it, in all views; null puts the light out. */
	hover(light: Light | null) {
		this.#hovered = light;
	}

	/** Pointed at, or belonging to what is pointed at. */
	isLit(light: Light): boolean {
		return this.#lit.has(light);
	}
}
