import { sentWhen, type Catalogue } from '$lib/model/catalogue';
import type { DocumentSummary } from '$lib/model/collection';
import { kilometres } from '$lib/model/front-at';
import type { Flight } from '$lib/model/in-flight';
import { middleOf } from '$lib/model/interval';
import { parseReference, referTo } from '$lib/model/references';
import { Stretches } from '$lib/model/stretches';
import { arc, headingOf } from './shapes';
import { lineAlong, lookOf, pointAt, standingOf, tell, type Moment, type StoryFeature } from './told';

/** How far from the cursor a cable is still drawn, faintly. Milliseconds. */
const NEAR = 24 * 3_600_000;
/** More arcs than this say nothing: those nearest to the cursor are drawn, the others counted. */
const MOST_CABLES = 16;

interface Stop {
	place: string;
	name: string;
	position: [number, number];
}

interface Told {
	features: StoryFeature[];
	/** Cables of the day for which there was no room. */
	left: number;
}

/** The way of the chosen document, of those on their way and of those sent within a day of the cursor: the open one boldly, the others faintly. */
export function tellCables(moment: Moment): Told {
	const { catalogue, cursor, document, selection, flights = [] } = moment;
	const chosen = parseReference(selection ?? '');
	const open = new Set([document, ...(chosen?.kind === 'document' ? [chosen.id] : [])]);
	const flying = new Map(flights.map((flight) => [flight.document.id, flight]));
	const wanted = new Map(
		[
			...(chosen?.kind === 'document' ? [catalogue.find('document', chosen.id)] : []),
			...flights.map((flight) => flight.document),
			...nearCables(catalogue, cursor)
		].flatMap((record) => (record ? [[record.id, record] as const] : []))
	);
	const seen = [...wanted.values()].flatMap((record) => {
		const standing = standingOf(moment, referTo('document', record.id));
		return standing ? [{ record, standing, isOpen: open.has(record.id), flight: flying.get(record.id) }] : [];
	});
	const away = ({ record, isOpen, flight }: (typeof seen)[number]) => {
		const when = sentWhen(record);
		return isOpen ? -2 : flight ? -1 : when ? Math.abs(middleOf(when) - cursor) : Infinity;
	};
	const drawn = new Map<string, number>();
	return {
		features: seen
			.toSorted((a, b) => away(a) - away(b))
			.slice(0, MOST_CABLES)
			.flatMap(({ record, standing, isOpen, flight }) =>
				tellCable(catalogue, record, { standing, status: isOpen ? 'open' : 'near' }, flight, drawn)
			),
		left: Math.max(seen.length - MOST_CABLES, 0)
	};
}

const indexes = new WeakMap<Catalogue, Stretches>();

/** Documents sent within a day of the instant; found by an index, because there may be tens of thousands. */
function nearCables(catalogue: Catalogue, instant: number): DocumentSummary[] {
	const { documents } = catalogue.data;
	let index = indexes.get(catalogue);
	if (!index) {
		const spans = documents.map((record) => {
			const when = sentWhen(record);
			if (!when) return [Infinity, -Infinity] as const;
			const middle = middleOf(when);
			return [Math.min(when.earliestStart, middle - NEAR), Math.max(when.latestEnd, middle + NEAR)] as const;
		});
		index = new Stretches(
			spans.map(([from]) => from),
			spans.map(([, to]) => to)
		);
		indexes.set(catalogue, index);
	}
	return index.holding(instant).flatMap((number) => documents[number] ?? []);
}

function tellCable(
	catalogue: Catalogue,
	record: DocumentSummary,
	look: Pick<StoryFeature['properties'], 'standing' | 'status'>,
	flight: Flight | undefined,
	drawn: Map<string, number>
): StoryFeature[] {
	const stops = stopsOf(catalogue, record);
	const common = {
		light: referTo('document', record.id),
		...lookOf(catalogue, record.side),
		...look,
		dashed: look.standing === 'maybe' || flight?.share === null,
		certainty: record.certainty
	};
	const legs = stops.slice(1).map((to, index) => {
		const from = stops[index] ?? to;
		const way = `${from.place} ${to.place}`;
		const before = drawn.get(way) ?? 0;
		drawn.set(way, before + 1);
		// Cables between the same two desks bow further and further, so that each can be pointed at.
		return { from, to, line: arc(from.position, to.position, 0.1 + before * 0.045) };
	});
	const features = legs.flatMap(({ from, to, line }) => {
		const ends: [string, string] = [from.name, to.name];
		return [
			tell(lineAlong(line), { ...common, layer: 'cable', ends }),
			tell(pointAt(line.at(-1) ?? to.position), { ...common, layer: 'head', heading: headingOf(line) })
		];
	});
	const way = legs.flatMap(({ line }) => line);
	if (flight && flight.share !== null && way.length > 0)
		features.push(
			tell(pointAt(spotAlong(way, flight.share)), { ...common, layer: 'courier', dashed: !flight.isSure })
		);
	return features;
}

/** The position after a share of a way's length. */
function spotAlong(way: readonly [number, number][], share: number): [number, number] {
	const steps = way.slice(1).map((to, index) => kilometres(way[index] ?? to, to));
	let rest = steps.reduce((sum, step) => sum + step, 0) * Math.min(Math.max(share, 0), 1);
	for (const [index, step] of steps.entries()) {
		const from = way[index] ?? [0, 0];
		const to = way[index + 1] ?? from;
		if (rest <= step) {
			const part = step > 0 ? rest / step : 0;
			return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
		}
		rest -= step;
	}
	return way.at(-1) ?? [0, 0];
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
