import { cleanName, isSameParty, looksLikeName, readSalutation, readTitle, splitNames } from './parties';

export interface Letterhead {
	authors: string[];
	addressees: string[];
	via: string[];
	/** Index of the salutation among the text's lines. */
	salutation: number | null;
	/** `index` is a line of the text; null means the title. */
	doubts: { message: string; index: number | null }[];
}

/**
 * Joins what title, catalogue, salutation and signature say about sender, addressee and go-between. The text decides who
 * was told to pass it on, the title how names are printed; where they differ both stand in the doubts.
 * @param catalogued names under the archive's "Author(s)"
 * @param text lines of the document, from its first
 */
export function joinParties(
	title: string,
	catalogued: string[],
	text: string[],
	signature: string | null = null
): Letterhead {
	const named = readTitle(title, signature);
	const conversation = /\b(?:conversations?|meetings?|talks?|minutes|between)\b/i.test(title);
	const opening = conversation ? null : readSalutation(text);
	const at = opening?.line ?? null;
	const doubts: Letterhead['doubts'] = named.doubts.map((message) => ({ message, index: null }));
	const authors = readAuthors(named.authors, catalogued, signature, doubts);
	const spelled = (name: string) => {
		return [...named.addressees, ...named.via, ...authors].find((known) => isSameParty(known, name)) ?? name;
	};
	const toldTo = (opening?.via ?? []).map(spelled);
	const addressed = (opening?.addressees ?? []).map(spelled);
	const via = unique([...named.via, ...toldTo]);
	const isVia = (name: string) => via.some((other) => isSameParty(other, name));
	const titled = named.addressees.filter((name) => !isVia(name));
	if (titled.length < named.addressees.length) {
		doubts.push({ message: 'The title names as addressee whom the text tells to pass it on.', index: at });
	}
	const isMissed = (name: string) => !titled.some((other) => isSameParty(other, name)) && !isVia(name);
	if (titled.length === 0) {
		const addressees = unique(addressed);
		if (addressees.length > 0)
			doubts.push({ message: 'The addressee was taken from the salutation.', index: at });
		else doubts.push({ message: 'No addressee was found.', index: null });
		return { authors, addressees, via, salutation: at, doubts };
	}
	const missed = addressed.filter(isMissed);
	if (missed.length > 0) {
		const message = `The text is addressed to ${missed.join(', ')}; the title says ${titled.join(', ')}, which was kept.`;
		doubts.push({ message, index: at });
	}
	if (toldTo.length > 0 && !named.via.some((name) => isSameParty(name, toldTo[0] ?? ''))) {
		const message = `The title does not name ${toldTo.join(', ')}, whom the text tells to pass it on.`;
		doubts.push({ message, index: at });
	}
	return { authors, addressees: titled, via, salutation: at, doubts };
}

function readAuthors(
	titled: string[],
	catalogued: string[],
	signature: string | null,
	doubts: Letterhead['doubts']
): string[] {
	if (catalogued.length > 0) {
		return unique(
			catalogued.map((name) => titled.find((known) => isSameParty(known, name)) ?? plainName(name))
		);
	}
	if (titled.length > 0) return titled;
	const signed = splitNames((signature ?? '').replaceAll('\n', ', ')).filter(looksLikeName);
	if (signed.length > 0)
		doubts.push({ message: 'The sender was taken from the signature alone.', index: null });
	else doubts.push({ message: 'No sender was found.', index: null });
	return unique(signed);
}

/** The catalogue adds years of life: "Fedorenko, Nikolai Trofimovich 1912-". */
function plainName(name: string): string {
	return cleanName(name.replace(/[,\s]+\(?\d{4}\s?[-–]\s?(?:\d{4})?\)?$/, ''));
}

function unique(names: string[]): string[] {
	return names.filter((name, index) => names.findIndex((other) => isSameParty(other, name)) === index);
}
