import { currentCollection } from '$lib/server/current-collection';
import type { CitationOf, CollectionData, Source } from '$lib/model/collection';
import { siteOf } from '../site';

/** Kinds in the order in which a bibliography has them: first what was written then, then what was written about it. */
const ORDER: readonly Source['kind'][] = [
	'document',
	'archive',
	'newspaper',
	'book',
	'chapter',
	'article',
	'web',
	'dataset'
];

export function load() {
	const { data, bodies } = currentCollection();
	const cited = countCitations(
		data,
		[...bodies.values()].flatMap(({ notes }) => notes)
	);
	const groups = ORDER.map((kind) => ({
		kind,
		sources: data.sources
			.filter((source) => source.kind === kind)
			.map((source) => ({ ...source, cited: cited.get(source.id) ?? 0 }))
			.sort((a, b) => sortKey(a).localeCompare(sortKey(b)))
	})).filter(({ sources }) => sources.length > 0);
	const seen = { whole: 0, passages: 0, listed: 0, 'not-reread': 0 };
	for (const source of data.sources) seen[source.seen]++;
	return { site: siteOf(data.about), groups, seen };
}

function sortKey({ authors, title }: Source): string {
	return `${authors[0] ?? ''} ${title}`.trim();
}

/** How many records cite each source, by its id. */
function countCitations(
	data: CollectionData,
	notes: readonly { sources: CitationOf[] }[]
): Map<string, number> {
	const { documents, events, places, people, formations, movements, fronts, terms, disputes } = data;
	const records = [
		...[documents, events, places, people, formations, movements, fronts, terms].flat(),
		...formations.flatMap(({ positions }) => positions),
		...disputes.flatMap(({ claims }) => claims),
		...notes
	];
	const counts = new Map<string, number>();
	for (const { sources } of records) {
		for (const source of new Set(sources.map((citation) => citation.source)))
			counts.set(source, (counts.get(source) ?? 0) + 1);
	}
	return counts;
}
