import type { ErrorRing } from './error-ring';
import type { Falls } from './falls';

/** The watchdog of the shell waits for a multiple of this. Milliseconds. */
const BEAT = 10_000;

/** What can be done for a screen on which something went wrong. */
export interface Hands {
	/** Ends the visit. */
	reset(): void;
	/** Whether the screen shows where the visit stands: what fell in the midst of drawing may show anything. */
	isWhole(): boolean;
	/** Loads the page anew. */
	reload(): void;
	/** Goes to the page that needs nothing to go wrong. */
	rest(): void;
}

/**
 * Keeps a screen going on which nobody looks after it: whatever nobody caught is noted and ends the visit; what falls over and over is
 * left for a page without a script. The title beats, so that a watchdog sees when it stops. Returns the clean-up.
 */
export function keepGoing(hands: Hands, ring: ErrorRing, falls: Falls): () => void {
	const stop = new AbortController();
	let look: ReturnType<typeof setTimeout> | undefined;
	let beats = 0;

	function fall(error: unknown) {
		ring.note(error, new Date());
		if (falls.fall()) {
			// Whatever else goes wrong on the way there changes nothing.
			stop.abort();
			return hands.rest();
		}
		try {
			hands.reset();
		} catch {
			return hands.reload();
		}
		// When what follows from the reset has been drawn.
		clearTimeout(look);
		look = setTimeout(() => hands.isWhole() || hands.reload(), 1000);
	}

	const options = { signal: stop.signal };
	addEventListener(
		'error',
		// Of an observer that was called too often a browser says so, and calls it again in the next frame.
		({ error, message }) => message.startsWith('ResizeObserver') || fall(error),
		options
	);
	addEventListener('unhandledrejection', ({ reason }) => fall(reason), options);

	const beat = setInterval(() => {
		beats += 1;
		document.title = `${document.title.replace(/ · \d+$/, '')} · ${beats}`;
	}, BEAT);
	return () => {
		stop.abort();
		clearTimeout(look);
		clearInterval(beat);
	};
}
