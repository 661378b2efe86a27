import type { Catalogue } from '$lib/model/catalogue';
import { referTo } from '$lib/model/references';

type Thing = Record<string, unknown>;

/** The events in order of time as schema.org has them. Dates are EDTF as in the record. */
export function describeEvents(catalogue: Catalogue): Thing {
	const { about, data } = catalogue;
	return {
		'@context': 'https://schema.org',
		'@type': 'ItemList',
		name: about.title,
		itemListElement: data.events.map((event, index) => ({
			'@type': 'ListItem',
			position: index + 1,
			item: {
				'@type': 'Event',
				identifier: event.id,
				name: event.title,
				description: event.summary,
				startDate: event.when.edtf,
				location: event.places.map((id) => ({
					'@type': 'Place',
					name: catalogue.titleOf(referTo('place', id))
				})),
				citation: event.sources.map(({ source }) => catalogue.titleOf(referTo('source', source)))
			}
		}))
	};
}
