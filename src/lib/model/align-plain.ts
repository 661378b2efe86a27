import type { PlainText } from './lesson';

export interface Stretch {
	start: number;
	end: number;
}

/** Where each sentence stands, and what of the text belongs to none. */
export interface Alignment {
	/** null for a sentence that is not to be found after those before it. */
	found: (Stretch | null)[];
	/** Words of the text between two sentences, or after the last; `before` is the sentence they were to stand before. */
	left: { before: number; text: string }[];
}

/**
 * Sets sentences beside the text they are of, in order. Any run of white space stands for any other: in a file a sentence may be
 * broken over lines.
 */
export function alignSentences(text: string, sentences: readonly string[]): Alignment {
	const alignment: Alignment = { found: [], left: [] };
	let at = 0;
	const note = (end: number, before: number) => {
		const between = text.slice(at, end).trim();
		if (between) alignment.left.push({ before, text: between });
	};
	for (const [index, sentence] of sentences.entries()) {
		const pattern = sentence
			.trim()
			.split(/\s+/)
			.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
			.join('\\s+');
		const match = new RegExp(pattern).exec(text.slice(at));
		if (!match) {
			alignment.found.push(null);
			continue;
		}
		const start = at + match.index;
		note(start, index);
		at = start + match[0].length;
		alignment.found.push({ start, end: at });
	}
	note(text.length, sentences.length);
	return alignment;
}

/** A sentence of a document and the same in plainer words. */
export interface PlainSentence {
	original: string;
	plain: string;
	change?: string;
}

/** The plain version of a text, each sentence under its original. */
export interface PlainPairs {
	note: string;
	language: string;
	/** Language of the original. */
	of: string;
	sentences: PlainSentence[];
}

/** @param of language of the text; @returns null where nobody has written a plain version */
export function pairPlain(
	{ text, plain }: { text: string; plain?: PlainText },
	of: string
): PlainPairs | null {
	if (!plain) return null;
	const { note, language, sentences } = plain;
	return {
		...{ note, language, of },
		sentences: sentences.map(({ start, end, ...rest }) => ({ original: text.slice(start, end), ...rest }))
	};
}
