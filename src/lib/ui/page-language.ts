import { m } from '$lib/paraglide/messages';
import { baseLocale, getLocale } from '$lib/paraglide/runtime';

/** What the formats of the browser call the language of the page. */
export function intlLocale(): string {
	return getLocale() === baseLocale ? 'en-GB' : getLocale();
}

/**
 * The language of a text of the collection, for `lang`, where it is not the page's: what the collection has in no other language stands
 * there in English. A text in more than one script is of the language that most of it is written in.
 */
export function langOf(text: string): string | undefined {
	if (getLocale() === baseLocale) return undefined;
	const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
	const own = text.match(/[\p{Script=Hangul}\p{Script=Han}]/gu)?.length ?? 0;
	// A syllable of Korean or a character of Chinese is worth two letters and more.
	return latin > own * 2 ? baseLocale : undefined;
}

/** The language of the page, for words of the interface amid those of a document; nothing is said where that is the usual one. */
export function pageLang(): string | undefined {
	const locale = getLocale();
	return locale === baseLocale ? undefined : locale;
}

/** "Seoul, Inch’on, Wonsan": names side by side. */
export function joinList(parts: readonly string[]): string {
	return join(parts, m.join_list);
}

/** "sent on 1 October; receipt unknown": parts of one sentence. */
export function joinClauses(parts: readonly string[]): string {
	return join(parts, m.join_clauses);
}

/** One sentence after another, each with its stop. */
export function joinSentences(parts: readonly string[]): string {
	return join(parts, m.join_sentences);
}

function join(parts: readonly string[], pair: (parts: { before: string; after: string }) => string): string {
	return parts.length === 0 ? '' : parts.reduce((before, after) => pair({ before, after }));
}
