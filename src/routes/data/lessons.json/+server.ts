import { json } from '@sveltejs/kit';
import { currentCollection } from '$lib/server/current-collection';
import { wordsOfLessons } from '../../lesson-words';

export const prerender = true;

export const GET = () => json(wordsOfLessons(currentCollection()));
