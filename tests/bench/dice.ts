/** Chance that falls the same way every time. */
export interface Dice {
	/** 0 to below `count`. */
	below(count: number): number;
	chance(share: number): boolean;
	pick<T>(from: readonly T[]): T;
}

/** Tommy Ettinger's mulberry32, in the public domain. */
export function createDice(seed: number): Dice {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
	const below = (count: number) => Math.floor(next() * count);
	return {
		below,
		chance: (share) => next() < share,
		pick: (from) => {
			const found = from[below(from.length)];
			if (found === undefined) throw new RangeError('nothing to pick from');
			return found;
		}
	};
}
