import { distance } from 'fastest-levenshtein';

/** Nobody mistypes a longer one, and comparing it takes long. */
const LONGEST_WORD = 200;

/** The known word that was probably meant; null when none is near. */
export function suggest(word: string, known: Iterable<string>): string | null {
	if (word.length > LONGEST_WORD) return null;
	const wanted = fold(word);
	if (!wanted) return null;
	const limit = Math.max(1, Math.floor(wanted.length * 0.34));
	let best: { word: string; cost: number } | null = null;
	for (const candidate of known) {
		if (candidate.length > LONGEST_WORD) continue;
		const cost = costOf(wanted, fold(candidate), limit);
		if (cost !== null && (!best || cost < best.cost)) best = { word: candidate, cost };
	}
	return best?.word ?? null;
}

/** `did you mean "x"?` with a way out; or only the way out. */
export function didYouMean(word: string, known: Iterable<string>, otherwise: string): string {
	const meant = suggest(word, known);
	if (meant === null) return otherwise;
	return `did you mean "${meant}"? Or ${otherwise}`;
}

/** 0 is the same word; half-integers mark words of which one holds the other. */
function costOf(wanted: string, candidate: string, limit: number): number | null {
	const gap = Math.abs(wanted.length - candidate.length);
	const typos = isShuffled(wanted, candidate) ? 1 : gap <= limit ? distance(wanted, candidate) : Infinity;
	if (typos <= limit) return typos;
	const [short, long] = wanted.length <= candidate.length ? [wanted, candidate] : [candidate, wanted];
	// "inchon" for "inchon-harbour": a whole part of the id, not just letters in it.
	return short.length >= 3 && `-${long}-`.includes(`-${short}-`) ? limit + 0.5 + gap / 1000 : null;
}

/** Letters in another order are one slip of the fingers. */
function isShuffled(a: string, b: string): boolean {
	const sort = (word: string) => [...word].sort().join('');
	const sum = (word: string) => [...word].reduce((total, letter) => total + letter.charCodeAt(0), 0);
	return a.length === b.length && a.length > 2 && a !== b && sum(a) === sum(b) && sort(a) === sort(b);
}

function fold(word: string): string {
	return word
		.normalize('NFKD')
		.replace(/\p{M}|['’]/gu, '')
		.toLowerCase()
		.replace(/[\s_.]+/g, '-');
}
