import { z } from 'zod';
import { Id, Name, Text, provenance } from './basics';

export const PersonEntry = z.strictObject({
	id: Id,
	name: Text,
	names: z.array(Name).default([]),
	/** The family name, where its place in `name` is not what the native script leads one to expect. */
	family: Text.optional(),
	role: Text,
	born: z.number().int().optional(),
	died: z.number().int().optional(),
	dates_checked: z.boolean().default(false),
	/** The desk where they sat. */
	desk: Id.optional(),
	/** The desk they worked for, where that is another: an ambassador. What they send or get is not known to their host. */
	serves: Id.optional(),
	...provenance
});

export const PeopleFile = z.array(PersonEntry);
