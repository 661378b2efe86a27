import type { DataPath, Spot } from './data-file';

/** Where a value begins, and what lies in it. Offsets in UTF-16 units. */
interface Place {
	/** Of the name in front of it, where it has one. */
	name: number | null;
	start: number;
	/** By name, or by number in a list; null for a plain value. */
	inside: Map<string | number, Place> | null;
}

const TOKEN = /[{}[\],:]|"[^"\\]*(?:\\.[^"\\]*)*"|[^\s{}[\],:"]+/gu;

/**
 * Finds lines and columns of values in a text that is known to be JSON. As in YAML, what is a list or has lines of its own is found
 * at its name, a plain value where it stands. The text is looked through once, in a time that grows with its length alone.
 */
export function createJsonLocator(text: string): (path: DataPath) => Spot {
	const top = readPlaces(text);
	const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
	return (path) => {
		let place = top;
		let offset = top.start;
		for (const part of path) {
			const next = place.inside?.get(part);
			if (!next) break;
			place = next;
			offset = next.inside ? (next.name ?? next.start) : next.start;
		}
		const line = findLine(starts, offset);
		return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
	};
}

function readPlaces(text: string): Place {
	const top: Place = { name: null, start: 0, inside: new Map() };
	const open: { place: Place; isList: boolean; count: number }[] = [{ place: top, isList: true, count: 0 }];
	let name: { text: string; offset: number } | null = null;
	let isAfterColon = false;
	for (const { 0: token, index } of text.matchAll(TOKEN)) {
		const within = open.at(-1);
		if (!within) break;
		if (token === ',' || token === ':') {
			isAfterColon = token === ':';
			continue;
		}
		if (token === '}' || token === ']') {
			open.pop();
			continue;
		}
		if (!within.isList && !isAfterColon) {
			name = { text: JSON.parse(token) as string, offset: index };
			continue;
		}
		const hasParts = token === '{' || token === '[';
		const place: Place = {
			name: name?.offset ?? null,
			start: index,
			inside: hasParts ? new Map() : null
		};
		within.place.inside?.set(within.isList ? within.count++ : (name?.text ?? ''), place);
		if (hasParts) open.push({ place, isList: token === '[', count: 0 });
		name = null;
		isAfterColon = false;
	}
	return top.inside?.get(0) ?? { name: null, start: 0, inside: null };
}

/** The last of the starts that is not after an offset. */
function findLine(starts: readonly number[], offset: number): number {
	let [low, high] = [0, starts.length - 1];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((starts[middle] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return low;
}
