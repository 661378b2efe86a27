import { z } from 'zod';
import { Certainty, Id, Text } from './basics';

/**
 * W3C Web Annotation selectors: TextQuoteSelector (exact, prefix, suffix) and, where wanted, TextPositionSelector (start, end in
 * UTF-16 units of the document's text). A position must agree with the quote.
 */
const Selector = {
	quote: z.string().min(1),
	prefix: z.string().optional(),
	suffix: z.string().optional(),
	start: z.number().int().nonnegative().optional(),
	end: z.number().int().positive().optional()
};

/** What a passage does, in the words of speech-act description. */
export const Act = z.enum([
	'informs',
	'acknowledges',
	'asks',
	'proposes',
	'advises',
	'urges',
	'orders',
	'requests-reply',
	'promises',
	'refuses'
]);

const common = { id: Id, ...Selector, note: Text.optional(), certainty: Certainty.default('high') };

/** One entry of annotations.yaml: a phrase and what it speaks of. `kind` decides which other line is needed. */
export const AnnotationEntry = z.discriminatedUnion('kind', [
	z.strictObject({ ...common, kind: z.literal('place'), place: Id }),
	z.strictObject({ ...common, kind: z.literal('person'), person: Id }),
	z.strictObject({ ...common, kind: z.literal('formation'), formation: Id }),
	z.strictObject({ ...common, kind: z.literal('document'), document: Id }),
	z.strictObject({ ...common, kind: z.literal('event'), event: Id }),
	z.strictObject({ ...common, kind: z.literal('front'), front: Id }),
	z.strictObject({ ...common, kind: z.literal('movement'), movement: Id }),
	z.strictObject({ ...common, kind: z.literal('term'), term: Id }),
	z.strictObject({ ...common, kind: z.literal('date'), event: Id.optional(), document: Id.optional() }),
	z.strictObject({ ...common, kind: z.literal('act'), act: Act }),
	z.strictObject({ ...common, kind: z.literal('note'), note: Text })
]);

export const AnnotationsFile = z.array(AnnotationEntry);
