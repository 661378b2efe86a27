import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';
import { listBasemap, readBasemap } from '$lib/server/basemap';

export const prerender = true;

export function entries() {
	return listBasemap().map((name) => {
		const [level = '', layer = ''] = name.split('/');
		return { level, layer };
	});
}

export const GET: RequestHandler = ({ params }) => json(readBasemap(`${params.level}/${params.layer}`));
