import type { OfflineState } from '$lib/state/offline.svelte';
import { afterFirstView, mayKeep } from './may-keep';
import type { Asked } from './messages';
import { watchRenderer } from './watch-renderer';

/**
 * Has the site kept on this device, once the page has been drawn; where it may not or cannot be, nothing happens.
 * @param site address of its root, ending in a stroke, and how this page calls its build
 * @returns ends the listening
 */
export function startOffline(offline: OfflineState, site: { root: string; build: string }): () => void {
	if (!mayKeep(window)) return () => {};
	const container = navigator.serviceWorker;
	let isOver = false;
	let end = () => {};
	const start = async () => {
		await afterFirstView(window);
		const { registerWorker } = await import('./register');
		if (isOver) return;
		const reload = () => location.reload();
		const stop = await registerWorker(container, offline, { ...site, reload });
		const stopWatching = watchRenderer(document.body, (renderer) => {
			const tell = { ask: 'renderer', renderer } satisfies Asked;
			void container.ready.then(({ active }) => active?.postMessage(tell));
		});
		end = () => {
			stop();
			stopWatching();
		};
		if (isOver) end();
	};
	// A browser that refuses the worker, or a host without one: the site works as it does without.
	start().catch(() => undefined);
	return () => {
		isOver = true;
		end();
	};
}
