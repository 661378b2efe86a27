/** Stretches no longer than `longest`, in order of their beginnings. */
interface Shelf {
	longest: number;
	starts: Float64Array;
	ends: Float64Array;
	numbers: Uint32Array;
}

/**
 * Many stretches of time, ready to be asked which of them an instant lies in. They are shelved by length, so that a few long
 * ones do not make the search among the short ones long: an answer takes time for what it names, not for all there are.
 */
export class Stretches {
	readonly #shelves: Shelf[];

	/** Stretch number n runs from `starts[n]` to `ends[n]`, both in milliseconds; infinite ends are welcome. */
	constructor(starts: ArrayLike<number>, ends: ArrayLike<number>) {
		const byLength = new Map<number, number[]>();
		for (let number = 0; number < starts.length; number++) {
			const shelf = Math.ceil(Math.log2(Math.max((ends[number] ?? 0) - (starts[number] ?? 0), 1)));
			const known = byLength.get(shelf);
			if (known) known.push(number);
			else byLength.set(shelf, [number]);
		}
		this.#shelves = [...byLength].map(([shelf, numbers]) => {
			numbers.sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0) || a - b);
			return {
				longest: 2 ** shelf,
				starts: Float64Array.from(numbers, (number) => starts[number] ?? 0),
				ends: Float64Array.from(numbers, (number) => ends[number] ?? 0),
				numbers: Uint32Array.from(numbers)
			};
		});
	}

	/** Numbers of the stretches that hold the instant, ends included, in order of number. */
	holding(instant: number): number[] {
		const found: number[] = [];
		for (const { longest, starts, ends, numbers } of this.#shelves) {
			for (let at = firstFrom(starts, instant - longest); at < starts.length; at++) {
				if ((starts[at] ?? Infinity) > instant) break;
				if ((ends[at] ?? -Infinity) >= instant) found.push(numbers[at] ?? 0);
			}
		}
		return found.sort((a, b) => a - b);
	}
}

/** Index of the first entry that is not below the value; the length where there is none. Entries come in order. */
export function firstFrom(ordered: ArrayLike<number>, value: number, from = 0, to = ordered.length): number {
	let [low, high] = [from, to];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((ordered[middle] ?? Infinity) < value) low = middle + 1;
		else high = middle;
	}
	return low;
}
