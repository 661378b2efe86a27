import type { LevelName, PlainRecord, StepRecord, ViewWishRecord } from '$lib/schema/records';
import { alignSentences } from './align-plain';
import type { CitationOf } from './collection';
import { toInterval } from './edtf-interval';
import type { Guide, Lesson, LessonRecords, PlainText, Step, StepView, Telling } from './lesson';
import type { Reference } from './references';

const LEVELS = ['middle', 'high', 'university'] as const satisfies readonly LevelName[];

/** @param zone of dates that name none */
export function joinLesson({ record, introduction, steps }: LessonRecords, zone: string): Lesson {
	const { driving_question, sources, ...lesson } = record;
	return {
		...lesson,
		drivingQuestion: driving_question,
		sources: sources.map(toCitation),
		introduction,
		steps: steps.map((step) => joinStep(step, zone))
	};
}

export function joinGuide({ record, guide }: LessonRecords): Guide {
	const { answers, contested_words, sources, ...rest } = guide.record;
	const forAll = (text: string) => ({ middle: text, high: text, university: text });
	return {
		...rest,
		lesson: record.id,
		text: guide.text,
		answers: Object.fromEntries(
			Object.entries(answers).map(([task, answer]) => [
				task,
				typeof answer === 'string' ? forAll(answer) : answer
			])
		),
		contestedWords: contested_words,
		sources: sources.map(toCitation)
	};
}

/** @throws Error when a sentence does not stand in the text: the check was left out */
export function joinPlain({ language, note, sentences }: PlainRecord, text: string): PlainText {
	const { found } = alignSentences(
		text,
		sentences.map(({ original }) => original)
	);
	return {
		...{ language, note },
		sentences: sentences.map(({ plain, change, original }, index) => {
			const stretch = found[index];
			if (!stretch) throw new Error(`plain.yaml: “${original}” does not stand in the text`);
			return { ...stretch, plain, ...(change !== undefined && { change }) };
		})
	};
}

function joinStep({ record, text, levels }: LessonRecords['steps'][number], zone: string): Step {
	const { id, title, question, hide_text, hold_back, plain, sources } = record;
	return {
		...{ id, title, question, plain },
		view: joinView(record.view, zone),
		hideText: hide_text ?? null,
		holdBack: hold_back,
		tellings: Object.fromEntries(
			LEVELS.map((level) => [level, joinTelling(record, levels[level] ?? text, level)])
		) as Record<LevelName, Telling>,
		sources: (sources ?? []).map(toCitation)
	};
}

function joinTelling({ task, levels, plain }: StepRecord, text: Telling['text'], level: LevelName): Telling {
	const change = levels[level];
	return {
		text,
		task: change?.task === 'none' ? null : (change?.task ?? task ?? null),
		starters: change?.starters ?? [],
		words: change?.words ?? [],
		// The plain version is made for the youngest readers; others get it where a step means them to.
		plain: change?.plain ?? (plain && level === 'middle')
	};
}

/** @param zone of dates that name none */
export function joinView(wish: ViewWishRecord, zone: string): StepView {
	const { selection, cursor, window, seen_from, against, ...rest } = wish;
	const instant = (when: NonNullable<typeof cursor>) =>
		toInterval({ edtf: when.date, clock: when.clock, zone: when.zone }, zone).earliestStart;
	const stretch = window === undefined ? null : toInterval(window, zone);
	return {
		...rest,
		...(selection !== undefined && { selection: selection as Reference }),
		...(cursor && { cursor: instant(cursor) }),
		...(stretch && { window: [stretch.earliestStart, stretch.latestEnd] }),
		...(seen_from !== undefined && { seenFrom: seen_from }),
		...(against && { against: instant(against) })
	};
}

function toCitation(citation: string | CitationOf): CitationOf {
	return typeof citation === 'string' ? { source: citation } : citation;
}
