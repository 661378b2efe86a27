/** One written word of a text, folded. Offsets in UTF-16 units of the text as it stands. */
export interface Word {
	text: string;
	start: number;
	end: number;
	script: 'han' | 'hangul' | 'other';
	/** Whether it may be part of a name: its first letter is a capital. */
	isCapital: boolean;
	/** Whether only a hyphen stands between it and the word before. */
	isHyphened: boolean;
}

/** A word, or a part or join of words, under which a place in a text can be found. */
export interface Token {
	text: string;
	start: number;
	end: number;
}

/** What was looked for: single tokens, and whole names by their key (see `keyOf`). */
export interface SoughtWords {
	tokens: ReadonlySet<string>;
	names: ReadonlySet<string>;
}

const APOSTROPHES = /['’‘ʻʼ`´ʹ′]/g;
const RUN = /[\p{L}\p{N}\p{M}'’‘ʻʼ`´ʹ′]+/gu;
const SCRIPTS = /(\p{Script=Han}+)|(\p{Script=Hangul}+)|[^\p{Script=Han}\p{Script=Hangul}]+/gu;
const PLAIN = /^[A-Za-z0-9]+$/;
const POSSESSIVE = /['’]s$/i;
const HYPHENS = '-‐‑–';
const [A, Z] = [65, 90];
const LETTERS = 58;
const ORDINAL = /^(\d+)(?:st|nd|rd|th|d)$/;
/** Syllables of names as they are written in Latin letters are no longer than this. */
const SYLLABLE = 5;

/** Case, marks and apostrophes dropped: "P’yŏngyang" is "pyongyang". Hangul keeps its syllables. */
export function fold(text: string): string {
	const lower = text.toLowerCase();
	if (/^[a-z0-9]*$/.test(lower)) return lower;
	return lower
		.replace(APOSTROPHES, '')
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.normalize('NFC')
		.toLowerCase();
}

/** The words of a text in order; where the script changes a new word begins. */
export function splitWords(text: string): Word[] {
	const words: Word[] = [];
	let last: Word | undefined;
	for (const { 0: run, index } of text.matchAll(RUN)) {
		// Nearly every word is plain: the rest is for the others.
		if (PLAIN.test(run)) {
			const end = index + run.length;
			const isCapital = run.charCodeAt(0) >= A && run.charCodeAt(0) <= Z;
			const isHyphened = follows(text, last, index);
			last = { text: run.toLowerCase(), start: index, end, script: 'other', isCapital, isHyphened };
			words.push(last);
			continue;
		}
		for (const { 0: part, 1: han, 2: hangul, index: offset } of run.matchAll(SCRIPTS)) {
			const folded = fold(part.replace(POSSESSIVE, ''));
			if (!folded) continue;
			const start = index + offset;
			last = {
				text: folded,
				start,
				end: start + part.length,
				script: han ? 'han' : hangul ? 'hangul' : 'other',
				isCapital: /^\p{Lu}/u.test(part),
				isHyphened: follows(text, last, start)
			};
			words.push(last);
		}
	}
	return words;
}

function follows(text: string, before: Word | undefined, start: number): boolean {
	return before?.end === start - 1 && HYPHENS.includes(text.charAt(start - 1));
}

/**
 * Everything under which the words of a text are found: words, joins of hyphened words and of neighbouring short capitalised ones
 * ("Il-u", "Il U": il, u, ilu), numbers of ordinals, pairs of Chinese characters and of hangul syllables, single characters.
 */
export function tokenise(text: string): Token[] {
	const words = splitWords(text);
	const tokens: Token[] = [];
	words.forEach((word, index) => {
		if (word.script !== 'other') {
			tokens.push(...pairsOf(word));
			return;
		}
		tokens.push({ text: word.text, start: word.start, end: word.end });
		const isFigure = word.text.charCodeAt(0) < LETTERS;
		const number = isFigure ? ORDINAL.exec(word.text)?.[1] : undefined;
		if (number) tokens.push({ text: number, start: word.start, end: word.end });
		const before = words[index - 1];
		if (before && areOneName(before, word))
			tokens.push({ text: before.text + word.text, start: before.start, end: word.end });
	});
	return tokens;
}

/** Pairs of neighbouring letters, one the end of the other; of Chinese also each letter by itself. */
export function pairsOf({ text, start, script }: Word): Token[] {
	const letters = [...text];
	const tokens: Token[] = [];
	let at = start;
	letters.forEach((letter, index) => {
		const next = letters[index + 1];
		if (script === 'han' || letters.length === 1)
			tokens.push({ text: letter, start: at, end: at + letter.length });
		if (next) tokens.push({ text: letter + next, start: at, end: at + letter.length + next.length });
		at += letter.length;
	});
	return tokens;
}

function areOneName(before: Word, word: Word): boolean {
	if (before.script !== 'other') return false;
	if (word.isHyphened) return true;
	return (
		before.isCapital &&
		word.isCapital &&
		word.start - before.end === 1 &&
		before.text.length <= SYLLABLE &&
		word.text.length <= SYLLABLE
	);
}

/** A name however its parts are set apart: "Pak Il-u", "Pak Il U" and "Pak Ilu" are all "pakilu". */
export function keyOf(name: string): string {
	return splitWords(name)
		.map(({ text }) => text)
		.join('');
}

/** The stretches of a text that answer to what was looked for: in order, none touching another. */
export function findSpans(text: string, { tokens, names }: SoughtWords): [number, number][] {
	const spans: [number, number][] = tokenise(text)
		.filter((token) => tokens.has(token.text))
		.map(({ start, end }) => [start, end]);
	if (names.size > 0) for (const [start, end] of findNames(splitWords(text), names)) spans.push([start, end]);
	spans.sort(([a], [b]) => a - b);
	const merged: [number, number][] = [];
	for (const [start, end] of spans) {
		const last = merged.at(-1);
		if (last && start <= last[1]) last[1] = Math.max(last[1], end);
		else merged.push([start, end]);
	}
	return merged;
}

/** Where names, given by their keys, stand in a row of words; a Chinese or Korean one may stand inside a longer word. */
export function* findNames(
	words: readonly Word[],
	names: ReadonlySet<string>
): Generator<[start: number, end: number, key: string]> {
	const longest = Math.max(0, ...Array.from(names, (name) => name.length));
	for (const [index, word] of words.entries()) {
		if (word.script !== 'other') {
			for (let from = 0; from < word.text.length; from++) {
				for (let to = from + 2; to <= word.text.length && to - from <= longest; to++) {
					const part = word.text.slice(from, to);
					if (names.has(part)) yield [word.start + from, word.start + to, part];
				}
			}
			continue;
		}
		let key = '';
		for (const next of words.slice(index, index + longest)) {
			if (next.script !== 'other' || key.length >= longest) break;
			key += next.text;
			if (names.has(key)) yield [word.start, next.end, key];
		}
	}
}
