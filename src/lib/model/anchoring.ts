import { distance } from 'fastest-levenshtein';

/** W3C TextQuoteSelector with an optional TextPositionSelector; offsets in UTF-16 units. */
export interface Selector {
	quote: string;
	prefix?: string;
	suffix?: string;
	start?: number;
	end?: number;
}

export type Anchoring =
	| { ok: true; start: number; end: number }
	| { ok: false; reason: 'missing' }
	/** The first of the places, at most MOST_PLACES of them. */
	| { ok: false; reason: 'ambiguous'; starts: number[] }
	| { ok: false; reason: 'moved'; start: number; end: number };

/** Whoever has to choose between more places chooses other words. */
export const MOST_PLACES = 10;

/** Finds the one place in the text that the selector means. Never a guess: a quote that stands nowhere or twice is refused. */
export function anchor(text: string, selector: Selector): Anchoring {
	const { quote, prefix = '', suffix = '' } = selector;
	const needle = prefix + quote + suffix;
	const starts: number[] = [];
	for (
		let at = text.indexOf(needle);
		at >= 0 && starts.length < MOST_PLACES;
		at = text.indexOf(needle, at + 1)
	)
		starts.push(at + prefix.length);
	const [start] = starts;
	if (start === undefined) return { ok: false, reason: 'missing' };
	if (starts.length > 1) return { ok: false, reason: 'ambiguous', starts };
	const end = start + quote.length;
	const moved = (selector.start ?? start) !== start || (selector.end ?? end) !== end;
	return moved ? { ok: false, reason: 'moved', start, end } : { ok: true, start, end };
}

/** Longer quotes and texts are not searched for a likeness: an editor's help must not cost seconds. */
const MOST_COMPARISONS = 20_000;
const LONGEST_QUOTE = 1_000;

/** The run of words of the text that looks most like the quote; null when nothing does. */
export function nearestMatch(text: string, quote: string): string | null {
	if (quote.length > LONGEST_QUOTE || text.length > MOST_COMPARISONS * 10) return null;
	const words = [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
		start: index,
		end: index + word.length
	}));
	const length = quote.split(/\s+/).filter(Boolean).length;
	let best: { text: string; cost: number } | null = null;
	for (const size of new Set([length, length - 1, length + 1])) {
		if (size < 1 || words.length * quote.length > MOST_COMPARISONS * 20) continue;
		for (let index = 0; index + size <= words.length; index++) {
			const candidate = text.slice(words[index]?.start, words[index + size - 1]?.end);
			const cost = distance(candidate.toLowerCase(), quote.toLowerCase());
			if (!best || cost < best.cost) best = { text: candidate, cost };
		}
	}
	return best && best.cost <= Math.max(2, quote.length * 0.5) ? best.text : null;
}
