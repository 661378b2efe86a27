import { sentWhen, type Catalogue } from '$lib/model/catalogue';
import type { DocumentSummary } from '$lib/model/collection';
import { mayContain, middleOf } from '$lib/model/interval';
import { referTo } from '$lib/model/references';
import { arc, headingOf } from './shapes';
import { lineAlong, lookOf, pointAt, tell, type Moment, type StoryFeature } from './told';

/** How far from the cursor a cable is still drawn, faintly. */
const NEAR = 24 * 3_600_000;

interface Stop {
	place: string;
	name: string;
	position: [number, number];
}

/** The way of the chosen document and of those sent within a day of the cursor: the open one boldly, the others faintly. */
export function tellCables(moment: Moment): StoryFeature[] {
	const { catalogue, document, selection } = moment;
	const drawn = new Map<string, number>();
	return catalogue.data.documents
		.filter((record) => selection === referTo('document', record.id) || isNear(record, moment.cursor))
		.map((record) => ({
			record,
			isOpen: record.id === document || selection === referTo('document', record.id)
		}))
		.sort((a, b) => Number(b.isOpen) - Number(a.isOpen))
		.flatMap(({ record, isOpen }) => tellCable(catalogue, record, isOpen, drawn));
}

function isNear(record: DocumentSummary, cursor: number): boolean {
	const when = sentWhen(record);
	return when !== undefined && (mayContain(when, cursor) || Math.abs(middleOf(when) - cursor) <= NEAR);
}

function tellCable(
	catalogue: Catalogue,
	record: DocumentSummary,
	isOpen: boolean,
	drawn: Map<string, number>
): StoryFeature[] {
	const stops = stopsOf(catalogue, record);
	const common = {
		light: referTo('document', record.id),
		...lookOf(catalogue, record.side),
		status: isOpen ? 'open' : 'near',
		certainty: record.certainty
	};
	return stops.slice(1).flatMap((to, index) => {
		const from = stops[index] ?? to;
		const way = `${from.place} ${to.place}`;
		const before = drawn.get(way) ?? 0;
		drawn.set(way, before + 1);
		// Cables between the same two desks bow further and further, so that each can be pointed at.
		const line = arc(from.position, to.position, 0.1 + before * 0.045);
		const ends: [string, string] = [from.name, to.name];
		return [
			tell(lineAlong(line), { ...common, layer: 'cable', ends }),
			tell(pointAt(line.at(-1) ?? to.position), {
				...common,
				layer: 'head',
				heading: headingOf(line)
			})
		];
	});
}

/** Sender, go-betweens, addressee, as far as their places are known; those at one place count once. */
function stopsOf(catalogue: Catalogue, { from, via, to }: DocumentSummary): Stop[] {
	const parties = [from[0], ...via, to[0]];
	const stops = parties.flatMap((party): Stop[] => {
		const desk = catalogue.about.desks.find(({ id }) => id === party?.desk);
		const place = catalogue.find('place', party?.place ?? desk?.place ?? '');
		if (!place?.geometry || !('point' in place.geometry)) return [];
		return [{ place: place.id, name: place.name, position: place.geometry.point }];
	});
	return stops.filter(({ place }, index) => place !== stops[index - 1]?.place);
}
