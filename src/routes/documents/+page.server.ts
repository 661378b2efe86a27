import { Catalogue, sentWhen } from '$lib/model/catalogue';
import { currentCollection } from '$lib/server/current-collection';
import { siteOf } from '../site';
import { timeRows } from '../events/rows';

export function load() {
	const catalogue = new Catalogue(currentCollection().data);
	const rows = timeRows(catalogue);
	return {
		site: siteOf(catalogue.about),
		documents: rows
			.filter(({ reference }) => reference.startsWith('document:'))
			.map(({ id, title, when, edtf, kind, facts, certainty }) => {
				const document = catalogue.find('document', id);
				return {
					...{ id, title, when, edtf, kind, way: facts[0] ?? '', certainty },
					text: document?.text ?? 'none',
					isDated: Boolean(document && sentWhen(document))
				};
			})
	};
}
