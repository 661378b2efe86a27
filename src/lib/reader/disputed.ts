import type { Catalogue } from '$lib/model/catalogue';
import type { Dispute } from '$lib/model/collection';
import { parseReference, type Reference, type ReferenceKind } from '$lib/model/references';

const LISTS: Partial<Record<ReferenceKind, (dispute: Dispute) => readonly string[]>> = {
	document: ({ documents }) => documents,
	event: ({ events }) => events,
	front: ({ fronts }) => fronts,
	formation: ({ formations }) => formations
};

/** Disagreements that touch a record. */
export function disputesOn(reference: Reference, { data }: Catalogue): Dispute[] {
	const parsed = parseReference(reference);
	const idsIn = parsed && LISTS[parsed.kind];
	return idsIn ? data.disputes.filter((dispute) => idsIn(dispute).includes(parsed.id)) : [];
}
