import { json } from '@sveltejs/kit';
import type { Collection } from '$lib/model/collection';
import { m } from '$lib/paraglide/messages';
import { describeEmbed } from '$lib/teach/embed';

/**
 * What a lesson, or a step of it, says of itself to a system that embeds it; null where the collection has none.
 *
 * @param address of the whole site; null where nobody has named it
 */
export function answerEmbed(
	{ lessons }: Collection,
	address: string | null,
	{ lesson, step }: { lesson: string; step?: string }
): Response | null {
	const found = lessons.find(({ id }) => id === lesson);
	const part = found?.steps.find(({ id }) => id === step);
	if (!found || (step !== undefined && !part)) return null;
	const title = part ? `${part.title} · ${found.title}` : found.title;
	const page = part ? `lessons/${lesson}/${part.id}/` : `lessons/${lesson}/`;
	return json(describeEmbed({ title, provider: m.app_name() }, page, address));
}
