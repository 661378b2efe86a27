import type { GuideRecord, LessonRecord, LevelName, StepRecord, TaskRecord } from '$lib/schema/records';
import type { Prose } from './prose';
import type { Reference } from './references';

/** As of every record; taken from the schema, for the collection holds lessons and not the other way about. */
type CitationOf = Exclude<LessonRecord['sources'][number], string>;

/** What the views show at a step, as far as it says; the rest is as in the collection's opening. Times in milliseconds UTC. */
export interface StepView {
	document?: string;
	/** An annotation of that document. */
	phrase?: string;
	selection?: Reference;
	cursor?: number;
	window?: [number, number];
	camera?: { centre: [number, number]; zoom: number };
	seenFrom?: string;
	beside?: string;
	against?: number;
}

/** What a step says to one level of readers. */
export interface Telling {
	text: Prose;
	task: TaskRecord | null;
	/** Beginnings of sentences that a student may take up. */
	starters: string[];
	/** Words to lean on: ids of terms. */
	words: string[];
	/** Whether the plain version of the document stands with it. */
	plain: boolean;
}

/** What the collection says around the words of a document, and a step can keep back. */
export type HeldBack = StepRecord['hold_back'][number];

export interface Step {
	id: string;
	title: string;
	question: string;
	view: StepView;
	/** The words of the view's document wait for the task; these annotations are shown before. null: nothing waits. */
	hideText: { except: string[] } | null;
	/** What the collection says of the documents and waits for the task. */
	holdBack: HeldBack[];
	/** Whether the step offers the plain version of its document; each level's telling says whether it shows it. */
	plain: boolean;
	tellings: Record<LevelName, Telling>;
	sources: CitationOf[];
}

export type Variant = LessonRecord['variants'][number];

export interface Lesson {
	id: string;
	title: string;
	drivingQuestion: string;
	summary: string;
	levels: LevelName[];
	variants: Variant[];
	/** Ids of the terms it explains. */
	words: string[];
	sources: CitationOf[];
	introduction: Prose;
	/** All steps, in the order of their files; a variant takes some of them. */
	steps: Step[];
}

/** For teachers only: model answers, and all that a student should not see beforehand. Kept apart from the lesson on purpose. */
export interface Guide {
	lesson: string;
	text: Prose;
	/** Model answers by task and level. */
	answers: Record<string, Partial<Record<LevelName, string>>>;
	misconceptions: GuideRecord['misconceptions'];
	rubric: GuideRecord['rubric'];
	sensitivity: string[];
	contestedWords: GuideRecord['contested_words'];
	sources: CitationOf[];
}

/** A document in easier words, sentence by sentence; offsets in UTF-16 units of its text. */
export interface PlainText {
	language: string;
	note: string;
	sentences: { start: number; end: number; plain: string; change?: string }[];
}

/** Records of a lesson as the schema gives them, their Markdown read. */
export interface LessonRecords {
	record: LessonRecord;
	introduction: Prose;
	steps: { record: StepRecord; text: Prose; levels: Partial<Record<LevelName, Prose>> }[];
	guide: { record: GuideRecord; text: Prose };
}

/** A variant as students see it: without what is said to the teacher. */
export interface WayThrough {
	minutes: Variant['minutes'];
	steps: { step: string; minutes: number }[];
}

/** A lesson without its steps' words: what lists and the way through it need. */
export type LessonOutline = Omit<Lesson, 'introduction' | 'steps' | 'sources' | 'variants'> & {
	variants: WayThrough[];
	steps: StepOutline[];
};
export interface StepOutline {
	id: string;
	title: string;
	question: string;
	/** Its task at each level; null where it has none. */
	tasks: Record<LevelName, string | null>;
}

export function outlineOf(lesson: Lesson): LessonOutline {
	const { id, title, drivingQuestion, summary, levels, variants, words } = lesson;
	return {
		...{ id, title, drivingQuestion, summary, levels, words },
		variants: variants.map(({ minutes, steps }) => ({
			minutes,
			steps: steps.map(({ step, minutes }) => ({ step, minutes }))
		})),
		steps: lesson.steps.map(({ id, title, question, tellings }) => ({
			...{ id, title, question },
			tasks: {
				middle: tellings.middle.task?.id ?? null,
				high: tellings.high.task?.id ?? null,
				university: tellings.university.task?.id ?? null
			}
		}))
	};
}

/** How a student goes through a lesson. */
export interface Way {
	level: LevelName;
	minutes: Variant['minutes'];
}

/** The way asked for, as far as the lesson has it; else the middle one of its levels and variants. */
export function chooseWay(
	{ levels, variants }: Pick<LessonOutline, 'levels' | 'variants'>,
	asked: { level?: string | null; minutes?: string | number | null }
): Way {
	const usual = levels.includes('high') ? 'high' : (levels[0] ?? 'high');
	const level = levels.find((one) => one === asked.level) ?? usual;
	const lengths = variants.map(({ minutes }) => minutes);
	const minutes = lengths.find((one) => String(one) === String(asked.minutes));
	return { level, minutes: minutes ?? (lengths.includes(45) ? 45 : (lengths[0] ?? 45)) };
}

/** One place on the way, with the time it takes. */
export interface Stage {
	step: StepOutline;
	minutes: number;
}

/** The steps of a variant, in its order. */
export function stagesOf(
	{ variants, steps }: Pick<LessonOutline, 'variants' | 'steps'>,
	{ minutes }: Way
): Stage[] {
	const variant = variants.find((one) => one.minutes === minutes);
	return (variant?.steps ?? []).flatMap(({ step: id, ...rest }) => {
		const step = steps.find((one) => one.id === id);
		return step ? { step, ...rest } : [];
	});
}
