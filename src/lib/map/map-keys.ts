import type { Spot } from './mercator';

const MOVES: Record<string, { by: Spot; zoomBy?: number }> = {
	ArrowLeft: { by: [80, 0] },
	ArrowRight: { by: [-80, 0] },
	ArrowUp: { by: [0, 80] },
	ArrowDown: { by: [0, -80] },
	'+': { by: [0, 0], zoomBy: 0.75 },
	'=': { by: [0, 0], zoomBy: 0.75 },
	'-': { by: [0, 0], zoomBy: -0.75 }
};

/** The keys of the map: arrows move it, plus and minus zoom. CSS pixels and steps of zoom. */
export function moveByKey(move: (by: Spot, zoomBy?: number) => void) {
	return (event: KeyboardEvent) => {
		const wanted = event.ctrlKey || event.metaKey || event.altKey ? undefined : MOVES[event.key];
		if (!wanted) return;
		event.preventDefault();
		move(wanted.by, wanted.zoomBy);
	};
}
