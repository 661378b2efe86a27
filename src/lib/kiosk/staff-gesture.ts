const TAPS = 5;
/** Time for all of them, milliseconds. */
const TIME = 4000;
/** Side of the corner, in CSS pixels: larger than a finger, smaller than anything that is looked for. */
const CORNER = 120;

/** Counts taps in the upper right corner of the screen; answers true at the last of five. */
export function watchCorner(): (event: PointerEvent) => boolean {
	let taps: number[] = [];
	return ({ clientX, clientY }) => {
		if (clientX < innerWidth - CORNER || clientY > CORNER) {
			taps = [];
			return false;
		}
		const now = performance.now();
		taps = [...taps.filter((then) => now - then < TIME), now];
		if (taps.length < TAPS) return false;
		taps = [];
		return true;
	};
}
