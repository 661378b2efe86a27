import {
	isAlias,
	isMap,
	isNode,
	isPair,
	isScalar,
	isSeq,
	type Document,
	type LineCounter,
	type Pair,
	type YAMLMap
} from 'yaml';
import type { DataPath, Spot } from './data-file';

/**
 * Finds lines and columns of values in a parsed file. A collection under a key is found at its key, for that is the line a person
 * looks for; an entry of a list where it starts.
 * @param firstLine line of the file on which the parsed text begins
 */
export function createLocator(
	document: Document,
	lines: LineCounter,
	firstLine = 1
): (path: DataPath) => Spot {
	const pairsOf = new WeakMap<YAMLMap, Map<string, Pair>>();
	// Looked through once: a file with ten thousand unknown names is still answered at once.
	const findPair = (map: YAMLMap, key: string) => {
		let pairs = pairsOf.get(map);
		if (!pairs) {
			pairs = new Map([...map.items].reverse().map((pair) => [keyOf(pair), pair]));
			pairsOf.set(map, pairs);
		}
		return pairs.get(key);
	};
	return (path) => {
		const { line, col } = lines.linePos(offsetOf(document, path, findPair));
		return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
	};
}

function offsetOf(
	document: Document,
	path: DataPath,
	findPair: (map: YAMLMap, key: string) => Pair | undefined
): number {
	let node: unknown = document.contents;
	let offset = startOf(node) ?? 0;
	for (const part of path) {
		if (isAlias(node)) node = node.resolve(document);
		let next: unknown;
		if (isSeq(node) && typeof part === 'number') {
			next = node.items[part];
			offset = startOf(next) ?? offset;
		} else if (isMap(node)) {
			const pair = findPair(node, String(part));
			next = pair?.value;
			offset = (isScalar(next) && next.source ? startOf(next) : startOf(pair?.key)) ?? offset;
		}
		if (next === undefined || next === null) return offset;
		node = next;
	}
	return offset;
}

function keyOf({ key }: Pair): string {
	return String(isScalar(key) ? key.value : key);
}

function startOf(node: unknown): number | undefined {
	if (isPair(node)) return startOf(node.key);
	return isNode(node) ? node.range?.[0] : undefined;
}
