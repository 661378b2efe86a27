import { json } from '@sveltejs/kit';
import { readBasemap } from '$lib/server/basemap';
import { digest } from '$lib/server/digest';
import { drawSketch } from '../../draw-sketch';

export const prerender = true;

export const GET = async () => json(await drawSketch(readBasemap, digest).data);
