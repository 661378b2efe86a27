import type { Attachment } from 'svelte/attachments';
import type { Reference } from '$lib/model/references';

interface Wishes {
	onpoint: (light: Reference | null) => void;
	onchoose: (light: Reference) => void;
}

/** Lights and chooses what is drawn with `data-light`. The keys have the list of the same features instead. */
export function pointAtLights({ onpoint, onchoose }: Wishes): Attachment<Element> {
	return (node) => {
		const stop = new AbortController();
		const { signal } = stop;
		const lightAt = (event: Event) =>
			(event.target as Element).closest('[data-light]')?.getAttribute('data-light') as
				Reference | null | undefined;
		node.addEventListener('pointerover', (event) => onpoint(lightAt(event) ?? null), { signal });
		node.addEventListener('pointerleave', () => onpoint(null), { signal });
		node.addEventListener(
			'click',
			(event) => {
				const light = lightAt(event);
				if (light) onchoose(light);
			},
			{ signal }
		);
		return () => stop.abort();
	};
}
