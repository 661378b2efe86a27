import type { Health } from './pack-facts';

const RENDERERS: Record<string, Health['renderer']> = { gl: 'webgl', svg: 'svg' };

/** Tells who draws the map, now and whenever it changes; null where a page has no map. Returns the end of that. */
export function watchRenderer(root: HTMLElement, tell: (renderer: Health['renderer']) => void): () => void {
	let last: Health['renderer'] | undefined;
	const look = () => {
		const name = root.querySelector<HTMLElement>('[data-map-ready]')?.dataset['mapReady'];
		const renderer = RENDERERS[name ?? ''] ?? null;
		// A page without a map has nothing to say of the one before.
		if (renderer === null || renderer === last) return;
		last = renderer;
		tell(renderer);
	};
	const observer = new MutationObserver(look);
	observer.observe(root, { subtree: true, attributeFilter: ['data-map-ready'] });
	look();
	return () => observer.disconnect();
}
