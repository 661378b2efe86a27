const STOPS = '[data-stop], button:not(:disabled)';

/** What can be stepped through with the keys of a keypad, in the order of the page: what is read, and what can be pressed. */
export function listStops(root: ParentNode): HTMLElement[] {
	return [...root.querySelectorAll<HTMLElement>(STOPS)].filter(
		(stop) => !stop.closest('[inert], [hidden]') && stop.getClientRects().length > 0
	);
}

/** Steps from where the focus is; at the ends it goes round. */
export function stepFocus(root: ParentNode, by: 1 | -1) {
	const stops = listStops(root);
	if (stops.length === 0) return;
	const at = stops.indexOf(document.activeElement as HTMLElement);
	const next = at < 0 ? (by > 0 ? 0 : stops.length - 1) : (at + by + stops.length) % stops.length;
	stops[next]?.focus();
}

/** Which way a key of the keypad goes; 0 for another key. */
export function wayOf({ key }: KeyboardEvent): 1 | -1 | 0 {
	if (key === 'ArrowRight' || key === 'ArrowDown') return 1;
	if (key === 'ArrowLeft' || key === 'ArrowUp') return -1;
	return 0;
}

/** What is said of something when the focus comes to it: its words, and what they are in. */
export function describeStop(element: HTMLElement, words: { button: string; pressed: string }): string {
	const said = element.dataset['say'] ?? element.getAttribute('aria-label') ?? element.textContent;
	if (element.tagName !== 'BUTTON') return said;
	const state = element.getAttribute('aria-pressed') === 'true' ? words.pressed : words.button;
	return `${said}, ${state}`;
}

/** The language that something is written in. */
export function languageAt(element: HTMLElement): string {
	return element.closest<HTMLElement>('[lang]')?.lang ?? document.documentElement.lang;
}
