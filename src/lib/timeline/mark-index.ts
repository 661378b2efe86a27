import type { Reference } from '$lib/model/references';
import { firstFrom, Stretches } from '$lib/model/stretches';
import type { Facts } from './mark-facts';

/** The marks of one lane in order of time. */
export interface LaneMarks {
	facts: Facts[];
	times: Float64Array;
}

/** Finds marks by time, lane and reference without going through all of them. Built once for a set of marks. */
export class MarkIndex {
	/** In order of time. */
	readonly facts: readonly Facts[];
	readonly times: Float64Array;
	readonly lanes: readonly LaneMarks[];
	readonly #places: ReadonlyMap<Reference, number>;
	/** Place of each mark in its lane. */
	readonly #within: Uint32Array;
	/** What goes on after a mark's own instant, and what began before it. */
	readonly #after: Stretches;
	readonly #before: Stretches;

	/** @param facts in order of time */
	constructor(facts: readonly Facts[], lanes: number) {
		this.facts = facts;
		this.times = Float64Array.from(facts, ({ at }) => at);
		this.#places = new Map(facts.map(({ reference }, place) => [reference, place]));
		this.#within = new Uint32Array(facts.length);
		const byLane = Array.from({ length: lanes }, (): Facts[] => []);
		facts.forEach((mark, place) => {
			const lane = byLane[mark.lane];
			if (lane) this.#within[place] = lane.push(mark) - 1;
		});
		this.lanes = byLane.map((marks) => ({
			facts: marks,
			times: Float64Array.from(marks, ({ at }) => at)
		}));
		this.#after = new Stretches(
			this.times,
			Float64Array.from(facts, ({ at, to }) => Math.max(at, to))
		);
		this.#before = new Stretches(
			Float64Array.from(facts, ({ at, from }) => Math.min(at, from)),
			this.times
		);
	}

	find(reference: Reference | null | undefined): Facts | undefined {
		const place = reference ? this.#places.get(reference) : undefined;
		return place === undefined ? undefined : this.facts[place];
	}

	/** Place in the order of time; -1 for what is not on the chart. */
	placeOf(reference: Reference): number {
		return this.#places.get(reference) ?? -1;
	}

	/** Place among the marks of its own lane. */
	placeInLane(mark: Facts): number {
		return this.#within[this.placeOf(mark.reference)] ?? 0;
	}

	/** Marks that stand before `from` and reach into the stretch, and marks that stand after `to` and begin in it. */
	crossing(from: number, to: number): { before: Facts[]; after: Facts[] } {
		const marks = (places: number[]) => places.flatMap((place) => this.facts[place] ?? []);
		return {
			before: marks(this.#after.holding(from)).filter(({ at }) => at < from),
			after: marks(this.#before.holding(to)).filter(({ at }) => at >= to)
		};
	}

	/** The first mark after the instant, or the last before it. */
	nearest(instant: number, move: 'previous' | 'next'): Facts | undefined {
		return move === 'next'
			? this.facts[firstFrom(this.times, instant + 1)]
			: this.facts[firstFrom(this.times, instant) - 1];
	}

	/** How many stand before an instant. */
	countBefore(instant: number): number {
		return firstFrom(this.times, instant);
	}
}
