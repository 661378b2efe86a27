import type { Catalogue } from '$lib/model/catalogue';
import { referTo } from '$lib/model/references';
import { intlLocale } from '$lib/ui/page-language';
import { PLACE_KINDS } from '$lib/ui/record-words';
import { positionText } from './position';
import { quoteOf, rowOf, type Row } from './rows';

/** Places by name. */
export function placeRows(catalogue: Catalogue): Row[] {
	return [...catalogue.data.places]
		.sort((a, b) => a.name.localeCompare(b.name, intlLocale()))
		.map((place) => ({
			...rowOf(catalogue, referTo('place', place.id), place),
			title: place.name,
			kind: PLACE_KINDS[place.kind](),
			names: place.names.map(({ text, lang }) => ({ text, lang })),
			facts: [positionText(place), place.description ?? '', place.note ?? ''].filter(Boolean),
			places: [],
			quotes: catalogue
				.phrasesFor(referTo('place', place.id))
				.map((phrase) => quoteOf(catalogue, phrase.document, phrase))
		}));
}
