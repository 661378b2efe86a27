import type { RequestHandler } from './$types';
import { currentRecords } from '$lib/server/current-collection';

export const prerender = true;

export const GET: RequestHandler = () =>
	new Response(currentRecords().text, { headers: { 'content-type': 'application/json' } });
