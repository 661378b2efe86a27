import type { About } from '$lib/model/collection';

/** One horizontal line of the chart. */
export interface Lane {
	/** Unique among all lanes: a desk and a lane of events may share an id. */
	key: string;
	id: string;
	name: string;
	holds: 'cables' | 'events' | 'fronts';
	side?: string;
}

/** A lane in its place; `y` is its rule, in user units from the top of the chart. */
export interface LaidLane extends Lane {
	y: number;
	top: number;
	bottom: number;
	/** Its name as far as there is room, in one line or two. */
	lines: string[];
}

/** Desks first, in the collection's order, then its lanes of events and fronts. */
export function arrangeLanes({ desks, lanes }: Pick<About, 'desks' | 'lanes'>): Lane[] {
	return [
		...desks.map(({ id, name, side }): Lane => ({
			key: `desk:${id}`,
			id,
			name,
			holds: 'cables',
			...(side && { side })
		})),
		...lanes.map(({ id, name, holds }): Lane => ({ key: `lane:${id}`, id, name, holds }))
	];
}

/** Index of a desk's lane; undefined for a desk the collection does not have. */
export function laneOfDesk(lanes: readonly Lane[], desk: string | undefined): number | undefined {
	return indexOf(lanes, `desk:${desk}`);
}

/** Index of the lane an event is drawn in: its desk's, else its kind's, else the first that holds events. */
export function laneOfEvent(
	lanes: readonly Lane[],
	kinds: readonly Pick<About['event_kinds'][number], 'id' | 'lane'>[],
	event: { kind: string; desk?: string }
): number {
	const kind = kinds.find(({ id }) => id === event.kind);
	return (
		laneOfDesk(lanes, event.desk) ??
		indexOf(lanes, `lane:${kind?.lane}`) ??
		Math.max(
			0,
			lanes.findIndex(({ holds }) => holds === 'events')
		)
	);
}

/**
 * A name in at most two lines, none longer than `room`; what is too long ends in an ellipsis.
 * @param measure width of a text, in the unit of `room`
 */
export function breakName(name: string, room: number, measure: (text: string) => number): string[] {
	if (measure(name) <= room) return [name];
	const words = name.split(/(?<=[\s\u2013-])/);
	let cut = words.length - 1;
	while (cut > 0 && measure(words.slice(0, cut).join('').trim()) > room) cut--;
	const lines = cut > 0 ? [words.slice(0, cut).join('').trim(), words.slice(cut).join('').trim()] : [name];
	return lines.map((line) => {
		let letters = [...line];
		while (letters.length > 1 && measure(end(letters, line)) > room) letters = letters.slice(0, -1);
		return end(letters, line);
	});
}

function end(letters: string[], whole: string): string {
	const text = letters.join('');
	return text === whole ? text : `${text.trimEnd()}…`;
}

function indexOf(lanes: readonly Lane[], key: string): number | undefined {
	const index = lanes.findIndex((lane) => lane.key === key);
	return index < 0 ? undefined : index;
}
