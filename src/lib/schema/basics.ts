import { z } from 'zod';

/** Ids are file names, URL parts and DOM hooks: lower case, digits, hyphens. */
export const Id = z
	.string()
	.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id of lower-case letters, digits and single hyphens');

/** One or more sentences, never empty: what is unknown is left out. */
export const Text = z.string().trim().min(1, 'some text; leave the line out when it is unknown');

/** BCP 47, as HTML's `lang` wants it: en, ko, zh-Hans, zh-Hant, ru, ko-Latn. */
export const Language = z
	.string()
	.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'a language tag such as en, ko, zh-Hans or ko-Latn');

export const Certainty = z.enum(['high', 'medium', 'low', 'unknown']);

/** Holders' own addresses only; what has no such address is cited without a link. */
export const WebAddress = z.url({ protocol: /^https?$/, hostname: z.regexes.domain });

/** A citation: the id of a source in sources.yaml, alone or with the place in it. */
export const Citation = z.union([
	Id,
	z.strictObject({
		source: Id,
		/** Chapter, page, document number: as printed. */
		locator: Text.optional(),
		/** Whether the passage itself was read when the record was written. */
		seen: z.boolean().optional(),
		note: Text.optional()
	})
]);

export const Citations = z.array(Citation).min(1, 'at least one source');

/** What every record of a collection carries. */
export const provenance = {
	certainty: Certainty,
	sources: Citations,
	/** Where sources disagree, each claim in its own words: shown side by side, not settled. */
	dispute: z.array(Text).optional(),
	note: Text.optional()
};

/** A name in another spelling, language or script. */
export const Name = z.strictObject({
	text: Text,
	lang: Language,
	use: z.enum(['modern', 'native', 'variant', 'historical']).default('native')
});

/** Exact words of a document that vouch for a record. */
export const Evidence = z.strictObject({ document: Id, annotation: Id.optional() });
