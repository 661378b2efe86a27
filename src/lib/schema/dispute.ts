import { z } from 'zod';
import { Citations, Evidence, Id, Text } from './basics';
import { When } from './time';

/** One side of a disagreement, in its own terms. */
const Claim = z.strictObject({
	says: Text,
	/** Whose claim it is: an author, an archive, a text. */
	who: Text,
	/** The date the claim gives to the matter, where it gives one. */
	when: When.optional(),
	evidence: z.array(Evidence).default([]),
	sources: Citations,
	note: Text.optional()
});

/** disputes.yaml: where sources disagree, the claims side by side; no verdict of ours. */
export const DisputeEntry = z.strictObject({
	id: Id,
	/** A question that the claims answer differently. */
	title: Text,
	summary: Text,
	claims: z.array(Claim).min(2, 'at least two claims: one alone is no disagreement'),
	/** Records that the disagreement touches; each of their cards leads here. */
	documents: z.array(Id).default([]),
	events: z.array(Id).default([]),
	fronts: z.array(Id).default([]),
	formations: z.array(Id).default([]),
	note: Text.optional()
});

export const DisputesFile = z.array(DisputeEntry);
