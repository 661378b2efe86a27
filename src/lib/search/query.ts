import { pairsOf, splitWords, type Word } from '$lib/model/spelling';

/** One word of a query: it is found when all tokens of one of its readings are. */
export interface QueryPart {
	/** As typed, folded. */
	word: string;
	/** The word as typed, and without what may be a particle at its end. */
	forms: string[];
	/** Tokens of each form. */
	readings: string[][];
	/** Whether more letters may follow. */
	isPrefix: boolean;
	/** Whether letters may be wrong: never in figures, nor in writing where each sign is a syllable or a word. */
	mayBeMistyped: boolean;
}

/**
 * Particles that follow a Korean name without a space: topic, subject, object, possessive, place, company, direction, "also", "only",
 * "to". The longest is tried first.
 */
const PARTICLES =
	/(에게서|으로부터|로부터|에게|에서|으로|부터|까지|한테|께서|은|는|이|가|을|를|의|에|와|과|로|도|만|께)$/;
const MISTYPED_FROM = 4;

export function readQuery(query: string): QueryPart[] {
	const words = splitWords(query);
	return words.map((word, index) => readWord(word, index === words.length - 1, words.length));
}

function readWord(word: Word, isLast: boolean, count: number): QueryPart {
	const { text, script } = word;
	if (script === 'other') {
		const isFigure = /^\d+$/.test(text);
		return {
			word: text,
			forms: [text],
			readings: [[text]],
			isPrefix: isFigure ? text.length > 2 : count === 1 || text.length > (isLast ? 1 : 2),
			mayBeMistyped: text.length >= MISTYPED_FROM && !/\d/.test(text)
		};
	}
	const stem = script === 'hangul' ? text.replace(PARTICLES, '') : text;
	const forms = stem.length >= 2 && stem !== text ? [text, stem] : [text];
	return {
		word: text,
		forms,
		readings: forms.map((form) => signsOf({ ...word, text: form })),
		isPrefix: [...text].length === 1,
		mayBeMistyped: false
	};
}

/** Pairs say more than the single signs they are made of. */
function signsOf(word: Word): string[] {
	const tokens = pairsOf(word).map(({ text }) => text);
	const pairs = tokens.filter((token) => [...token].length === 2);
	return [...new Set(pairs.length > 0 ? pairs : tokens)];
}

/** The words with two neighbours written as one, each way in which that can be done: "pak il u" is also "pakil u" and "pak ilu". */
export function joinNeighbours(parts: readonly QueryPart[]): QueryPart[][] {
	const isPlain = ({ word }: QueryPart) =>
		/^\p{L}+$/u.test(word) && !/[\p{Script=Han}\p{Script=Hangul}]/u.test(word);
	return parts.slice(1).flatMap((part, index) => {
		const before = parts[index];
		if (!before || !isPlain(before) || !isPlain(part)) return [];
		const word = before.word + part.word;
		const joined = {
			word,
			forms: [word],
			readings: [[word]],
			isPrefix: part.isPrefix,
			mayBeMistyped: word.length >= MISTYPED_FROM
		};
		return [[...parts.slice(0, index), joined, ...parts.slice(index + 2)]];
	});
}
