import { distanceTo, isFold, laneOf, type Drawn } from './place';
import type { Point } from './path';

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

/** First instant of a mark or fold, and last. */
function timesOf(drawn: Drawn): [number, number] {
	return isFold(drawn) ? drawn.span : [drawn.facts.at, drawn.facts.at];
}

/** Where the search goes on when a key leads past what is drawn. */
export function beyond(drawn: Drawn, move: 'previous' | 'next'): number {
	return timesOf(drawn)[move === 'next' ? 1 : 0];
}

/** What of the drawn a key leads to, which come in order of time; null where it leads out of them. */
export function findNeighbour(all: readonly Drawn[], here: Drawn, move: Move): Drawn | null {
	const index = all.indexOf(here);
	switch (move) {
		case 'previous':
			return all[index - 1] ?? null;
		case 'next':
			return all[index + 1] ?? null;
		case 'above':
		case 'below':
			return findInLane(all, here, move === 'above' ? -1 : 1);
		case 'first':
		case 'last':
			return null;
	}
}

/** The nearest in time in the next lane that has any. */
function findInLane(all: readonly Drawn[], here: Drawn, direction: number): Drawn {
	const lanesAway = (other: Drawn) => (laneOf(other) - laneOf(here)) * direction;
	const away = all.filter((other) => lanesAway(other) > 0);
	const nearest = Math.min(...away.map(lanesAway));
	const [at] = timesOf(here);
	const distance = (other: Drawn) => Math.abs(timesOf(other)[0] - at);
	const [found] = away
		.filter((other) => lanesAway(other) === nearest)
		.sort((a, b) => distance(a) - distance(b));
	return found ?? here;
}

/**
 * The mark meant by a pointer: what lies under it, unless another is clearly nearer.
 * @param reach farthest that counts, user units
 */
export function pickMark(
	all: readonly Drawn[],
	point: Point,
	reach: number,
	under: Drawn | undefined
): Drawn | null {
	let best = under ?? null;
	let least = under ? distanceTo(under, point) - reach / 3 : reach;
	for (const mark of all) {
		const distance = distanceTo(mark, point);
		if (distance >= least) continue;
		best = mark;
		least = distance;
	}
	return best;
}
