import type { Entry } from '$lib/model/cite/runs';
import { m } from '$lib/paraglide/messages';

/** What an entry of a citation is for. */
export const USES: Record<Entry['use'], () => string> = {
	note: m.cite_use_note,
	bibliography: m.cite_use_bibliography,
	'works-cited': m.cite_use_works_cited,
	reference: m.cite_use_reference,
	'in-text': m.cite_use_in_text
};
