/** The list in an order that depends on the seed alone, and is never its own where it has two different places. */
export function shuffleBy<T>(list: readonly T[], seed: string): T[] {
	const next = randomsOf(seed);
	const shuffled = [...list];
	for (let index = shuffled.length - 1; index > 0; index--) {
		const other = Math.floor(next() * (index + 1));
		const [a, b] = [shuffled[index], shuffled[other]];
		shuffled[index] = b as T;
		shuffled[other] = a as T;
	}
	const isSame = shuffled.every((item, index) => item === list[index]);
	return isSame ? [...shuffled.slice(1), ...shuffled.slice(0, 1)] : shuffled;
}

/** Numbers from 0 up to 1: FNV-1a of the seed, then mulberry32. */
function randomsOf(seed: string): () => number {
	let state = 0x811c9dc5;
	for (const sign of seed) state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 0x01000193);
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
