import { referTo, type Reference } from '$lib/model/references';
import type { ViewState } from '$lib/state/view.svelte';

/**
 * Chooses what was pressed on the map. Choosing a record moves the cursor to its time; so that two fronts stay side by side, the moment
 * of the cursor becomes the second one when the second front is chosen. A front that was heard of opens in the words that tell it.
 */
export function chooseOnMap(view: ViewState, light: Reference, as?: 'heard') {
	const { front, frontHeard: heard, frontAgainst: then, cursor } = view;
	const isOurs = front?.claims.some((claim) => claim && referTo('front', claim.id) === light);
	const isHeard = heard && light === referTo('front', heard.claim.id);
	if (heard && isHeard && (as === 'heard' || !isOurs)) {
		view.read(heard.document.id, heard.phrase, 'map');
		return;
	}
	const isThen = then?.claims.some((claim) => claim && referTo('front', claim.id) === light);
	view.select(light, 'map');
	if (isThen && !isOurs) view.compareWith(cursor);
}
