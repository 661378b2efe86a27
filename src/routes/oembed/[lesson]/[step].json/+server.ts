import { error } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { currentCollection } from '$lib/server/current-collection';
import { siteAddress } from '$lib/server/site-address';
import { answerEmbed } from '../../oembed';

export const prerender = true;

export function entries() {
	return currentCollection().lessons.flatMap(({ id, steps }) =>
		steps.map((step) => ({ lesson: id, step: step.id }))
	);
}

export const GET: RequestHandler = ({ params }) =>
	answerEmbed(currentCollection(), siteAddress(), params) ?? error(404);
