import { Catalogue } from '$lib/model/catalogue';
import { currentCollection } from '$lib/server/current-collection';
import { siteOf } from '../site';
import { describeEvents } from './structured-data';
import { groundRows, placeRows, timeRows } from './rows';

export function load() {
	const catalogue = new Catalogue(currentCollection().data);
	return {
		site: siteOf(catalogue.about),
		structured: describeEvents(catalogue),
		time: timeRows(catalogue),
		ground: groundRows(catalogue),
		places: placeRows(catalogue)
	};
}
