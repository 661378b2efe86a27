import { z } from 'zod';
import { Id, Text, WebAddress } from './basics';

export const SourceEntry = z.strictObject({
	id: Id,
	kind: z.enum(['book', 'chapter', 'article', 'archive', 'dataset', 'web', 'document', 'newspaper']),
	authors: z.array(Text).default([]),
	title: Text,
	container: Text.optional(),
	publisher: Text.optional(),
	/** As printed; EDTF where it is a date. */
	year: z.union([z.number().int(), Text]).optional(),
	pages: Text.optional(),
	/** The holder's or publisher's own address. */
	url: WebAddress.optional(),
	licence: Text.optional(),
	/** What of it was read for this collection. */
	seen: z.enum(['whole', 'passages', 'listed', 'not-reread']),
	note: Text.optional()
});

export const SourcesFile = z.array(SourceEntry);
