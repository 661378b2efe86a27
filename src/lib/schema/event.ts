import { z } from 'zod';
import { Evidence, Id, Text, provenance } from './basics';
import { When } from './time';

export const EventEntry = z.strictObject({
	id: Id,
	title: Text,
	/** For the chart, where the title is long. */
	short_title: Text.optional(),
	summary: Text,
	kind: Id,
	/** Drawn in this desk's lane instead of the lane of its kind. */
	desk: Id.optional(),
	side: Id.optional(),
	/** Desks that did it or had it done, and knew of it without a letter; not the lane it is drawn in. */
	doing_of: z.array(Id).default([]),
	when: When,
	places: z.array(Id).default([]),
	people: z.array(Id).default([]),
	formations: z.array(Id).default([]),
	front: Id.optional(),
	evidence: z.array(Evidence).default([]),
	...provenance
});

export const EventsFile = z.array(EventEntry);
