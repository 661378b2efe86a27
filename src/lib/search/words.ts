import { m } from '$lib/paraglide/messages';
import type { SearchedKind } from './entry';

/** Headings of the groups of results. */
export const KINDS: Record<SearchedKind, () => string> = {
	document: m.search_kind_document,
	event: m.search_kind_event,
	person: m.search_kind_person,
	place: m.search_kind_place,
	formation: m.search_kind_formation,
	term: m.search_kind_term,
	front: m.search_kind_front,
	dispute: m.search_kind_dispute,
	movement: m.search_kind_movement
};
