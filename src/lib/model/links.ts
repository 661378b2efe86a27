/**
 * Which of `count` numbered things belong together, both ways, in two flat arrays: fifty thousand documents with their people, places
 * and phrases fit in a few megabytes.
 */
export class Links {
	readonly #starts: Uint32Array;
	readonly #others: Uint32Array;

	/** @param pairs flat: a, b, a, b, … ; a pair given twice counts once */
	constructor(count: number, pairs: readonly number[]) {
		const starts = new Uint32Array(count + 1);
		for (const number of pairs) add(starts, number + 1, 1);
		for (let index = 1; index <= count; index++) add(starts, index, starts[index - 1] ?? 0);
		const next = starts.slice();
		const others = new Uint32Array(pairs.length);
		pairs.forEach((number, index) => {
			others[next[number] ?? 0] = pairs[index ^ 1] ?? 0;
			add(next, number, 1);
		});
		this.#starts = starts;
		this.#others = others;
	}

	/** In the order in which the pairs were given; those given twice come twice. */
	of(number: number): Uint32Array {
		return this.#others.subarray(this.#starts[number], this.#starts[number + 1]);
	}
}

function add(list: Uint32Array, index: number, amount: number) {
	list[index] = (list[index] ?? 0) + amount;
}
