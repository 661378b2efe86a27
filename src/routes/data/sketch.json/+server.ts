import { json } from '@sveltejs/kit';
import { readBasemap } from '$lib/server/basemap';
import { drawSketch } from '../../draw-sketch';

export const prerender = true;

export const GET = async () => json(await drawSketch(readBasemap).data);
