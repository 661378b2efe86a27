/** Which letters a word has, as bits; different letters may share one. */
export function lettersOf(word: string): number {
	let bits = 0;
	for (let index = 0; index < word.length; index++) bits |= 1 << (word.charCodeAt(index) % 32);
	return bits >>> 0;
}

/** Letters of a word that are looked at; nobody mistypes the fortieth. */
const MOST = 40;
/** A query counts for every word of the index: the rows are made once. */
const rows = [new Uint8Array(MOST + 1), new Uint8Array(MOST + 1), new Uint8Array(MOST + 1)] as const;

/**
 * Letters to change, add, leave out or swap with their neighbour to make `typed` the word or its beginning (optimal string alignment).
 * A beginning must be as long as what was typed, lest two letters stand for everything. More than `limit` is not counted further.
 */
export function countEdits(typed: string, word: string, limit: number): number {
	const width = Math.min(word.length, typed.length + limit, MOST);
	const height = Math.min(typed.length, MOST);
	const [first, second, third] = rows;
	let [beforeLast, last, current] = [first, second, third];
	for (let column = 0; column <= width; column++) last[column] = column;
	for (let row = 1; row <= height; row++) {
		const letter = typed.charCodeAt(row - 1);
		let least = (current[0] = row);
		for (let column = 1; column <= width; column++) {
			const other = word.charCodeAt(column - 1);
			let edits = at(last, column - 1) + (letter === other ? 0 : 1);
			edits = Math.min(edits, at(last, column) + 1, at(current, column - 1) + 1);
			const isSwapped =
				row > 1 &&
				column > 1 &&
				letter === word.charCodeAt(column - 2) &&
				typed.charCodeAt(row - 2) === other;
			if (isSwapped) edits = Math.min(edits, at(beforeLast, column - 2) + 1);
			current[column] = edits;
			if (edits < least) least = edits;
		}
		if (least > limit) return limit + 1;
		[beforeLast, last, current] = [last, current, beforeLast];
	}
	let fewest = at(last, width);
	for (let column = Math.min(height, width); column < width; column++)
		fewest = Math.min(fewest, at(last, column));
	return fewest;
}

function at(row: Uint8Array, column: number): number {
	return row[column] ?? 0;
}
