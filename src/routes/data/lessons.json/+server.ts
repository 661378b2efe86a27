import { json } from '@sveltejs/kit';
import { wordsOfLesson } from '$lib/lesson/work-text';
import { currentCollection } from '$lib/server/current-collection';

export const prerender = true;

export const GET = () => json(currentCollection().lessons.map(wordsOfLesson));
