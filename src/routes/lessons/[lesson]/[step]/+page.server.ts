import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';
import { outlineOf, type Step } from '$lib/model/lesson';
import { pairPlain } from '$lib/model/align-plain';
import type { DocumentBody } from '$lib/model/collection';
import { listEvidence } from '$lib/model/grade';
import { readBasemap } from '$lib/server/basemap';
import { currentCollection, currentRecords } from '$lib/server/current-collection';
import { digest } from '$lib/server/digest';
import { Delivery } from '$lib/workspace/delivery';
import { drawSketch } from '../../../draw-sketch';
import { siteOf } from '../../../site';

export function entries() {
	return currentCollection().lessons.flatMap(({ id, steps }) =>
		steps.map((step) => ({ lesson: id, step: step.id }))
	);
}

export const load: PageServerLoad = ({ params }) => {
	const collection = currentCollection();
	const { data, lessons, bodies } = collection;
	const lesson = lessons.find(({ id }) => id === params.lesson);
	const step = lesson?.steps.find(({ id }) => id === params.step);
	if (!lesson || !step) error(404);
	const body = bodies.get(step.view.document ?? data.about.opening.document) ?? null;
	const languageOf = (id: string) => data.documents.find((document) => document.id === id)?.language ?? 'en';
	return {
		site: siteOf(data.about),
		collection: new Delivery('collection', currentRecords().version, data),
		sketch: drawSketch(readBasemap, digest),
		lesson: outlineOf(lesson),
		step,
		/** The open document, unless its words wait: views and words come when the page has its script. */
		document: body && !step.hideText ? body.id : null,
		held: step.hideText && body ? holdBack(step.hideText, body) : null,
		phrases: findPhrases(step, bodies),
		plain: isPlainShown(step) && body && !step.hideText ? pairPlain(body, languageOf(body.id)) : null
	};
};

function holdBack({ except }: NonNullable<Step['hideText']>, { id, annotations }: DocumentBody) {
	const shown = annotations.filter((annotation) => except.includes(annotation.id));
	return { document: id, phrases: shown.map(({ id, quote }) => ({ id, quote })) };
}

/** The words that the step's tasks speak of: all that are marked, where some are to be marked. Words that wait are left out. */
function findPhrases({ tellings, view, hideText }: Step, bodies: ReadonlyMap<string, DocumentBody>) {
	const tasks = Object.values(tellings).flatMap(({ task }) => task ?? []);
	const wanted = new Set(
		tasks.flatMap(listEvidence).map(({ document, annotation }) => `${document}/${annotation}`)
	);
	const markable = new Set(tasks.flatMap((task) => (task.kind === 'mark' ? task.document : [])));
	const documents = new Set([...tasks.flatMap(listEvidence).map(({ document }) => document), ...markable]);
	const isHeld = (document: string, id: string) =>
		hideText !== null && document === view.document && !hideText.except.includes(id);
	return [...documents].flatMap((document) =>
		(bodies.get(document)?.annotations ?? []).flatMap(({ id, quote, start, end }) =>
			!isHeld(document, id) && (markable.has(document) || wanted.has(`${document}/${id}`))
				? { document, id, quote, start, end }
				: []
		)
	);
}

function isPlainShown({ tellings }: Step): boolean {
	return Object.values(tellings).some(({ plain }) => plain);
}
