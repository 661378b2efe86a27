import { z } from 'zod';
import { Evidence, Id, Name, Text, provenance } from './basics';
import { Area, Path } from './geometry';
import { When } from './time';

/** movements.yaml: what was proposed, reported or carried out. Proposed never looks like carried out. */
export const MovementEntry = z.strictObject({
	id: Id,
	label: Text,
	/** The label in other languages. */
	labels: z.array(Name).optional(),
	status: z.enum(['proposed', 'reported', 'happened']),
	formation: Id.optional(),
	side: Id,
	when: When,
	/** Direction arrows, each drawn from its first to its last position. Schematic unless a source gives the road. */
	paths: z.array(Path).default([]),
	/** For what is to stay and spread out. */
	area: Area.optional(),
	evidence: z.array(Evidence).min(1),
	...provenance
});

export const MovementsFile = z.array(MovementEntry);
