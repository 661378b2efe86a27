import type { Catalogue } from '$lib/model/catalogue';
import type { Frame } from './frame';
import { measureText, shorten, type Box, type LabelRoom, type LabelWish, type Spot } from './layout';
import type { AnswerLink } from './links';
import type { Drawn, PlacedMark } from './place';
import { DAY, type TimeScale } from './scale';

/** Size of a label's type and of the words at an open end, sixteenths of the reader's text size. */
const SIZE = 12.5;
const SHORT = 24;

/** How much a mark matters now. */
export interface Standing {
	selected(mark: PlacedMark): boolean;
	related(mark: PlacedMark): boolean;
}

/** What stands beside the parts of a stroke. */
export interface LabelWords {
	open: string;
	carrier(mark: PlacedMark, via: number): string;
}

/** What the labels of the marks ask for. Marks outside of the field ask for nothing. */
export function wishLabels(
	marks: readonly PlacedMark[],
	catalogue: Catalogue,
	scale: TimeScale,
	{ unit }: Frame,
	standing: Standing,
	words: LabelWords
): LabelWish[] {
	const showsOpenEnds = (scale.right - scale.left) / scale.density <= 8 * DAY;
	return marks.flatMap((mark) => {
		const [x] = mark.anchor;
		if (x < scale.left || x > scale.right) return [];
		const { reference } = mark.facts;
		const title = catalogue.titleOf(reference);
		const chosen = standing.selected(mark);
		const wishes: LabelWish[] = [
			{
				key: reference,
				texts: [...new Set([title, shorten(title, SHORT)])],
				spots: spotsOf(mark, unit),
				rank: chosen ? 0 : standing.related(mark) ? 1 : rankOf(mark)
			}
		];
		const open = mark.facts.type === 'cable' && mark.facts.sent && !mark.facts.received;
		const end = 'strokes' in mark ? mark.strokes[0]?.openEnd : null;
		if (open && end && (chosen || showsOpenEnds)) {
			wishes.push({
				key: `${reference} open`,
				texts: [words.open],
				spots: () => [
					{ x: end[0] + 9 * unit, y: end[1] - 6 * unit },
					{ x: end[0] + 9 * unit, y: end[1] + 15 * unit }
				],
				rank: chosen ? 1 : 8
			});
		}
		const carriers = 'strokes' in mark && (chosen || showsOpenEnds) ? mark.strokes[0]?.carriers : [];
		for (const { via, at } of carriers ?? []) {
			wishes.push({
				key: `${reference} open ${via}`,
				texts: [words.carrier(mark, via)],
				spots: (width) => [
					{ x: at[0] + 8 * unit, y: at[1] + 4.5 * unit },
					{ x: at[0] - 8 * unit - width, y: at[1] + 4.5 * unit, ends: true }
				],
				rank: chosen ? 1 : 7
			});
		}
		return wishes;
	});
}

function rankOf({ facts }: PlacedMark): number {
	if (facts.type === 'cable') return facts.record.text === 'full' ? 2 : 3;
	return facts.type === 'event' ? 4 : 5;
}

/** Beside the mark on the side its stroke leaves free, then on the other. */
function spotsOf(mark: PlacedMark, unit: number): (width: number) => Spot[] {
	const [x, y] = mark.anchor;
	const [above, below, beside] = [y - 7 * unit, y + 16 * unit, y + 4.5 * unit];
	const [right, left] = [x + 8 * unit, (width: number) => x - 8 * unit - width];
	if ('strokes' in mark) {
		const [ex, ey] = mark.strokes[0]?.end ?? [x, y];
		const [free, crossed] = ey > y ? [above, below] : [below, above];
		const beyond = ey > y ? 16 * unit : -7 * unit;
		return (width) => [
			{ x: right, y: free },
			{ x: left(width), y: free, ends: true },
			{ x: left(width), y: crossed, ends: true },
			{ x: x - width / 2, y: free },
			{ x: ex + 8 * unit, y: ey - 7 * unit },
			{ x: ex + 8 * unit, y: ey + 16 * unit },
			{ x: ex - width / 2, y: ey + beyond },
			{ x: ex - 8 * unit - width, y: ey + beyond, ends: true }
		];
	}
	return (width) => [
		{ x: right + 2 * unit, y: beside },
		{ x: left(width) - 2 * unit, y: beside, ends: true },
		{ x: x - 4 * unit, y: above - 3 * unit },
		{ x: x - 4 * unit, y: below + 3 * unit },
		{ x: x - width + 4 * unit, y: above - 3 * unit, ends: true },
		{ x: x - width + 4 * unit, y: below + 3 * unit, ends: true }
	];
}

/** Where labels may stand: inside the field, clear of marks, of the links of what is chosen, and of the lanes' names. */
export function labelRoom(marks: readonly Drawn[], links: readonly AnswerLink[], frame: Frame): LabelRoom {
	const { left, right, axis, height, unit } = frame;
	return {
		field: { x: left, y: axis, width: right - left, height: height - axis },
		obstacles: [...marks, ...links].flatMap(({ solid }) => solid),
		walls: frame.narrow ? nameBoxes(frame) : [],
		size: SIZE * unit
	};
}

function nameBoxes({ lanes, left, unit }: Frame): Box[] {
	return lanes.map(({ lines, top }) => ({
		x: left,
		y: top,
		width: Math.max(...lines.map((line) => measureText(line, 12 * unit))) * 1.1 + 6 * unit,
		height: (3 + 12 * lines.length) * unit
	}));
}
