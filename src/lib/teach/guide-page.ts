import type { CitationOf, Collection } from '$lib/model/collection';
import { listEvidence, type EvidenceOf } from '$lib/model/grade';
import { outlineOf, type Guide, type Lesson, type LessonOutline, type Way } from '$lib/model/lesson';
import type { Prose } from '$lib/model/prose';
import { referTo, referToPhrase, type PhraseReference, type Reference } from '$lib/model/references';
import type { LevelName } from '$lib/schema/records';

/** Words of a document that a teacher may point to. */
export interface Shown {
	light: Reference | PhraseReference;
	/** Title of the document. */
	title: string;
	/** null where the whole document is meant. */
	quote: string | null;
}

/** What a good answer holds, for the levels that are asked the same. */
export interface ModelAnswer {
	task: string;
	levels: LevelName[];
	prompt: string;
	answer: string;
	phrases: Shown[];
}

type Minutes = Way['minutes'];

/** A step as its teacher sees it. */
export interface StepGuide {
	id: string;
	title: string;
	question: string;
	/** Minutes by the length of the lesson; a length that leaves the step out is absent. */
	minutes: Partial<Record<Minutes, number>>;
	/** What to do in the room, by the length of the lesson. */
	notes: Partial<Record<Minutes, string>>;
	answers: ModelAnswer[];
}

/** All that the pages for teachers say of one lesson. */
export interface GuidePage {
	lesson: LessonOutline;
	text: Prose;
	steps: StepGuide[];
	/** What a teacher does beside the screen, by the length of the lesson. */
	around: { of: Minutes; title: string; minutes: number; text: string }[];
	misconceptions: { says: string; allows: string; phrases: Shown[] }[];
	rubric: Guide['rubric'];
	sensitivity: string[];
	contestedWords: Guide['contestedWords'];
	sources: { id: string; title: string; locator?: string }[];
}

/** null when the collection has no such lesson */
export function readGuidePage(collection: Collection, id: string): GuidePage | null {
	const lesson = collection.lessons.find((one) => one.id === id);
	const guide = collection.guides.get(id);
	if (!lesson || !guide) return null;
	const show = (evidence: EvidenceOf) => showPhrase(collection, evidence);
	return {
		lesson: outlineOf(lesson),
		text: guide.text,
		steps: lesson.steps.map((step) => readStep(lesson, guide, step, show)),
		around: lesson.variants.flatMap(({ minutes: of, around }) => around.map((one) => ({ of, ...one }))),
		misconceptions: guide.misconceptions.map(({ says, evidence_allows, phrases }) => ({
			...{ says, allows: evidence_allows },
			phrases: phrases.map(show)
		})),
		rubric: guide.rubric,
		sensitivity: guide.sensitivity,
		contestedWords: guide.contestedWords,
		sources: listSources(collection, [...lesson.sources, ...guide.sources])
	};
}

/** The note for a length; where it has none, that of the nearest length that has one. */
export function noteFor({ notes }: Pick<StepGuide, 'notes'>, minutes: Minutes): string | null {
	const lengths = (Object.keys(notes).map(Number) as Minutes[]).sort(
		(a, b) => Math.abs(a - minutes) - Math.abs(b - minutes)
	);
	return lengths[0] === undefined ? null : (notes[lengths[0]] ?? null);
}

function readStep(
	{ levels, variants }: Lesson,
	guide: Guide,
	{ id, title, question, tellings }: Lesson['steps'][number],
	show: (evidence: EvidenceOf) => Shown
): StepGuide {
	const minutes: StepGuide['minutes'] = {};
	const notes: StepGuide['notes'] = {};
	for (const variant of variants) {
		const stage = variant.steps.find(({ step }) => step === id);
		if (!stage) continue;
		minutes[variant.minutes] = stage.minutes;
		if (stage.note !== undefined) notes[variant.minutes] = stage.note;
	}
	const answers: ModelAnswer[] = [];
	for (const level of levels) {
		const task = tellings[level].task;
		const answer = task && guide.answers[task.id]?.[level];
		if (!task || answer === undefined || answer === null) continue;
		const phrases = listOnce(listEvidence(task)).map(show);
		const same = answers.find(
			(one) => one.task === task.id && one.prompt === task.prompt && one.answer === answer
		);
		if (same) {
			same.levels.push(level);
			same.phrases = [
				...same.phrases,
				...phrases.filter(({ light }) => !same.phrases.some((one) => one.light === light))
			];
		} else answers.push({ task: task.id, levels: [level], prompt: task.prompt, answer, phrases });
	}
	return { id, title, question, minutes, notes, answers };
}

function listOnce(evidence: readonly EvidenceOf[]): EvidenceOf[] {
	return [...new Map(evidence.map((one) => [`${one.document}/${one.annotation ?? ''}`, one])).values()];
}

function showPhrase({ data, bodies }: Collection, { document, annotation }: EvidenceOf): Shown {
	const title = data.documents.find(({ id }) => id === document)?.title ?? document;
	const found = bodies.get(document)?.annotations.find(({ id }) => id === annotation);
	return found
		? { light: referToPhrase(document, found.id), title, quote: found.quote }
		: { light: referTo('document', document), title, quote: null };
}

function listSources({ data }: Collection, citations: readonly CitationOf[]): GuidePage['sources'] {
	const cited = new Map(
		citations.map((citation) => [`${citation.source}/${citation.locator ?? ''}`, citation])
	);
	return [...cited.values()].map(({ source, locator }) => ({
		id: source,
		title: data.sources.find(({ id }) => id === source)?.title ?? source,
		...(locator !== undefined && { locator })
	}));
}
