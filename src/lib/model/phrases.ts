import type { Annotation, Phrase, PhraseTable } from './collection';
import { parseReference, type Reference } from './references';

/** @param documents ids in the collection's order; phrases of other documents are left out */
export function tabulatePhrases(phrases: readonly Phrase[], documents: readonly string[]): PhraseTable {
	const places = new Map(documents.map((id, index) => [id, index]));
	const kinds: Annotation['kind'][] = [];
	const targets: Reference[] = [];
	const table: PhraseTable = { document: [], id: [], kind: [], target: [], quote: [], kinds, targets };
	const placeOf = <T>(list: T[], known: Map<T, number>, value: T): number => {
		const place = known.get(value) ?? list.push(value) - 1;
		known.set(value, place);
		return place;
	};
	const knownKinds = new Map<Annotation['kind'], number>();
	const knownTargets = new Map<Reference, number>();
	const placed = phrases.flatMap((phrase) => {
		const document = places.get(phrase.document);
		return document === undefined ? [] : { phrase, document };
	});
	for (const { phrase, document } of placed.sort((a, b) => a.document - b.document)) {
		table.document.push(document);
		table.id.push(phrase.id);
		table.kind.push(placeOf(kinds, knownKinds, phrase.kind));
		table.target.push(phrase.target ? placeOf(targets, knownTargets, phrase.target) : -1);
		table.quote.push(phrase.target ? phrase.quote : '');
	}
	return table;
}

/** Rows of the table, and of each document and each target, looked up. */
export class Phrases {
	readonly #table: PhraseTable;
	readonly #documents: readonly string[];
	readonly #places: ReadonlyMap<string, number>;
	/** First row of each document, and one more. */
	readonly #firsts: readonly number[];

	constructor(table: PhraseTable, documents: readonly string[]) {
		this.#table = table;
		this.#documents = documents;
		this.#places = new Map(documents.map((id, index) => [id, index]));
		const counts = Array.from(documents, () => 0);
		for (const document of table.document) counts[document] = (counts[document] ?? 0) + 1;
		let first = 0;
		this.#firsts = [0, ...counts.map((count) => (first += count))];
	}

	get count(): number {
		return this.#table.id.length;
	}

	/** @throws RangeError when there is no such row */
	at(row: number): Phrase {
		const { id, kind, quote, kinds } = this.#table;
		return {
			id: item(id, row),
			document: this.documentOf(row),
			kind: item(kinds, item(kind, row)),
			target: this.targetOf(row),
			quote: item(quote, row)
		};
	}

	/** Rows of a document: first and one past the last. */
	rowsOf(document: string): [number, number] {
		const place = this.#places.get(document);
		return place === undefined ? [0, 0] : [item(this.#firsts, place), item(this.#firsts, place + 1)];
	}

	/** The row of a phrase; -1 where there is none. */
	find(document: string, id: string): number {
		const [first, end] = this.rowsOf(document);
		const row = this.#table.id.slice(first, end).indexOf(id);
		return row < 0 ? -1 : first + row;
	}

	targetOf(row: number): Reference | null {
		return this.#table.targets[item(this.#table.target, row)] ?? null;
	}

	documentOf(row: number): string {
		return item(this.#documents, item(this.#table.document, row));
	}

	/** Phrases that speak of a record of this kind, with the record: for what a desk could read. */
	*speakingOf(kind: 'event' | 'front'): Generator<{ row: number; target: Reference }> {
		const wanted = this.#table.targets.map((target) => parseReference(target)?.kind === kind);
		for (let row = 0; row < this.count; row++) {
			const target = wanted[item(this.#table.target, row)] ? this.targetOf(row) : null;
			if (target) yield { row, target };
		}
	}
}

function item<T>(list: readonly T[], index: number): T {
	const found = list[index];
	if (found === undefined) throw new RangeError(`there is no row ${index} among ${list.length}`);
	return found;
}
