import type { Catalogue } from '$lib/model/catalogue';
import type { StepView } from '$lib/model/lesson';
import { referTo } from '$lib/model/references';
import { clampCursor, clampWindow } from './moment';
import { openingView, type ViewFacts } from './url';

/**
 * The whole view that a step asks for: what it leaves out is as in the collection's opening, except that what it opens is also
 * chosen, and that the chart shows the cursor.
 */
export function viewOf(step: StepView, catalogue: Catalogue): ViewFacts {
	const opening = openingView(catalogue.about);
	const { span } = catalogue.about;
	const document = step.document ?? opening.document;
	const phrase = step.phrase === undefined ? undefined : catalogue.findPhrase(document, step.phrase);
	const cursor = clampCursor(step.cursor ?? opening.cursor, span);
	return {
		...opening,
		document,
		phrase: phrase?.id ?? null,
		selection: step.selection ?? phrase?.target ?? referTo('document', document),
		cursor,
		window: clampWindow(step.window ?? windowAround(cursor, opening.window), span),
		camera: step.camera ?? opening.camera,
		seenFrom: step.seenFrom ?? null,
		against: step.against === undefined ? null : clampCursor(step.against, span),
		beside: step.beside ?? null
	};
}

/** The usual window, moved so that the cursor is in it. */
function windowAround(cursor: number, [from, to]: [number, number]): [number, number] {
	if (cursor >= from && cursor <= to) return [from, to];
	const half = (to - from) / 2;
	return [cursor - half, cursor + half];
}
