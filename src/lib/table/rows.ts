import type { Catalogue } from '$lib/model/catalogue';
import type { CitationOf, EvidenceOf, Provenance } from '$lib/model/collection';
import type { Interval } from '$lib/model/interval';
import { referTo, type Reference } from '$lib/model/references';
import { openingView, printChoice } from '$lib/state/url';

/** One line of a table, in words: what chart and map draw, said. */
export interface Row {
	id: string;
	reference: Reference;
	when?: Interval;
	title: string;
	kind: string;
	/** Name of the side whose colour it has. */
	side?: string;
	/** Sentences that say the rest. */
	facts: string[];
	/** Names in other languages and scripts. */
	names?: { text: string; lang: string }[];
	places: { id: string; name: string }[];
	certainty: Provenance['certainty'];
	dispute: string[];
	sources: string[];
	/** Query of a link into the explorer that chooses it, without what the reader has set. */
	query: string;
	/** Exact words that vouch for it, each with the query that opens them. */
	quotes: { quote: string; query: string }[];
}

/** What all rows say of a record. */
export function rowOf(
	catalogue: Catalogue,
	reference: Reference,
	record: Provenance & { id: string; side?: string }
) {
	const side = catalogue.about.sides.find(({ id }) => id === record.side)?.name;
	return {
		id: record.id,
		reference,
		query: queryTo(catalogue, reference),
		...(side && { side }),
		certainty: record.certainty,
		dispute: record.dispute,
		sources: record.sources.map((citation) => sourceText(catalogue, citation))
	};
}

export function nameOf(
	catalogue: Catalogue,
	kind: 'place' | 'person' | 'source' | 'document',
	id: string
): string {
	return catalogue.titleOf(referTo(kind, id));
}

export function placesOf(catalogue: Catalogue, ids: readonly string[]) {
	return ids.map((id) => ({ id, name: nameOf(catalogue, 'place', id) }));
}

/** The phrases that vouch for a record. */
export function quotesOf(catalogue: Catalogue, evidence: readonly EvidenceOf[]) {
	return evidence.flatMap(({ document, annotation }) => {
		const found = annotation ? catalogue.findPhrase(document, annotation) : undefined;
		return found ? [quoteOf(catalogue, document, found)] : [];
	});
}

export function quoteOf(
	catalogue: Catalogue,
	document: string,
	{ id, quote }: { id: string; quote: string }
) {
	const target = catalogue.findPhrase(document, id)?.target ?? referTo('document', document);
	return { quote, query: print(catalogue, document, target, id) };
}

/** Opens a document by itself, anything else at the words that vouch for it, where there are any. */
function queryTo(catalogue: Catalogue, reference: Reference): string {
	const { opening } = catalogue.about;
	if (reference.startsWith('document:')) {
		return print(catalogue, reference.slice('document:'.length), reference, null);
	}
	const [phrase] = catalogue.phrasesFor(reference);
	return print(catalogue, phrase?.document ?? opening.document, reference, phrase?.id ?? null);
}

function print(catalogue: Catalogue, document: string, selection: Reference, phrase: string | null): string {
	return printChoice({ document, selection, phrase }, openingView(catalogue.about), catalogue);
}

function sourceText(catalogue: Catalogue, { source, locator }: CitationOf): string {
	const title = nameOf(catalogue, 'source', source);
	return locator ? `${title}, ${locator}` : title;
}
