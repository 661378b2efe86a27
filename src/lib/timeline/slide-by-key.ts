/** What a slider needs to know of itself when a key is pressed; all in one unit. */
export interface Slide {
	at: number;
	range: readonly [number, number];
	step: number;
	leap: number;
}

/** The keys of a slider: arrows step, Page Up and Down leap, Home and End go to the ends. */
export function slideByKey(read: () => Slide, move: (to: number) => void) {
	return (event: KeyboardEvent) => {
		if (event.altKey || event.ctrlKey || event.metaKey) return;
		const { at, range, step, leap } = read();
		const targets: Record<string, number> = {
			ArrowLeft: at - step,
			ArrowDown: at - step,
			ArrowRight: at + step,
			ArrowUp: at + step,
			PageDown: at - leap,
			PageUp: at + leap,
			Home: range[0],
			End: range[1]
		};
		const target = Object.hasOwn(targets, event.key) ? targets[event.key] : undefined;
		if (target === undefined) return;
		event.preventDefault();
		event.stopPropagation();
		move(Math.min(Math.max(target, range[0]), range[1]));
	};
}
