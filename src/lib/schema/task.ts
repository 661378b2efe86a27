import { z } from 'zod';
import { Evidence, Id, Text } from './basics';
import { Position } from './geometry';

/** Why an answer holds or does not, and the phrase that shows it. */
const reason = { because: Text, phrase: Evidence.optional() };

/** What every task has. */
const common = {
	/** Unique in the lesson: answers are kept under it. */
	id: Id,
	prompt: Text,
	/** Codes of the standards this task serves: "CCSS RH.9-10.1", "C3 D2.His.10.9-12", "AP sourcing", "OPVL origin". */
	standards: z.array(Text).min(1, 'at least one standard that the task serves')
};

const Choose = z.strictObject({
	...common,
	kind: z.literal('choose'),
	/** true: any number of options may be right. */
	several: z.boolean().default(false),
	options: z.array(z.strictObject({ id: Id, text: Text, right: z.boolean(), ...reason })).min(2)
});

const Write = z.strictObject({
	...common,
	kind: z.literal('write'),
	length: z.enum(['short', 'long']),
	/** One possible answer, shown after the student has committed to one. */
	sample: Text,
	/** What to look for in one's own answer. */
	look_for: z.array(z.strictObject({ text: Text, phrase: Evidence.optional() })).min(1)
});

/** Mark the words of the document that answer the prompt. */
const Mark = z.strictObject({
	...common,
	kind: z.literal('mark'),
	document: Id,
	/** Words that answer; marking any part of them counts. */
	wanted: z.array(z.strictObject({ annotation: Id, because: Text })).min(1),
	/** Words often taken for an answer. */
	near: z.array(z.strictObject({ annotation: Id, because: Text })).default([])
});

const Sort = z.strictObject({
	...common,
	kind: z.literal('sort'),
	bins: z.array(z.strictObject({ id: Id, name: Text })).min(2),
	cards: z
		.array(
			z.strictObject({
				id: Id,
				/** Words on the card; without them those of the phrase. */
				text: Text.optional(),
				/** Bins that can be defended; more than one where readers differ. */
				bins: z.array(Id).min(1),
				...reason
			})
		)
		.min(2)
});

/** Items in the right order; the player shuffles them. */
const Order = z.strictObject({
	...common,
	kind: z.literal('order'),
	items: z.array(z.strictObject({ id: Id, text: Text, ...reason })).min(2)
});

const Token = z.strictObject({
	id: Id,
	name: Text,
	/** Where it can be placed; `unknown` where the documents do not say. */
	answer: z.union([
		z.literal('unknown'),
		z.strictObject({ place: Id }),
		z.strictObject({ centre: Position, radius_km: z.number().positive() })
	]),
	...reason
});

/** Place tokens on the map; "unknown" can always be chosen. */
const Place = z.strictObject({
	...common,
	kind: z.literal('place'),
	/** Places offered by name, for those who do not point at a map. */
	choices: z.array(Id).min(2),
	tokens: z.array(Token).min(1)
});

/** Two documents against each other: on each point they agree, differ, or one is silent. */
const Weigh = z.strictObject({
	...common,
	kind: z.literal('weigh'),
	documents: z.tuple([Id, Id]),
	points: z
		.array(
			z.strictObject({
				id: Id,
				text: Text,
				answer: z.enum(['agree', 'differ', 'silent']),
				because: Text,
				/** Phrases of the two documents that show it. */
				phrases: z.array(Evidence).default([])
			})
		)
		.min(1)
});

const Cite = z.strictObject({
	...common,
	kind: z.literal('cite'),
	fields: z
		.array(
			z.strictObject({
				id: Id,
				label: Text,
				/** Answers that are right, whatever their capitals; `unknown` where the document gives none. */
				accept: z.union([z.literal('unknown'), z.array(Text).min(1)]),
				...reason
			})
		)
		.min(1)
});

export const Task = z.discriminatedUnion('kind', [Choose, Write, Mark, Sort, Order, Place, Weigh, Cite]);
