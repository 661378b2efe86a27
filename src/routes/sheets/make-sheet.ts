import type { FeatureCollection } from 'geojson';
import { drawInkMap } from '$lib/map/ink-map';
import type { Collection, DocumentBody, DocumentSummary } from '$lib/model/collection';
import type { Lesson } from '$lib/model/lesson';
import type { LevelName } from '$lib/schema/records';
import { fitPages, type PaperBlock, type PaperSource } from '$lib/sheet/fit-pages';
import { toPaper, type PaperStage, type PaperWords } from '$lib/sheet/paper-task';
import { dateText } from '$lib/ui/date-text';

/** A worksheet of two pages. It holds no answer. */
export interface Sheet {
	lesson: Pick<Lesson, 'id' | 'title' | 'drivingQuestion'>;
	level: LevelName;
	pages: PaperBlock[][];
	/** How many tasks of the lesson are not on it. */
	left: number;
	hasMap: boolean;
}

/** A lesson at a level, for every pair that the collection has. */
export function listSheets({ lessons }: Pick<Collection, 'lessons'>): { lesson: string; level: LevelName }[] {
	return lessons.flatMap(({ id, levels }) => levels.map((level) => ({ lesson: id, level })));
}

/** @param read gives a layer of the base map */
export function makeSheet(
	collection: Collection,
	lesson: Lesson,
	level: LevelName,
	read: (layer: string) => FeatureCollection
): Sheet {
	const words = wordsOf(collection, read);
	const stages = paperStages(lesson);
	const printed = printableSource(collection, stages);
	const tasks = stages.flatMap((stage) => toPaper(stage, level, printed?.id ?? null, words) ?? []);
	const short = shortestWay(lesson);
	const rank = (id: string) => (short.includes(id) ? 0 : 1);
	const ranked = [...stages]
		.sort((a, b) => rank(a.step.id) - rank(b.step.id) || a.number - b.number)
		.flatMap(({ step }) => step.tellings[level].task?.id ?? []);
	const { pages, left } = fitPages(tasks, printed && sourceOf(collection, printed, words), ranked);
	const { id, title, drivingQuestion } = lesson;
	return {
		lesson: { id, title, drivingQuestion },
		...{ level, pages, left },
		hasMap: pages.flat().some((block) => block.kind === 'task' && block.task.body.kind === 'place')
	};
}

/** The variant of one school hour, step by step; the last one where the lesson has none. */
function paperStages(lesson: Lesson): PaperStage[] {
	const variant = lesson.variants.find(({ minutes }) => minutes === 45) ?? lesson.variants.at(-1);
	return (variant?.steps ?? []).flatMap(({ step: id, minutes }, index) => {
		const step = lesson.steps.find((one) => one.id === id);
		return step ? { step, minutes, number: index + 1 } : [];
	});
}

/** Ids of the steps of the shortest variant. */
function shortestWay({ variants }: Lesson): string[] {
	const least = Math.min(...variants.map(({ minutes }) => minutes));
	return variants
		.filter(({ minutes }) => minutes === least)
		.flatMap(({ steps }) => steps.map(({ step }) => step));
}

/** Longer texts leave no room for tasks. In signs. */
const LONGEST_SOURCE = 2200;

/** The document that most steps open, where its words are held and short enough for a sheet. */
function printableSource({ data, bodies }: Collection, stages: readonly PaperStage[]): DocumentBody | null {
	const opened = stages.map(({ step }) => step.view.document ?? data.about.opening.document);
	const count = (id: string) => opened.filter((one) => one === id).length;
	const [first] = [...new Set(opened)].sort((a, b) => count(b) - count(a));
	const summary = data.documents.find(({ id }) => id === first);
	const body = first === undefined ? undefined : bodies.get(first);
	return body && summary?.text === 'full' && body.text.length <= LONGEST_SOURCE ? body : null;
}

function sourceOf({ data }: Collection, body: DocumentBody, words: PaperWords): PaperSource {
	const { holder } = body.archive;
	const document = data.documents.find(({ id }) => id === body.id);
	return {
		name: document ? `${document.title}, ${dateOf(document)}` : words.nameOf(body.id).name,
		credit: holder ?? '',
		paragraphs: words.paragraphsOf(body.id),
		waits: false
	};
}

/** The words of the collection, as sheet and key ask for them. */
export function wordsOf(
	{ data, bodies }: Collection,
	read: (layer: string) => FeatureCollection
): PaperWords {
	const documentOf = (id: string) => data.documents.find((document) => document.id === id);
	return {
		quoteOf: (document, annotation) =>
			bodies.get(document)?.annotations.find(({ id }) => id === annotation)?.quote ?? null,
		nameOf: (id) => {
			const document = documentOf(id);
			if (!document) return { name: id, isOurs: false };
			const name = `${document.short_title ?? document.title}, ${dateOf(document)}`;
			return { name, isOurs: document.text !== 'full' };
		},
		placeName: (place) => data.places.find(({ id }) => id === place)?.name ?? place,
		paragraphsOf: (id) => {
			const body = bodies.get(id);
			return body?.paragraphs.map(({ start, end }) => body.text.slice(start, end)) ?? [];
		},
		drawMap: (ids) => {
			const places = data.places.filter(({ id }) => ids.includes(id));
			const layers = { coast: read('sketch/coast'), rivers: read('sketch/rivers') };
			return drawInkMap(layers, places, MAP_SIZE);
		}
	};
}

/** Tenths of a millimetre. */
const MAP_SIZE = { width: 720, height: 740 };

function dateOf({ dates }: DocumentSummary): string {
	const when = [dates.written, dates.sent, dates.published, dates.received].find(
		(date) => date && date !== 'unknown'
	);
	return when && when !== 'unknown' ? dateText(when) : '';
}
