import type { Attachment } from 'svelte/attachments';
import type { Player } from './play.svelte';

/** Space plays and pauses, where it does nothing else already. */
export function playByKey(player: Player): Attachment<HTMLElement> {
	return (node) => {
		const press = (event: KeyboardEvent) => {
			if (event.key !== ' ' || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented)
				return;
			if (event.target instanceof Element && event.target.closest('button, select, input, summary, a'))
				return;
			event.preventDefault();
			player.toggle();
		};
		node.addEventListener('keydown', press);
		return () => node.removeEventListener('keydown', press);
	};
}
