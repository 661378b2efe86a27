import { z } from 'zod';
import { Citations, Evidence, Id, Language, Text, WebAddress, provenance } from './basics';
import { When } from './time';

/** A person or body at one end of the way, and the desk where it sat. */
const Party = z.strictObject({
	person: Id.optional(),
	/** As named in the source, where no person record fits. */
	name: Text.optional(),
	desk: Id.optional(),
	place: Id.optional(),
	/** What a go-between did: conveys, translates, deciphers. */
	role: Text.optional(),
	/** The desk this party works for, where it sits elsewhere: an embassy. What it sends or gets is not known to its host. */
	serves: Id.optional()
});

/** `unknown` says that we looked and do not know; a missing line says nothing. */
const RoleDate = z.union([z.literal('unknown'), When]);

export const PartRole = z.enum(['salutation', 'body', 'signature', 'dateline', 'heading']);

const Abstract = z.strictObject({ text: Text, origin: z.enum(['archive', 'editor']) });

/** Front matter of documents/<id>/document.md; the text follows it, paragraphs parted by blank lines. */
export const DocumentFile = z.strictObject({
	id: Id,
	title: Text,
	/** The words of the chart and the lists, where the archive's title is long. */
	short_title: Text.optional(),
	title_is: z.enum(['archive', 'descriptive']).default('archive'),
	kind: z.enum([
		'telegram',
		'letter',
		'conversation',
		'report',
		'order',
		'speech',
		'resolution',
		'note',
		'draft',
		'memorandum',
		'directive',
		'broadcast',
		'agreement',
		'estimate'
	]),
	/** full: the text stands below. precis: numbered statements of ours stand below. none: nothing is known of the words. */
	text: z.enum(['full', 'precis', 'none']),
	language: Language,
	original_language: Language.optional(),
	side: Id.optional(),
	from: z.array(Party).min(1),
	to: z.array(Party).min(1),
	via: z.array(Party).default([]),
	dates: z.strictObject({
		written: RoleDate.optional(),
		sent: RoleDate.optional(),
		received: RoleDate.optional(),
		deciphered: RoleDate.optional(),
		delivered: RoleDate.optional(),
		published: RoleDate.optional()
	}),
	/** Role of each paragraph below, in order; without it all are `body`. */
	parts: z.array(PartRole).optional(),
	abstract: Abstract.optional(),
	archive: z.strictObject({
		holder: Text.optional(),
		collection: Text.optional(),
		call_number: Text.optional(),
		citation: Text.optional(),
		translator: Text.optional(),
		url: WebAddress.optional(),
		credit: Text.optional(),
		rights: Text.optional()
	}),
	/** How much of it was seen by whoever wrote this record. */
	evidence: z.enum([
		'full-text',
		'partial-text',
		'abstract-only',
		'listed-only',
		'mentioned-only',
		'editors-note',
		'secondary-relay',
		'quoted-in-secondary',
		'references-only'
	]),
	evidence_note: Text.optional(),
	/** Where another document of the collection vouches that this one existed. */
	attested_by: z.array(Evidence).optional(),
	answers: z.array(Id).default([]),
	related: z.array(Id).default([]),
	/** Letters of the same exchange that the collection does not hold, in words. */
	unheld: z
		.array(z.strictObject({ relation: z.enum(['answers', 'answered-by', 'mentions']), text: Text }))
		.default([]),
	/** What the document names beyond the phrases that are anchored in the text below. */
	mentions: z
		.strictObject({
			places: z.array(Id).default([]),
			people: z.array(Id).default([]),
			formations: z.array(Id).default([]),
			documents: z.array(Id).default([])
		})
		.optional(),
	/** Why a reader would want it; our words. */
	significance: Text.optional(),
	/** Longer remarks shown beside the text. */
	notes: z.array(z.strictObject({ title: Text, text: Text, sources: Citations.optional() })).default([]),
	...provenance
});
