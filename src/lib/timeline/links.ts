import type { Reference } from '$lib/model/references';
import { referTo } from '$lib/model/references';
import type { Frame } from './frame';
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
}

/** With longer windows only the links of what is chosen or pointed at are drawn. */
const LONGEST_FOR_ALL = 4 * DAY;
const SAG = 10;

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
		if (first && second)
			links.set(key, { key, strong, open: !first.facts.received, path: drawLink(first, second, frame) });
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
function drawLink(first: PlacedCable, second: PlacedCable, { unit }: Frame): string {
	const [x2, y2] = second.strokes[0]?.start ?? [0, 0];
	const arrival = first.strokes.find(({ end }) => end[1] === y2) ?? first.strokes[0];
	const [x1, y1]: Point = arrival?.end ?? [0, 0];
	const run = x2 - x1;
	if (y1 !== y2) return `M${x1},${y1}C${x1 + run / 2},${y1} ${x1 + run / 2},${y2} ${x2},${y2}`;
	const side = y1 >= (arrival?.start[1] ?? y1) ? 1 : -1;
	const y = y1 + side * SAG * unit;
	return `M${x1},${y1}C${x1 + run / 5},${y} ${x2 - run / 5},${y} ${x2},${y2}`;
}
