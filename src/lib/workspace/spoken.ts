import type { CollectionData } from '$lib/model/collection';
import { speakNames } from '$lib/model/speak';
import { getLocale } from '$lib/paraglide/runtime';
import { languageOf } from '$lib/state/language';

/** The collection with its names in the language of the page, as far as it has them. */
export function inPageLanguage(data: CollectionData): CollectionData {
	return speakNames(data, languageOf(getLocale()).tag);
}
