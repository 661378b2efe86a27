/** A rectangle in user units. */
export interface Box {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** Where a label may stand, best first. `x` is its left edge, `y` its baseline. */
export interface Spot {
	x: number;
	y: number;
	/** The mark is at the right: the text ends there, whatever its true width. */
	ends?: boolean;
}

export interface LabelWish {
	key: string;
	/** Longest first; a shorter wording stands where the longer does not fit. */
	texts: string[];
	/** Spots for a text of the given width. */
	spots: (width: number) => Spot[];
	/** Smaller comes first. */
	rank: number;
}

export interface PlacedLabel extends Spot {
	key: string;
	text: string;
	box: Box;
}

export interface LabelRoom {
	/** Labels stay inside. */
	field: Box;
	/** Marks that no label may cover. */
	obstacles: readonly Box[];
	/** What not even a raised label may cover. */
	walls?: readonly Box[];
	/** Height of the text, user units. */
	size: number;
}

const GAP = 3;

/**
 * Gives each label a free spot, the first in rank first; what finds none is left out. No two labels touch.
 * @param raised keys that are shown even if a label already placed has to make way
 */
export function placeLabels(
	wishes: readonly LabelWish[],
	room: LabelRoom,
	raised: ReadonlySet<string> = new Set()
): PlacedLabel[] {
	let placed: PlacedLabel[] = [];
	const walls = room.walls ?? [];
	const fixed = [...walls, ...room.obstacles];
	const crowd = new Crowd(fixed);
	const ordered = wishes.map((wish, index) => ({ wish, index }));
	ordered.sort((a, b) => a.wish.rank - b.wish.rank || a.index - b.index);
	for (const { wish } of ordered) {
		const label = findSpot(wish, room, crowd);
		if (!label) continue;
		placed.push(label);
		crowd.add(label.box);
	}
	for (const { wish } of ordered) {
		if (!raised.has(wish.key) || placed.some(({ key }) => key === wish.key)) continue;
		const kept = placed.filter(({ key }) => raised.has(key)).map(({ box }) => box);
		const label =
			findSpot(wish, room, new Crowd([...kept, ...fixed])) ??
			findSpot(wish, room, new Crowd([...kept, ...walls]));
		if (label) placed = [...placed.filter(({ box }) => !overlap(box, label.box)), label];
	}
	return placed;
}

const COLUMN = 64;

/** Boxes by the columns they stand in, so that a box is compared with its neighbours only. */
class Crowd {
	readonly #columns = new Map<number, Box[]>();

	constructor(boxes: readonly Box[]) {
		for (const box of boxes) this.add(box);
	}

	add(box: Box) {
		const [first, last] = columnsOf(box);
		for (let column = first; column <= last; column++) {
			const known = this.#columns.get(column);
			if (known) known.push(box);
			else this.#columns.set(column, [box]);
		}
	}

	takes(box: Box): boolean {
		const [first, last] = columnsOf(box);
		for (let column = first; column <= last; column++)
			if (this.#columns.get(column)?.some((other) => overlap(box, other))) return true;
		return false;
	}
}

/** First and last column; of a box far longer than a screen those that can matter. */
function columnsOf({ x, width }: Box): [number, number] {
	return [Math.max(Math.floor(x / COLUMN), -4), Math.min(Math.floor((x + width) / COLUMN), 120)];
}

function findSpot(wish: LabelWish, { field, size }: LabelRoom, crowd: Crowd): PlacedLabel | null {
	for (const text of wish.texts) {
		const width = measureText(text, size);
		for (const spot of wish.spots(width)) {
			const box = boxOf(spot, width, size);
			if (isInside(box, field) && !crowd.takes(box)) return { key: wish.key, text, ...spot, box };
		}
	}
	return null;
}

export function boxOf({ x, y }: Spot, width: number, size: number): Box {
	return { x: x - GAP, y: y - size * 0.95, width: width + 2 * GAP, height: size * 1.25 };
}

export function overlap(a: Box, b: Box): boolean {
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function isInside(box: Box, field: Box): boolean {
	return (
		box.x >= field.x &&
		box.y >= field.y &&
		box.x + box.width <= field.x + field.width &&
		box.y + box.height <= field.y + field.height
	);
}

/** Width of a line of the interface's type, a little generous: the same in the browser and on the server. */
export function measureText(text: string, size: number): number {
	let ems = measured.get(text);
	if (ems === undefined) {
		ems = 0;
		for (const letter of text) ems += WIDTHS.find(({ letters }) => letters.test(letter))?.ems ?? 0.62;
		if (measured.size > MOST_MEASURED) measured.clear();
		measured.set(text, ems);
	}
	return ems * size * 1.03;
}

const measured = new Map<string, number>();
const MOST_MEASURED = 4000;

/** Ems of Source Sans 3, by groups of letters; unknown letters are taken for wide ones, those of East Asia for square. */
const WIDTHS = [
	{ letters: /[ ]/, ems: 0.21 },
	{ letters: /[ijlI.,:;'’‘|!]/, ems: 0.26 },
	{ letters: /[ftr/()[\]-]/, ems: 0.35 },
	{ letters: /[cszvyx]/, ems: 0.46 },
	{ letters: /[a-ln-u0-9“”JY–FL]/, ems: 0.52 },
	{ letters: /[mMwW—…@%]/, ems: 0.86 },
	{ letters: /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/, ems: 1.02 }
];

/** The text cut at a word, with an ellipsis; unchanged when it is short enough. */
export function shorten(text: string, letters: number): string {
	if (text.length <= letters) return text;
	const head = text.slice(0, letters + 1);
	const word = head.lastIndexOf(' ');
	return `${text.slice(0, word > letters / 2 ? word : letters).replace(/[\s,;:·–-]+$/, '')}…`;
}
