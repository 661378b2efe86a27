/** Whether this page may have the site kept: it is the site itself, at the top of a window, and nobody saves on data. */
export function mayKeep(window: Window & typeof globalThis): boolean {
	const { navigator, location, document } = window;
	if (!window.isSecureContext || !('serviceWorker' in navigator) || !window.DecompressionStream) return false;
	if (!/^https?:$/.test(location.protocol) || window.parent !== window) return false;
	// A package for a course lies in a course system, which keeps what it likes.
	if (document.documentElement.hasAttribute('data-course')) return false;
	const { connection } = navigator as { connection?: { saveData?: boolean } };
	return connection?.saveData !== true;
}

/** Resolves when the page has been drawn and the browser has nothing better to do. */
export function afterFirstView(window: Window & typeof globalThis): Promise<void> {
	return new Promise((done) => {
		const wait = () => {
			// Safari has no idle callback.
			if ('requestIdleCallback' in window) window.requestIdleCallback(() => done(), { timeout: LONGEST });
			else setTimeout(done, SHORT);
		};
		if (window.document.readyState === 'complete') wait();
		else window.addEventListener('load', wait, { once: true });
	});
}

/** Milliseconds. */
const LONGEST = 5_000;
const SHORT = 1_000;
