import { baseLocale, getLocale, type Locale } from '$lib/paraglide/runtime';
import { tables } from 'virtual:word-tables';

type Inputs = Record<string, unknown>;
type Word = string | ((inputs: Inputs) => string);

const known = new Map<Locale, readonly Word[]>();

/** Where the words of a language are, from the root of the site; null while the site is being worked on. */
export function addressOfWords(locale: Locale): string | null {
	const address = tables[locale];
	return address === undefined ? null : address.slice(address.indexOf('_app/'));
}

/** Fetches the words of a language: nothing can be said in it before. */
export async function learnWords(locale: Locale): Promise<void> {
	const address = tables[locale];
	if (address === undefined || known.has(locale)) return;
	const { default: words } = (await import(/* @vite-ignore */ address)) as { default: readonly Word[] };
	known.set(locale, words);
}

/** What each message of the interface comes down to in the built site: see `server/split-words`. */
export function say(place: number, inputs: Inputs = {}, { locale = getLocale() }: { locale?: Locale } = {}) {
	const [anyone = []] = known.values();
	const word = (known.get(locale) ?? known.get(baseLocale) ?? anyone)[place] ?? '';
	return typeof word === 'string' ? word : word(inputs);
}
