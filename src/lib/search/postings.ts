import { lettersOf, countEdits } from './edits';

/** A word of the index and how well it answers, from 0 to 1. */
export interface Answer {
	term: number;
	share: number;
}

/** Which numbered entries have which tokens, and how much they are worth there. As columns: a query makes no objects. */
export class Postings {
	readonly terms: readonly string[];
	readonly size: number;
	/** First posting of each term, and one more. */
	readonly #firsts: Uint32Array;
	readonly #entries: Uint32Array;
	readonly #weights: Float32Array;
	/** What is rare says more. */
	readonly #rarities: Float32Array;
	readonly #letters: Uint32Array;
	/** First term in signs that stand for syllables or words: they come after all letters. */
	readonly #signs: number;

	constructor(drafts: ReadonlyMap<string, { entries: number[]; weights: number[] }>, size: number) {
		this.terms = [...drafts.keys()].sort();
		this.size = size;
		this.#firsts = new Uint32Array(this.terms.length + 1);
		this.#rarities = new Float32Array(this.terms.length);
		this.#letters = Uint32Array.from(this.terms, lettersOf);
		this.#signs = this.#find('\u2e80');
		const count = Array.from(drafts.values()).reduce((sum, { entries }) => sum + entries.length, 0);
		this.#entries = new Uint32Array(count);
		this.#weights = new Float32Array(count);
		let at = 0;
		for (const [index, term] of this.terms.entries()) {
			const { entries, weights } = drafts.get(term) ?? { entries: [], weights: [] };
			this.#rarities[index] = Math.log(1 + size / entries.length);
			this.#entries.set(entries, at);
			this.#weights.set(weights, at);
			at += entries.length;
			this.#firsts[index + 1] = at;
		}
	}

	/** Terms that are the token; or begin with it, the better the less is missing. */
	matching(token: string, isPrefix: boolean): Answer[] {
		const answers: Answer[] = [];
		for (let term = this.#find(token); term < this.terms.length; term++) {
			const text = this.terms[term] ?? '';
			if (text === token) answers.push({ term, share: 1 });
			else if (!isPrefix || !text.startsWith(token)) break;
			else answers.push({ term, share: 0.3 + (0.4 * token.length) / text.length });
		}
		return answers;
	}

	/** Terms that differ from the token by a few letters, also where more letters follow. */
	resembling(token: string, errors: number): Answer[] {
		const wanted = lettersOf(token);
		const answers: Answer[] = [];
		for (let term = 0; term < this.#signs; term++) {
			const text = this.terms[term] ?? '';
			if (text.length < token.length - errors) continue;
			if (countBits(wanted & ~(this.#letters[term] ?? 0)) > errors) continue;
			const edits = countEdits(token, text, errors);
			if (edits <= errors)
				answers.push({ term, share: (0.4 / (1 + edits)) * Math.min(1, token.length / text.length) });
		}
		return answers;
	}

	/** For each entry the most that one of the terms is worth in it. */
	weigh(answers: readonly Answer[]): Float32Array {
		const best = new Float32Array(this.size);
		const exact = answers.find(({ share }) => share === 1);
		// The word itself may be common: no rare word that only begins like it says more.
		const most = (exact && this.#rarities[exact.term]) ?? Infinity;
		for (const { term, share } of answers) {
			const factor = share * Math.min(this.#rarities[term] ?? 0, most);
			const end = this.#firsts[term + 1] ?? 0;
			for (let at = this.#firsts[term] ?? end; at < end; at++) {
				const entry = this.#entries[at] ?? 0;
				const worth = (this.#weights[at] ?? 0) * factor;
				if (worth > (best[entry] ?? 0)) best[entry] = worth;
			}
		}
		return best;
	}

	/** The first term not before the token. */
	#find(token: string): number {
		let [low, high] = [0, this.terms.length];
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((this.terms[middle] ?? '') < token) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}

function countBits(bits: number): number {
	let count = 0;
	for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
	return count;
}
