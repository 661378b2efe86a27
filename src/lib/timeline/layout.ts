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
	const ordered = wishes.map((wish, index) => ({ wish, index }));
	ordered.sort((a, b) => a.wish.rank - b.wish.rank || a.index - b.index);
	for (const { wish } of ordered) {
		const label = findSpot(wish, room, [...placed.map(({ box }) => box), ...fixed]);
		if (label) placed.push(label);
	}
	for (const { wish } of ordered) {
		if (!raised.has(wish.key) || placed.some(({ key }) => key === wish.key)) continue;
		const kept = placed.filter(({ key }) => raised.has(key)).map(({ box }) => box);
		const label = findSpot(wish, room, [...kept, ...fixed]) ?? findSpot(wish, room, [...kept, ...walls]);
		if (label) placed = [...placed.filter(({ box }) => !overlap(box, label.box)), label];
	}
	return placed;
}

function findSpot(wish: LabelWish, { field, size }: LabelRoom, taken: readonly Box[]): PlacedLabel | null {
	for (const text of wish.texts) {
		const width = measureText(text, size);
		for (const spot of wish.spots(width)) {
			const box = boxOf(spot, width, size);
			if (isInside(box, field) && !taken.some((other) => overlap(box, other)))
				return { key: wish.key, text, ...spot, box };
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
	let ems = 0;
	for (const letter of text) ems += WIDTHS.find(({ letters }) => letters.test(letter))?.ems ?? 0.62;
	return ems * size * 1.03;
}

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

/**
 * Levels (0, −1, 1, −2, …) for points along a line, in order of `x`, so that neighbours closer than `reach` stand on different
 * ones; the lowest is used again when all `count` are taken.
 */
export function dodge(positions: readonly number[], reach: number, count: number): number[] {
	const last: number[] = Array.from({ length: count }, () => -Infinity);
	return positions.map((x) => {
		const free = last.findIndex((previous) => x - previous >= reach);
		const slot = free < 0 ? last.indexOf(Math.min(...last)) : free;
		last[slot] = x;
		return slot % 2 ? -(slot + 1) / 2 : slot / 2;
	});
}
