import { keyOf, tokenise, type SoughtWords } from '$lib/model/spelling';
import { isNamed, namesOf, SEARCHED_KINDS, type SearchEntry, type SearchedKind } from './entry';
import { Postings, type Answer } from './postings';
import { joinNeighbours, readQuery, type QueryPart } from './query';
import { sayDates, weighWords, type DateWords } from './weights';

/** Hits of one kind, the best first, and how many there are in all. */
export interface Group {
	kind: SearchedKind;
	count: number;
	/** No more than `SHOWN`. */
	hits: SearchEntry[];
}

export interface Found {
	count: number;
	/** The kind of the best hit first. */
	groups: Group[];
	/** All that was found, the best first. */
	entries: SearchEntry[];
	/** What to mark wherever a text is shown: the words that answered, and the other names of what was named. */
	words: SoughtWords;
}

/** How much may be mistyped. */
type Errors = 0 | 1 | 2;

/** With fewer hits than these it is asked whether something was mistyped. */
const FEW = 4;
/** Hits of a kind that are listed. */
const SHOWN = 60;
/** Hits that are asked for the other names of what they name. */
const NAMING = 24;
/** Entries that are read at a stretch. */
const PORTION = 150;
/** More than the worth of any words: an exact name comes first. */
const EXACT = 1000;
const NUMBERS = 2 ** 21;

/** Finds entries by their words: all words of a query must be there, in any field and order. */
export class Finder {
	readonly entries: readonly SearchEntry[];
	readonly #postings: Postings;
	readonly #kinds: Uint8Array;
	/** Entries by the keys of their titles, names and days. */
	readonly #byKey: ReadonlyMap<string, readonly number[]>;

	private constructor(entries: readonly SearchEntry[], postings: Postings, dates: readonly DateWords[]) {
		this.entries = entries;
		this.#postings = postings;
		this.#kinds = Uint8Array.from(entries, ({ kind }) => SEARCHED_KINDS.indexOf(kind));
		const byKey = new Map<string, number[]>();
		for (const [number, entry] of entries.entries()) {
			for (const key of new Set([...namesOf(entry), dates[number]?.day ?? ''].map(keyOf))) {
				const known = byKey.get(key);
				if (known) known.push(number);
				else byKey.set(key, [number]);
			}
		}
		this.#byKey = byKey;
	}

	/** Reads the entries in portions, so that the page stays awake meanwhile. */
	static async build(entries: readonly SearchEntry[]): Promise<Finder> {
		const dates = sayDates(entries);
		const drafts = new Map<string, { entries: number[]; weights: number[] }>();
		const names = entries.map((entry) =>
			isNamed(entry.kind)
				? [...new Set(namesOf(entry).flatMap((name) => tokenise(name).map(({ text }) => text)))]
				: []
		);
		for (const [number, entry] of entries.entries()) {
			if (number % PORTION === PORTION - 1) await new Promise((wake) => setTimeout(wake));
			for (const [token, weight] of weighWords(entry, dates[number]?.date ?? '', names)) {
				const draft = drafts.get(token);
				if (!draft) drafts.set(token, { entries: [number], weights: [weight] });
				else {
					draft.entries.push(number);
					draft.weights.push(weight);
				}
			}
		}
		return new Finder(entries, new Postings(drafts, entries.length), dates);
	}

