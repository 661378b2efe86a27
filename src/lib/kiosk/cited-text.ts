import type { CitationOf, Source } from '$lib/model/collection';

/** A source in one line, as far as it is known: "Roy E. Appleman, South to the Naktong (1961), ch. XXI". */
export function citedText(source: Source, { locator }: Pick<CitationOf, 'locator'>): string {
	const { authors = [], title, container, publisher, year } = source;
	const made = [publisher, year].filter(Boolean).join(', ');
	const work = [title, container].filter(Boolean).join(', ');
	return [authors.join(', '), made ? `${work} (${made})` : work, locator].filter(Boolean).join(', ');
}
