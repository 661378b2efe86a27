import { m } from '$lib/paraglide/messages';
import type { Refusal } from './work-file';
import type { WorkLabels, WorkLine } from './work-text';

export const KINDS: Record<WorkLine['kind'], () => string> = {
	answer: m.work_kind_answer,
	note: m.work_kind_note,
	bookmark: m.work_kind_bookmark
};

export const REFUSALS: Record<Refusal, () => string> = {
	foreign: m.work_refused_foreign,
	version: m.work_refused_version,
	collection: m.work_refused_collection,
	damaged: m.work_refused_damaged
};

/** The words of a file, in the language of the page. */
export function workLabels(): WorkLabels {
	return {
		title: m.work_title(),
		columns: [
			m.work_column_kind(),
			m.work_column_lesson(),
			m.work_column_step(),
			m.work_column_about(),
			m.work_column_text()
		],
		kinds: { answer: KINDS.answer(), note: KINDS.note(), bookmark: KINDS.bookmark() }
	};
}
