import { z } from 'zod';
import { Text } from './basics';
import { readEdtf } from './read-edtf';

/** Level 0–2 of EDTF (ISO 8601-2), as the edtf library reads it. */
export const Edtf = z.string().superRefine((text, context) => {
	try {
		readEdtf(text);
	} catch {
		context.addIssue({
			code: 'custom',
			message: 'a date in EDTF, such as 1911-03-04, 1911-03, 1911-03-04/1911-03-06 or 1911-03-04~'
		});
	}
});

/** IANA zone name; the offset of the date itself is taken from the zone's history. */
export const Zone = z.string().refine(
	(name) => {
		try {
			new Intl.DateTimeFormat('en', { timeZone: name });
			return true;
		} catch {
			return false;
		}
	},
	{ message: 'a time zone of the IANA list, such as Africa/Cairo' }
);

const hourMinute = '(?:[01]\\d|2[0-3]):[0-5]\\d';

/** "14:30", or a span "14:30/15:10"; a span that ends earlier than it starts ends on the next day. */
export const Clock = z
	.string()
	.regex(
		new RegExp(`^${hourMinute}(?:/${hourMinute})?$`),
		'a clock time "14:30", or a span "14:30/15:10", in quotes'
	);

/** Parts of a day as writers of letters use them; model/interval.ts says which hours each may mean. */
export const DayPart = z.enum(['small-hours', 'dawn', 'morning', 'noon', 'afternoon', 'evening', 'night']);

/** A date as far as it is known: the short form is the EDTF text alone. */
export const When = z.union([
	Edtf,
	z.strictObject({
		edtf: Edtf,
		clock: Clock.optional(),
		part: DayPart.optional(),
		/** Zone of the clock; without it that of the record's place, then the collection's. */
		zone: Zone.optional(),
		as_written: Text.optional(),
		certainty: z.enum(['high', 'medium', 'low', 'unknown']).optional(),
		note: Text.optional()
	})
]);
