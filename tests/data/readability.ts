/** What a text is made of, and the school grade (US) that it asks for by Flesch and Kincaid’s formula of 1975. */
export interface Readability {
	sentences: number;
	words: number;
	syllables: number;
	grade: number;
}

/**
 * Measures English prose. Only what ends in a full stop, question mark or exclamation mark counts as a sentence: a name or a date
 * on a line of its own would make any text look easy.
 * @throws Error when there is no sentence
 */
export function measureReadability(text: string): Readability {
	const sentences = splitSentences(text).filter((sentence) => /[.?!][”’)\]]*$/.test(sentence));
	const words = sentences.flatMap(listWords);
	if (words.length === 0) throw new Error('no sentence to measure');
	const syllables = words.reduce((total, word) => total + countSyllables(word), 0);
	const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
	return { sentences: sentences.length, words: words.length, syllables, grade };
}

/** Sentences and lines in their order. */
export function splitSentences(text: string): string[] {
	return text
		.split(/\n+|(?<=[.?!][”’)\]]*)\s+/)
		.map((sentence) => sentence.trim())
		.filter(Boolean);
}

export function listWords(text: string): string[] {
	return text.match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** Groups of vowels, less a silent e and a silent -ed or -es: right for most English words, at most one out for the others. */
export function countSyllables(word: string): number {
	const letters = word
		.toLowerCase()
		.normalize('NFD')
		.replace(/[’']s$/, '')
		.replace(/[^a-z]/g, '');
	if (letters.length <= 3) return 1;
	const spoken = letters
		.replace(/(?<![aeiouydt])ed$/, '')
		.replace(/(?<=[aeiouy][bdfgklmnprtv])es$/, '')
		.replace(/(?<![aeiouyl])e$/, '')
		.replace(/(?<=[aeiouy]l)e$/, '');
	return Math.max(1, (spoken.match(/[aeiouy]+/g) ?? []).length);
}