	find(query: string): Found {
		const parts = readQuery(query);
		const terms = new Set<number>();
		const scores = new Float32Array(this.entries.length);
		if (parts.length > 0) {
			let count = this.#answer(scores, terms, [parts], 0);
			if (count < FEW) count += this.#answer(scores, terms, [parts, ...joinNeighbours(parts)], 1);
			if (count === 0) this.#answer(scores, terms, [parts], 2);
			const [only, ...more] = parts;
			for (const key of only && more.length === 0 ? only.forms : [keyOf(query)])
				for (const number of this.#byKey.get(key) ?? [])
					scores[number] = (scores[number] ?? 0) + exactWorth(this.entries[number], key);
		}
		return this.#list(query, scores, new Set(Array.from(terms, (term) => this.#postings.terms[term] ?? '')));
	}

	/** Shorter queries that do find something, where the whole finds nothing. */
	suggest(query: string): string[] {
		const words = query.trim().split(/\s+/);
		if (words.length < 2) return [];
		const shorter = words.map((_, index) => words.filter((_, other) => other !== index).join(' '));
		return [...new Set([...shorter, ...words])].filter((one) => this.find(one).count > 0).slice(0, 3);
	}

	/** Gives a score to what answers to one of the readings of the query and has none. Returns how many did. */
	#answer(
		scores: Float32Array,
		terms: Set<number>,
		readings: readonly QueryPart[][],
		errors: Errors
	): number {
		let count = 0;
		for (const parts of readings) {
			const worth = parts.map((part) => this.#weighPart(part, errors, terms)).reduce(addWhereBoth);
			for (let number = 0; number < worth.length; number++) {
				const found = worth[number];
				if (!found || scores[number]) continue;
				scores[number] = found;
				count++;
			}
		}
		return count;
	}

	#weighPart(part: QueryPart, errors: Errors, terms: Set<number>): Float32Array {
		return part.readings
			.map((tokens) =>
				tokens
					.map((token) => this.#postings.weigh(this.#answersTo(token, part, errors, terms)))
					.reduce(addWhereBoth)
			)
			.reduce(takeBetter);
	}

	#answersTo(token: string, part: QueryPart, errors: Errors, terms: Set<number>): Answer[] {
		const answers = this.#postings.matching(token, part.isPrefix);
		if (errors > 0 && part.mayBeMistyped) {
			const allowed = token.length > 7 || (errors === 2 && token.length > 5) ? 2 : 1;
			answers.push(...this.#postings.resembling(token, allowed));
		}
		for (const { term } of answers) terms.add(term);
		return answers;
	}

	#list(query: string, scores: Float32Array, tokens: ReadonlySet<string>): Found {
		const numbers = orderByScore(scores);
		const found: SearchEntry[] = [];
		const groups: Group[] = [];
		// Looked up by place: a map asked ten thousand times would be the slowest part of a query.
		const byKind: (Group | undefined)[] = [];
		for (const number of numbers) {
			const entry = this.entries[number];
			if (!entry) continue;
			found.push(entry);
			const place = this.#kinds[number] ?? 0;
			let group = byKind[place];
			if (!group) groups.push((group = byKind[place] = { kind: entry.kind, count: 0, hits: [] }));
			if (group.count++ < SHOWN) group.hits.push(entry);
		}
		const key = keyOf(query);
		const isExact = (place: number) => (scores[numbers[place] ?? -1] ?? 0) >= EXACT;
		const names = found
			.slice(0, NAMING)
			.filter((entry, place) => isNamed(entry.kind) && (isExact(place) || isMeant(entry, key, tokens)))
			.flatMap((entry) => namesOf(entry).map(keyOf));
		return {
			count: found.length,
			groups,
			entries: found,
			words: {
				tokens: names.length > 0 ? withoutSyllables(tokens) : tokens,
				names: new Set(names.filter((name) => name.length > 1))
			}
		};
	}
}

/** Where a whole name is marked, its shortest parts would be marked in every other name as well. */
function withoutSyllables(tokens: ReadonlySet<string>): Set<string> {
	return new Set([...tokens].filter((token) => token.length > 2 || !/^[a-z]+$/.test(token)));
}

/** A name says more than a title, and a main name more than another. */
function exactWorth(entry: SearchEntry | undefined, key: string): number {
	return entry ? EXACT * (1 + (isNamed(entry.kind) ? 2 : 0) + (keyOf(entry.title) === key ? 1 : 0)) : 0;
}

/** Adds b to a where both are worth something, and leaves nothing elsewhere. */
function addWhereBoth(a: Float32Array, b: Float32Array): Float32Array {
	for (let number = 0; number < a.length; number++) {
		const [one, other] = [a[number], b[number]];
		a[number] = one && other ? one + other : 0;
	}
	return a;
}

function takeBetter(a: Float32Array, b: Float32Array): Float32Array {
	for (let number = 0; number < a.length; number++) a[number] = Math.max(a[number] ?? 0, b[number] ?? 0);
	return a;
}

/** Numbers of what has a score, the highest first. One number for score and place sorts without calling back. */
function orderByScore(scores: Float32Array): number[] {
	const keys = new Float64Array(scores.length);
	let count = 0;
	for (let number = 0; number < scores.length; number++) {
		const score = scores[number];
		if (score) keys[count++] = Math.round(score * 1e5) * NUMBERS + (NUMBERS - 1 - number);
	}
	const sorted = keys.subarray(0, count).sort();
	const numbers: number[] = [];
	for (let at = count - 1; at >= 0; at--) numbers.push(NUMBERS - 1 - ((sorted[at] ?? 0) % NUMBERS));
	return numbers;
}

/** Whether one of its names was typed in full, give or take a letter; a mere beginning may become anything. */
function isMeant(entry: SearchEntry, query: string, tokens: ReadonlySet<string>): boolean {
	return namesOf(entry).some(
		(name) =>
			keyOf(name).length <= query.length + 1 &&
			readQuery(name).every(({ readings: [signs] }) => signs?.every((sign) => tokens.has(sign)))
	);
}
