import type { Reference } from '$lib/model/references';
import { referTo } from '$lib/model/references';
import type { Frame } from './frame';
import type { Box } from './layout';
import type { MarkIndex } from './mark-index';
import type { CableFacts } from './mark-facts';
import { placeMark, type Drawn, type PlacedCable } from './place';
import { DAY, type TimeScale } from './scale';
import type { Point } from './path';

/** From where a message was received to where its answer left. */
export interface AnswerLink {
	key: string;
	path: string;
	/** The answer or what it answers is chosen or pointed at. */
	strong: boolean;
	/** Nobody recorded the receipt it begins at. */
	open: boolean;
	/** What it covers where it is strong: no words are to stand there. */
	solid: Box[];
}

/** With longer windows only the links of what is chosen or pointed at are drawn. */
const LONGEST_FOR_ALL = 4 * DAY;
const SAG = 10;
/** Boxes along a link. */
const STEPS = 24;

/** Begin, two points that it is drawn towards, end. */
type Curve = [Point, Point, Point, Point];

/** Links between the cables drawn; where one end is chosen or pointed at, the other may be beyond the field. */
export function drawLinks(
	drawn: readonly Drawn[],
	index: MarkIndex,
	scale: TimeScale,
	frame: Frame,
	isStrong: (reference: Reference) => boolean
): AnswerLink[] {
	const placed = new Map<Reference, PlacedCable>();
	for (const mark of drawn) if ('strokes' in mark) placed.set(mark.facts.reference, mark);
	const showsAll = scale.to - scale.from <= LONGEST_FOR_ALL;
	const place = (id: string): PlacedCable | undefined => {
		const facts = index.find(referTo('document', id));
		if (facts?.type !== 'cable') return undefined;
		return placed.get(facts.reference) ?? (placeMark(facts, 0, scale, frame) as PlacedCable);
	};
	const links = new Map<string, AnswerLink>();
	const join = (answered: string, answer: string) => {
		const key = `${answered} ${answer}`;
		if (links.has(key)) return;
		const [from, to] = [referTo('document', answered), referTo('document', answer)];
		const strong = isStrong(from) || isStrong(to);
		if (!strong && !(showsAll && placed.has(from) && placed.has(to))) return;
		const [first, second] = [place(answered), place(answer)];
		if (!first || !second) return;
		const curve = bend(first, second, frame);
		links.set(key, {
			...{ key, strong, open: !first.facts.received },
			path: `M${curve[0].join()}C${curve
				.slice(1)
				.map((point) => point.join())
				.join(' ')}`,
			solid: strong ? boxesAlong(curve, frame.unit) : []
		});
	};
	for (const { facts } of placed.values()) {
		for (const answered of facts.record.answers) join(answered, facts.id);
		for (const answer of facts.record.answered_by) join(facts.id, answer);
	}
	return [...links.values()];
}

/** What a cable answers and what answers it. */
export function answersOf({ record }: CableFacts): Reference[] {
	return [...record.answers, ...record.answered_by].map((id) => referTo('document', id));
}

/** Along a lane the link sags on the side that both strokes leave free; from lane to lane it bends. */
function bend(first: PlacedCable, second: PlacedCable, { unit }: Frame): Curve {
	const [x2, y2] = second.strokes[0]?.start ?? [0, 0];
	const arrival = first.strokes.find(({ end }) => end[1] === y2) ?? first.strokes[0];
	const [x1, y1]: Point = arrival?.end ?? [0, 0];
	const run = x2 - x1;
	if (y1 !== y2)
		return [
			[x1, y1],
			[x1 + run / 2, y1],
			[x1 + run / 2, y2],
			[x2, y2]
		];
	const side = y1 >= (arrival?.start[1] ?? y1) ? 1 : -1;
	const y = y1 + side * SAG * unit;
	return [
		[x1, y1],
		[x1 + run / 5, y],
		[x2 - run / 5, y],
		[x2, y2]
	];
}

/** Small boxes on the way of a curve. */
function boxesAlong([a, b, c, d]: Curve, unit: number): Box[] {
	const at = (t: number, axis: 0 | 1) =>
		(1 - t) ** 3 * a[axis] +
		3 * t * (1 - t) ** 2 * b[axis] +
		3 * t ** 2 * (1 - t) * c[axis] +
		t ** 3 * d[axis];
	return Array.from({ length: STEPS }, (_, step) => {
		const [from, to] = [step / STEPS, (step + 1) / STEPS];
		const [x, y] = [Math.min(at(from, 0), at(to, 0)), Math.min(at(from, 1), at(to, 1))];
		return {
			x,
			y: y - unit,
			width: Math.abs(at(to, 0) - at(from, 0)),
			height: Math.abs(at(to, 1) - at(from, 1)) + 2 * unit
		};
	});
}
