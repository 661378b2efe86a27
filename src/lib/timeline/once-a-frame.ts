/** Runs at the next frame with the last value given: wheels and fingers report more often than a screen draws. */
export function onceAFrame<T>(run: (value: T) => void): (value: T) => void {
	let latest: T;
	let waiting = false;
	return (value) => {
		latest = value;
		if (waiting) return;
		waiting = true;
		requestAnimationFrame(() => {
			waiting = false;
			run(latest);
		});
	};
}

/** Runs once what is drawn now has been seen. Returns what calls it off. */
export function afterPaint(run: () => void): () => void {
	let request = requestAnimationFrame(() => (request = requestAnimationFrame(run)));
	return () => cancelAnimationFrame(request);
}
