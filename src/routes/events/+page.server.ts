import { Catalogue } from '$lib/model/catalogue';
import { currentCollection } from '$lib/server/current-collection';
import { groundRows, placeRows, timeRows } from './rows';

export function load() {
	const catalogue = new Catalogue(currentCollection().data);
	return { time: timeRows(catalogue), ground: groundRows(catalogue), places: placeRows(catalogue) };
}
