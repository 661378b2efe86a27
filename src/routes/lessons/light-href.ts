import type { Light } from '$lib/model/catalogue';
import { parsePhrase } from '$lib/model/prose';
import { parseReference } from '$lib/model/references';
import { resolvePage } from '$lib/workspace/address';

/** Where a link in a lesson's text leads by itself: to the words on the document's page, or to the record in the explorer. */
export function hrefOfLight(light: Light): string {
	const phrase = parsePhrase(light);
	if (phrase) return `${resolvePage('/documents/[id]', { id: phrase.document })}#phrase-${phrase.id}`;
	const record = parseReference(light);
	if (record?.kind === 'document') return resolvePage('/documents/[id]', { id: record.id });
	return `${resolvePage('/')}?sel=${light}`;
}
