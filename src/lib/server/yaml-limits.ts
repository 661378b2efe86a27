import { isMap, isPair, isScalar, isSeq, type Document, type Pair } from 'yaml';

/** What a file has too much of, and where that begins. Offset in UTF-16 units. */
export interface Excess {
	offset: number;
	expected: string;
	found: string;
	advice: string;
}

/** Characters of a file. The longest list of a large collection has a tenth of them. */
const MOST_CHARACTERS = 1_000_000;

/** Signs that begin or end a value. Each costs the parser about ten microseconds: this many are read in about a second. */
const MOST_SIGNS = 80_000;

/** Names in one record. Those of records are some twenty; a thousand were pasted from a table. */
const MOST_NAMES = 500;

/** Lists and records inside each other. */
const DEEPEST = 40;

const SPLIT =
	'split it, as events.yaml into events/a.yaml and events/b.yaml, or leave out what is not needed';

/** Refuses by its size what would take long to read; asked before the parser is. */
export function findExcess(text: string): Excess | null {
	if (text.length > MOST_CHARACTERS) {
		const found = `${text.length} characters`;
		return { offset: 0, expected: `at most ${MOST_CHARACTERS} characters in a file`, found, advice: SPLIT };
	}
	let signs = 0;
	for (const { index } of text.matchAll(/[\n,:[\]{}&*!|>'"#?-]/g)) {
		signs += 1;
		if (signs > MOST_SIGNS) {
			const expected = `at most ${MOST_SIGNS} values, marks and lines in a file`;
			return { offset: index, expected, found: 'more', advice: SPLIT };
		}
	}
	return null;
}

/** What a look at everything in a file brought to light. */
export interface Survey {
	/** Offsets of names that stand in their record a second time. */
	again: number[];
	/** The first record or list that no person could have written. */
	excess: Excess | null;
}

/** The parser compares every name of a record with every other, which takes minutes where there are many; this looks each up once. */
export function surveyNames(document: Document): Survey {
	const again: number[] = [];
	// Kept by hand: the depth is not known to be bearable before it has been looked at.
	const waiting: { node: unknown; depth: number }[] = [{ node: document.contents, depth: 1 }];
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		const { node, depth } = next;
		if (!isMap(node) && !isSeq(node)) continue;
		const offset = node.range?.[0] ?? 0;
		if (depth > DEEPEST) {
			const expected = `lists and lines nested at most ${DEEPEST} deep`;
			const found = 'lists or lines nested without end';
			return { again, excess: { offset, expected, found, advice: 'take it apart' } };
		}
		if (isMap(node) && node.items.length > MOST_NAMES) {
			const found = `${node.items.length} lines`;
			const advice = 'make it a list: begin each entry with "- "';
			const expected = `at most ${MOST_NAMES} lines in a record`;
			return { again, excess: { offset, expected, found, advice } };
		}
		if (isMap(node)) findAgain(node.items, again);
		for (const item of node.items) waiting.push(...childrenOf(item, depth + 1));
	}
	return { again: again.sort((a, b) => a - b), excess: null };
}

function findAgain(pairs: readonly Pair[], again: number[]) {
	const names = new Set<unknown>();
	for (const { key } of pairs) {
		if (!isScalar(key)) continue;
		if (names.has(key.value)) again.push(key.range?.[0] ?? 0);
		names.add(key.value);
	}
}

function childrenOf(item: unknown, depth: number): { node: unknown; depth: number }[] {
	if (!isPair(item)) return [{ node: item, depth }];
	return [
		{ node: item.key, depth },
		{ node: item.value, depth }
	];
}
