import { json } from '@sveltejs/kit';
import { makeEntries } from '$lib/search/entries';
import { currentCollection } from '$lib/server/current-collection';

export const prerender = true;

export const GET = () => json(makeEntries(currentCollection()));
