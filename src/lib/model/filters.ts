import type { Catalogue } from './catalogue';
import type { CollectionEvent, DocumentSummary } from './collection';
import { parseReference, referTo, type Reference } from './references';

/** What documents and events can be narrowed by. */
export const FACETS = ['desk', 'kind', 'side', 'certainty', 'text'] as const;
export type Facet = (typeof FACETS)[number];

/** Values chosen, by facet; a facet that is missing or empty lets everything through. */
export type Filters = Partial<Record<Facet, readonly string[]>>;

/** One value of a facet and how many records it would leave, the other facets as they are. */
export interface FacetOption {
	value: string;
	count: number;
}

export function isNarrowed(filters: Filters): boolean {
	return FACETS.some((facet) => (filters[facet]?.length ?? 0) > 0);
}

/** The values a record has: one that matches is enough. */
function valuesOf(
	kind: 'document' | 'event',
	record: DocumentSummary | CollectionEvent
): Record<Facet, string[]> {
	const common = {
		kind: [record.kind],
		side: record.side ? [record.side] : [],
		certainty: [record.certainty]
	};
	if (kind === 'event') {
		const { desk } = record as CollectionEvent;
		return { ...common, desk: desk ? [desk] : [], text: [] };
	}
	const { from, via, to, text } = record as DocumentSummary;
	return { ...common, desk: [...from, ...via, ...to].flatMap(({ desk }) => desk ?? []), text: [text] };
}

function passes(values: Record<Facet, string[]>, filters: Filters, without?: Facet): boolean {
	return FACETS.every((facet) => {
		const wanted = filters[facet];
		return facet === without || !wanted?.length || values[facet].some((value) => wanted.includes(value));
	});
}

/** Documents and events that do not pass. Other kinds of record are never filtered. */
export function filteredOut(catalogue: Catalogue, filters: Filters): ReadonlySet<Reference> {
	if (!isNarrowed(filters)) return new Set();
	const { documents, events } = catalogue.data;
	const out = new Set<Reference>();
	for (const one of documents)
		if (!passes(valuesOf('document', one), filters)) out.add(referTo('document', one.id));
	for (const one of events) if (!passes(valuesOf('event', one), filters)) out.add(referTo('event', one.id));
	return out;
}

/** The values that occur, in the collection's order, with the records each would leave. */
export function facetOptions(catalogue: Catalogue, filters: Filters): Record<Facet, FacetOption[]> {
	const { about, data } = catalogue;
	const records = [
		...data.documents.map((one) => valuesOf('document', one)),
		...data.events.map((one) => valuesOf('event', one))
	];
	const order: Record<Facet, string[]> = {
		desk: about.desks.map(({ id }) => id),
		kind: [...new Set(records.flatMap(({ kind }) => kind))].sort(
			(a, b) => eventRank(catalogue, a) - eventRank(catalogue, b)
		),
		side: about.sides.map(({ id }) => id),
		certainty: ['high', 'medium', 'low', 'unknown'],
		text: ['full', 'precis', 'none']
	};
	return Object.fromEntries(
		FACETS.map((facet) => {
			const counts = new Map<string, number>();
			for (const values of records) {
				for (const value of new Set(values[facet])) {
					counts.set(value, (counts.get(value) ?? 0) + (passes(values, filters, facet) ? 1 : 0));
				}
			}
			return [
				facet,
				order[facet].flatMap((value) => {
					const count = counts.get(value);
					return count === undefined ? [] : { value, count };
				})
			];
		})
	) as Record<Facet, FacetOption[]>;
}

/** Kinds of document first, then those of events as the collection lists them. */
function eventRank({ about }: Catalogue, kind: string): number {
	return about.event_kinds.findIndex(({ id }) => id === kind);
}

/** The facets and values of a text such as "desk:moscow,text:full"; null when one of them does not occur. */
export function parseFilters(text: string, catalogue: Catalogue): Filters | null {
	const options = facetOptions(catalogue, {});
	const filters: Partial<Record<Facet, string[]>> = {};
	for (const part of text.split(',')) {
		const [name, value = ''] = part.split(':');
		const facet = FACETS.find((known) => known === name);
		if (!facet || !options[facet].some((option) => option.value === value)) return null;
		(filters[facet] ??= []).push(value);
	}
	return filters;
}

export function printFilters(filters: Filters): string {
	return FACETS.flatMap((facet) => (filters[facet] ?? []).map((value) => `${facet}:${value}`)).join(',');
}

/** Whether filters can say anything of the record. */
export function isFilterable(reference: Reference): boolean {
	const kind = parseReference(reference)?.kind;
	return kind === 'document' || kind === 'event';
}
