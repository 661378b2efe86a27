import { sentWhen } from '$lib/model/catalogue';
import type { ViewState } from '$lib/state/view.svelte';

/** Papers written by the cursor, by whether the desk had them. */
export interface DeskCount {
	had: number;
	maybe: number;
	missing: number;
}

/** Of the papers within the chart's window, up to the cursor; null when no desk is chosen. */
export function countAtDesk(view: ViewState): DeskCount | null {
	const { knowledge, cursor, window, catalogue } = view;
	if (!knowledge) return null;
	const count = { had: 0, maybe: 0, missing: 0 };
	for (const document of catalogue.data.documents) {
		const sent = sentWhen(document);
		if (!sent || sent.earliestStart > cursor || sent.latestEnd < window[0]) continue;
		const standing = knowledge.standing(`document:${document.id}`, cursor);
		if (standing === 'known') count.had += 1;
		else if (standing === 'maybe') count.maybe += 1;
		else count.missing += 1;
	}
	return count;
}
