import { currentCollection } from '$lib/server/current-collection';

export function load() {
	const { title, subtitle, description, credits, rights } = currentCollection().data.about;
	return { about: { title, subtitle, description, credits, rights } };
}
