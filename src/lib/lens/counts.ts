import type { Catalogue } from '$lib/model/catalogue';
import type { Knowledge } from '$lib/model/knowledge';
import { referTo, type Reference } from '$lib/model/references';
import { firstFrom } from '$lib/model/stretches';

/** How many documents there are, and when each may first, and must at last, have been known at a desk: sorted, milliseconds. */
export interface Reception {
	total: number;
	earliest: Float64Array;
	latest: Float64Array;
}

/** Read once for a desk, so that a moving cursor only has to look it up. */
export function receptionAt(
	knowledge: Knowledge,
	{ data }: Catalogue,
	filteredOut: ReadonlySet<Reference>
): Reception {
	const documents = data.documents.filter(({ id }) => !filteredOut.has(referTo('document', id)));
	const receipts = documents.flatMap(({ id }) => knowledge.receiptOf('document', id) ?? []);
	return {
		total: documents.length,
		earliest: Float64Array.from(receipts, ({ earliest }) => earliest).sort(),
		latest: Float64Array.from(receipts, ({ latest }) => latest).sort()
	};
}

/** @param instant milliseconds UTC, whole */
export function countAt({ total, earliest, latest }: Reception, instant: number) {
	const known = firstFrom(latest, instant + 1);
	const begun = firstFrom(earliest, instant + 1);
	return { known, maybe: begun - known, unknown: total - begun };
}
