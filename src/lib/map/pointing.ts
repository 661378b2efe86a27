import type { Attachment } from 'svelte/attachments';
import type { Reference } from '$lib/model/references';

interface Wishes {
	/** The record whose words stand at a point, pixels from the upper left: words let the pointer through. */
	wordAt: (x: number, y: number) => Reference | null;
	onpoint: (light: Reference | null) => void;
	onchoose: (light: Reference) => void;
}

/** Lights and chooses what is drawn with `data-light`. The keys have the list of the same features instead. */
export function pointAtLights({ wordAt, onpoint, onchoose }: Wishes): Attachment<Element> {
	return (element) => {
		const node = element as HTMLElement;
		const stop = new AbortController();
		const { signal } = stop;
		const lightAt = (event: MouseEvent) => {
			const { left, top } = node.getBoundingClientRect();
			const mark = (event.target as Element).closest('[data-light]')?.getAttribute('data-light');
			return (
				wordAt(event.clientX - left, event.clientY - top) ?? (mark as Reference | null | undefined) ?? null
			);
		};
		let pointed: Reference | null = null;
		const point = (event: PointerEvent) => {
			const light = lightAt(event);
			if (light === pointed) return;
			pointed = light;
			onpoint(light);
		};
		node.addEventListener('pointerover', point, { signal });
		node.addEventListener('pointermove', point, { signal });
		node.addEventListener('pointerleave', () => onpoint((pointed = null)), { signal });
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
