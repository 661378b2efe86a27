import { z } from 'zod';
import { Certainty, Citations, Evidence, Id, Name, Text, provenance } from './basics';
import { Area } from './geometry';
import { When } from './time';

const FormationPosition = z.strictObject({
	when: When,
	/** Drawn as an area; without one the places are named and nothing is drawn. */
	area: Area.optional(),
	places: z.array(Id).default([]),
	label: Text.optional(),
	certainty: Certainty,
	sources: Citations,
	evidence: z.array(Evidence).default([]),
	note: Text.optional()
});

export const FormationEntry = z.strictObject({
	id: Id,
	name: Text,
	names: z.array(Name).default([]),
	side: Id,
	kind: z.enum(['front', 'army-group', 'army', 'corps', 'division', 'regiment', 'headquarters', 'other']),
	part_of: Id.optional(),
	commander: z
		.strictObject({ person: Id.optional(), name: Text.optional(), note: Text.optional() })
		.optional(),
	description: Text.optional(),
	positions: z.array(FormationPosition).default([]),
	...provenance
});

export const FormationsFile = z.array(FormationEntry);
