import type { PageServerLoad } from './$types';
import { outlineOf } from '$lib/model/lesson';
import { tabulateStandards } from '$lib/model/standards';
import { currentCollection } from '$lib/server/current-collection';
import { siteOf } from '../site';

export const load: PageServerLoad = () => {
	const { data, lessons, standards } = currentCollection();
	return {
		site: siteOf(data.about),
		lessons: lessons.map(outlineOf),
		standards: tabulateStandards(standards, lessons)
	};
};
