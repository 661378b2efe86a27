import { z } from 'zod';
import { Text } from './basics';

/** A code that tasks may be tagged with. Where a collection has no such list, tags are free. */
export const StandardEntry = z.strictObject({
	/** As tasks write it: "CCSS RH.9-10.1". */
	code: Text,
	/** Whose code it is: rows of one framework stand together. */
	framework: Text,
	/** What it asks of students, in our own words and short; codes that ask the same share it. */
	label: Text
});

export const StandardsFile = z.array(StandardEntry);
