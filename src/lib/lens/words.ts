import type { Catalogue } from '$lib/model/catalogue';
import type { Facet } from '$lib/model/filters';
import { m } from '$lib/paraglide/messages';
import { CERTAINTIES, DOCUMENT_KINDS } from '$lib/ui/record-words';

const FACET_NAMES: Record<Facet, () => string> = {
	desk: m.lens_facet_desk,
	kind: m.lens_facet_kind,
	side: m.lens_facet_side,
	certainty: m.lens_facet_certainty,
	text: m.lens_facet_text
};

const TEXTS: Record<string, () => string> = {
	full: m.lens_text_full,
	precis: m.lens_text_precis,
	none: m.lens_text_none
};

export function facetName(facet: Facet): string {
	return FACET_NAMES[facet]();
}

/** A value of a facet as people say it: the collection's own names, or the interface's words for closed lists. */
export function valueName(facet: Facet, value: string, { about }: Catalogue): string {
	const nameOf = (list: readonly { id: string; name: string }[]) =>
		list.find(({ id }) => id === value)?.name ?? value;
	switch (facet) {
		case 'desk':
			return nameOf(about.desks);
		case 'side':
			return nameOf(about.sides);
		case 'certainty':
			return wordOf(CERTAINTIES, value) ?? value;
		case 'text':
			return wordOf(TEXTS, value) ?? value;
		case 'kind':
			return wordOf(DOCUMENT_KINDS, value) ?? nameOf(about.event_kinds);
	}
}

function wordOf(words: Record<string, () => string>, value: string): string | undefined {
	return words[value]?.();
}
