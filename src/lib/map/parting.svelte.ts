import type { Camera } from '$lib/state/url';
import type { ViewState } from '$lib/state/view.svelte';
import { momentText } from './compare-words';
import type { Box } from './labels';
import { offsetOf, type Extent, type Size } from './mercator';
import type { Divided } from './told';

/** Parts of the picture's width that the divider keeps from its edges: on the right stand the buttons. */
const EDGE = { west: 0.08, east: 0.14 };

/** How the map is parted between the fronts of two moments: the earlier always stands in the west. */
export class Parting {
	readonly #view: ViewState;
	readonly #shown: () => Extent;
	readonly #half: Divided['then'] = $derived.by(() =>
		(this.#view.against ?? 0) < this.#view.cursor ? 'west' : 'east'
	);
	readonly #longitude: number | null = $derived.by(() => {
		const { divider, front, frontAgainst } = this.#view;
		if (divider === null || !front || !frontAgainst) return null;
		return Math.min(Math.max(divider, this.range[0]), this.range[1]);
	});

	/** Longitudes that are in the picture, but for its edges. */
	readonly range: readonly [number, number] = $derived.by(() => {
		const { west, east } = this.#shown();
		return [west + (east - west) * EDGE.west, east - (east - west) * EDGE.east];
	});
	/** null while the fronts lie over each other, or one of the moments has none. */
	readonly divided: Divided | null = $derived.by(() =>
		this.#longitude === null ? null : { longitude: this.#longitude, then: this.#half }
	);
	/** The moments on either side. */
	readonly words: { west: string; east: string } = $derived.by(() => {
		const { catalogue, front, frontAgainst: then, cursor, against } = this.#view;
		const now = front ? momentText(catalogue, front, cursor) : '';
		const before = then && against !== null ? momentText(catalogue, then, against) : '';
		return this.#half === 'west' ? { west: before, east: now } : { west: now, east: before };
	});

	/** @param shown what is in the picture when the map rests */
	constructor(view: ViewState, shown: () => Extent) {
		this.#view = view;
		this.#shown = shown;
	}

	/** The room of the two moments' dates and of the handle, pixels from the middle of the picture. */
	taken(camera: Camera, { height, letters = 1 }: Size): Box[] {
		if (!this.divided) return [];
		const [x] = offsetOf([this.divided.longitude, camera.centre[1]], camera);
		const [wide, high, handle] = [160 * letters, 44 * letters, 44 * letters];
		return [
			{ x: x - wide, y: -height / 2, width: 2 * wide, height: high },
			{ x: x - handle / 2, y: height * 0.12, width: handle, height: handle }
		];
	}
}
