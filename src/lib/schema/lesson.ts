import { z } from 'zod';
import { Citations, Evidence, Id, Language, Text } from './basics';
import { Position } from './geometry';
import { Task } from './task';
import { Clock, Edtf, Zone } from './time';

/** Readers a lesson is written for: grades 6–8; high school and AP; university. */
export const Level = z.enum(['middle', 'high', 'university']);

/** "place:the-harbour": a record of the collection, as in links. */
const RecordReference = z
	.string()
	.regex(
		/^(document|event|place|person|formation|front|movement|source|term|dispute):[a-z0-9]+(?:-[a-z0-9]+)*$/,
		'a record, as kind and id: place:the-harbour, event:ice-seen'
	);

/** What the three views show at a step; what is left out is as in the collection's opening. */
export const ViewWish = z.strictObject({
	document: Id.optional(),
	/** An annotation of that document. */
	phrase: Id.optional(),
	selection: RecordReference.optional(),
	cursor: z.strictObject({ date: Edtf, clock: Clock, zone: Zone.optional() }).optional(),
	window: Edtf.optional(),
	camera: z.strictObject({ centre: Position, zoom: z.number().min(0).max(22) }).optional(),
	seen_from: Id.optional(),
	/** A second document beside the first. */
	beside: Id.optional(),
	/** The front of a second moment. */
	against: z.strictObject({ date: Edtf, clock: Clock, zone: Zone.optional() }).optional()
});

/** What a level has instead of the step's own. `text` is Markdown; `task: none` leaves the task out. */
const LevelChange = z.strictObject({
	text: Text.optional(),
	task: z.union([z.literal('none'), Task]).optional(),
	/** Whether the plain version is shown; where nothing is said, the step's own "plain" holds for the level middle alone. */
	plain: z.boolean().optional(),
	/** Beginnings of sentences that a student may take up. */
	starters: z.array(Text).default([]),
	/** Words to lean on, as ids of glossary.yaml. */
	words: z.array(Id).default([])
});

/** Front matter of lessons/<nn-slug>/steps/<nn-slug>.md; the step's text follows it, in Markdown. */
export const StepFile = z.strictObject({
	/** The file's name without its number. */
	id: Id,
	title: Text,
	/** What the student is to find out here. */
	question: Text,
	view: ViewWish.default({}),
	/**
	 * The words of the open document stay away until the step's task is answered or skipped; the annotations named here are shown
	 * before. Hidden words are not in the page.
	 */
	hide_text: z.strictObject({ except: z.array(Id).default([]) }).optional(),
	/**
	 * What the collection itself says of the documents shown, and would give the answer away: it waits for the task as hidden words do.
	 * acts: what each sentence does; notes: why a document matters, abstract, disagreements, notes.
	 */
	hold_back: z.array(z.enum(['acts', 'notes'])).default([]),
	/** Shows the plain version below the step's text, where the document has one. */
	plain: z.boolean().default(false),
	task: Task.optional(),
	levels: z
		.strictObject({
			middle: LevelChange.optional(),
			high: LevelChange.optional(),
			university: LevelChange.optional()
		})
		.default({}),
	/** What a step says of history is vouched for like every record. */
	sources: Citations.optional()
});

const Variant = z.strictObject({
	/** Minutes of the whole; the steps' minutes add up to it within a tenth. */
	minutes: z.union([z.literal(15), z.literal(45), z.literal(90)]),
	steps: z.array(z.strictObject({ step: Id, minutes: z.number().positive(), note: Text.optional() })).min(1),
	/** What a teacher does beside the screen: fishbowl, gallery walk. */
	around: z.array(z.strictObject({ title: Text, minutes: z.number().positive(), text: Text })).default([])
});

/** Front matter of lessons/<nn-slug>/lesson.md; the introduction for students follows it, in Markdown. */
export const LessonFile = z.strictObject({
	/** The folder's name without its number. */
	id: Id,
	title: Text,
	/** The one question that frames the whole. */
	driving_question: Text,
	summary: Text,
	levels: z.array(Level).min(1),
	variants: z.array(Variant).min(1),
	/** Terms explained in place, ids of glossary.yaml. */
	words: z.array(Id).default([]),
	sources: Citations
});

/** Front matter of lessons/<nn-slug>/guide.md, for teachers; it never reaches a student's page. The guide follows it, in Markdown. */
export const GuideFile = z.strictObject({
	/** Model answers, by the task's id; where levels differ, by level. */
	answers: z.record(
		Id,
		z.union([
			Text,
			z.strictObject({ middle: Text.optional(), high: Text.optional(), university: Text.optional() })
		])
	),
	misconceptions: z
		.array(z.strictObject({ says: Text, evidence_allows: Text, phrases: z.array(Evidence).default([]) }))
		.min(1),
	rubric: z.array(z.strictObject({ criterion: Text, one: Text, two: Text, three: Text })).min(1),
	sensitivity: z.array(Text).min(1),
	/** Words that divide readers, and what may be said of them. */
	contested_words: z.array(z.strictObject({ word: Text, say: Text })).default([]),
	sources: Citations
});

/** documents/<id>/plain.yaml: the text in easier words, sentence by sentence, ours; always shown beside the original. */
export const PlainFile = z.strictObject({
	language: Language,
	note: Text,
	sentences: z
		.array(
			z.strictObject({
				/** The sentence of the original, word for word, in the order of the text. */
				original: z.string().min(1),
				plain: Text,
				/** What was simplified away, so that nobody takes the one for the other. */
				change: Text.optional()
			})
		)
		.min(1)
});
