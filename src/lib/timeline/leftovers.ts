import type { DocumentSummary } from '$lib/model/collection';
import { referTo, type Reference } from '$lib/model/references';
import type { MarkIndex } from './mark-index';
import type { Marks } from './marks';

/** Records that are not drawn, for one reason. */
export interface Leftover {
	why: 'undated' | 'unplaced' | 'left-out' | 'earlier' | 'later' | 'folded';
	count: number;
	/** At most so many as were asked for: of those in time the nearest, in order. */
	list: (most: number) => Reference[];
}

/** What no window shows: records without a place on the chart, and those the filters leave out. */
export function findNowhere({ undated, unplaced }: Marks, filteredOut: ReadonlySet<Reference>): Leftover[] {
	const passing = (documents: readonly DocumentSummary[]) =>
		documents.map(({ id }) => referTo('document', id)).filter((reference) => !filteredOut.has(reference));
	const loose = { undated: passing(undated), unplaced: passing(unplaced) };
	return [
		{ why: 'undated', count: loose.undated.length, list: (most) => loose.undated.slice(0, most) },
		{ why: 'unplaced', count: loose.unplaced.length, list: (most) => loose.unplaced.slice(0, most) },
		{ why: 'left-out', count: filteredOut.size, list: (most) => [...filteredOut].slice(0, most) }
	];
}

/** What this window does not show. Costs nothing to count; lists are made when they are asked for. */
export function findElsewhen(index: MarkIndex, [from, to]: readonly [number, number]): Leftover[] {
	const references = (first: number, end: number) =>
		index.facts.slice(first, end).map(({ reference }) => reference);
	const [before, until] = [index.countBefore(from), index.countBefore(to + 1)];
	return [
		{ why: 'earlier', count: before, list: (most) => references(Math.max(before - most, 0), before) },
		{
			why: 'later',
			count: index.facts.length - until,
			list: (most) => references(until, until + most)
		}
	];
}
