/** Keys that do something to a page or leave it, with or without Ctrl, Alt or Command. */
const BROWSER_KEYS =
	/^(F\d+|BrowserBack|BrowserForward|BrowserHome|BrowserRefresh|BrowserSearch|ContextMenu|PrintScreen)$/;

/** Mouse buttons that go back and forward. */
const BACK_BUTTONS = [3, 4];

/**
 * Keeps what a browser would do of its own from happening: its menu, selecting and dragging, larger and smaller, back and forward,
 * print and find. Locking the machine itself is the shell's. Returns the clean-up.
 */
export function guardPage(): () => void {
	const stop = new AbortController();
	const refuse = (event: Event) => event.cancelable && event.preventDefault();
	const options = { signal: stop.signal, capture: true, passive: false };
	for (const type of [
		'contextmenu',
		'dragstart',
		'selectstart',
		'gesturestart',
		'gesturechange',
		'drop',
		'copy'
	])
		document.addEventListener(type, refuse, options);
	document.addEventListener('wheel', (event) => (event.ctrlKey || event.metaKey) && refuse(event), options);
	// Two fingers are the browser's own gesture, wherever no part of the page has taken them.
	document.addEventListener('touchmove', (event) => event.touches.length > 1 && refuse(event), options);
	for (const type of ['mousedown', 'mouseup', 'auxclick'] as const)
		document.addEventListener(
			type,
			(event) => (BACK_BUTTONS.includes(event.button) || event.button === 1) && refuse(event),
			options
		);
	document.addEventListener(
		'keydown',
		(event) => {
			const isCommand = event.ctrlKey || event.metaKey || event.altKey;
			if (isCommand || BROWSER_KEYS.test(event.key)) refuse(event);
		},
		options
	);
	return () => stop.abort();
}

/** A shell that wants to be allowed sound clicks here when the page has loaded. No visitor can: it is the outermost pixel. */
export function isShellClick({ clientX, clientY, pointerType }: PointerEvent): boolean {
	return pointerType === 'mouse' && clientX <= 2 && clientY <= 2;
}
