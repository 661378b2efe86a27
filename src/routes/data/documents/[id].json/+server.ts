import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { currentCollection } from '$lib/server/current-collection';

export const prerender = true;

export function entries() {
	return [...currentCollection().bodies.keys()].map((id) => ({ id }));
}

export const GET: RequestHandler = ({ params }) => {
	const body = currentCollection().bodies.get(params.id);
	if (!body) error(404);
	return json(body);
};
