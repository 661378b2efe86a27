import { watchFlights } from '$lib/model/in-flight';
import type { ViewState } from '$lib/state/view.svelte';
import { inDrawingOrder } from './story';
import { tellCables } from './story-cables';
import { tellFronts } from './story-fronts';
import { tellFormations, tellParallels } from './story-ground';
import { tellMovements } from './story-movements';
import { tellPlaces } from './story-places';
import type { Divided, Moment, StoryFeature } from './told';

/** The story of a view in parts, each told anew only when what it depends on changes: a cursor that moves moves no place. */
export class Story {
	readonly #view: ViewState;
	readonly #divided: () => Divided | null;
	readonly #fixed = $derived.by(() => tellParallels({ catalogue: this.#view.catalogue }));
	readonly #watch: ReturnType<typeof watchFlights>;
	readonly #places = $derived.by(() => {
		const { catalogue, document, selection } = this.#view;
		return tellPlaces({ catalogue, document, selection });
	});
	readonly #fronts = $derived.by(() => {
		const { catalogue, front, seenFrom, frontHeard, frontAgainst } = this.#view;
		return tellFronts({
			catalogue,
			front,
			seenFrom,
			heard: frontHeard,
			then: frontAgainst,
			divided: this.#divided()
		});
	});
	readonly #flights = $derived.by(() => this.#watch(this.#view.cursor));
	readonly #moment: Moment = $derived.by(() => {
		const { catalogue, cursor, front, document, selection } = this.#view;
		const standing: Moment['standing'] = (reference) => this.#view.standing(reference);
		return { catalogue, cursor, front, document, selection, flights: this.#flights, standing };
	});
	readonly #cables = $derived.by(() => tellCables(this.#moment));

	/** All of it, in drawing order. */
	readonly features: readonly StoryFeature[] = $derived.by(() =>
		inDrawingOrder([
			...this.#fixed,
			...this.#fronts,
			...tellFormations(this.#moment),
			...tellMovements(this.#moment),
			...this.#cables.features,
			...this.#places
		])
	);
	/** Cables of the day that are only counted. */
	readonly cablesLeft: number = $derived.by(() => this.#cables.left);

	/** @param divided where the map is parted between two fronts */
	constructor(view: ViewState, divided: () => Divided | null = () => null) {
		this.#divided = divided;
		this.#view = view;
		this.#watch = watchFlights(view.catalogue.data.documents);
	}
}
