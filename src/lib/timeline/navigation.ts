import type { Facts } from './marks';
import { distanceTo, type PlacedMark } from './place';
import type { Point } from './strokes';

export type Move = 'previous' | 'next' | 'above' | 'below' | 'first' | 'last';

const KEYS: Record<string, Move> = {
	ArrowLeft: 'previous',
	ArrowRight: 'next',
	ArrowUp: 'above',
	ArrowDown: 'below',
	Home: 'first',
	End: 'last'
};

export function moveOfKey(key: string): Move | undefined {
	return Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
}

/** The mark a key leads to from the one at `index`; marks come in order of time. Stays where there is none. */
export function findNeighbour(marks: readonly Facts[], index: number, move: Move): number {
	switch (move) {
		case 'previous':
			return Math.max(index - 1, 0);
		case 'next':
			return Math.min(index + 1, marks.length - 1);
		case 'first':
			return 0;
		case 'last':
			return marks.length - 1;
		case 'above':
		case 'below':
			return findInLane(marks, index, move === 'above' ? -1 : 1);
	}
}

/** The nearest in time in the next lane that has any. */
function findInLane(marks: readonly Facts[], index: number, direction: number): number {
	const here = marks[index];
	if (!here) return index;
	const lanesAway = (mark: Facts) => (laneOf(mark) - laneOf(here)) * direction;
	const beyond = marks.filter((mark) => lanesAway(mark) > 0);
	const nearest = Math.min(...beyond.map(lanesAway));
	const [found] = beyond
		.filter((mark) => lanesAway(mark) === nearest)
		.sort((a, b) => Math.abs(a.at - here.at) - Math.abs(b.at - here.at));
	return found ? marks.indexOf(found) : index;
}

export function laneOf(mark: Facts): number {
	return mark.type === 'cable' ? (mark.routes[0]?.[0] ?? 0) : mark.lane;
}

/** The first mark after the instant, or the last before it; null when there is none. */
export function findFrom(marks: readonly Facts[], instant: number, move: 'previous' | 'next'): Facts | null {
	return (
		(move === 'next' ? marks.find(({ at }) => at > instant) : marks.findLast(({ at }) => at < instant)) ??
		null
	);
}

/**
 * The mark meant by a pointer: what lies under it, unless another is clearly nearer.
 * @param reach farthest that counts, user units
 */
export function pickMark(
	marks: readonly PlacedMark[],
	point: Point,
	reach: number,
	under: PlacedMark | undefined
): PlacedMark | null {
	let best = under ?? null;
	let least = under ? distanceTo(under, point) - reach / 3 : reach;
	for (const mark of marks) {
		const distance = distanceTo(mark, point);
		if (distance >= least) continue;
		best = mark;
		least = distance;
	}
	return best;
}
