import { z } from 'zod';
import { Id, Name, Text, provenance } from './basics';

export const GlossaryEntry = z.strictObject({
	id: Id,
	term: Text,
	names: z.array(Name).default([]),
	definition: Text,
	see: z.array(Id).default([]),
	...provenance
});

export const GlossaryFile = z.array(GlossaryEntry);
