import type { Catalogue } from '$lib/model/catalogue';
import type { Phrase } from '$lib/model/collection';
import { referTo, type Reference } from '$lib/model/references';

/** A record that two texts speak of, with the phrases of each in the order of its text. */
export interface SharedMention {
	reference: Reference;
	first: Phrase[];
	second: Phrase[];
}

export interface SharedMentions {
	/** In the order in which the first text comes to them. */
	both: SharedMention[];
	/** How many records only one of the two speaks of. */
	onlyFirst: number;
	onlySecond: number;
}

/** What two documents speak of, by their phrases. That a letter gives its own date is no mention. */
export function sharedMentions(catalogue: Catalogue, first: string, second: string): SharedMentions {
	const [here, there] = [phrasesByTarget(catalogue, first), phrasesByTarget(catalogue, second)];
	const both = [...here].flatMap(([reference, phrases]) => {
		const others = there.get(reference);
		return others ? [{ reference, first: phrases, second: others }] : [];
	});
	return { both, onlyFirst: here.size - both.length, onlySecond: there.size - both.length };
}

function phrasesByTarget({ phrases }: Catalogue, document: string): Map<Reference, Phrase[]> {
	const found = new Map<Reference, Phrase[]>();
	const [first, end] = phrases.rowsOf(document);
	for (let row = first; row < end; row++) {
		const phrase = phrases.at(row);
		if (!phrase.target || phrase.target === referTo('document', document)) continue;
		const known = found.get(phrase.target);
		if (known) known.push(phrase);
		else found.set(phrase.target, [phrase]);
	}
	return found;
}
