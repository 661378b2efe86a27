import { Catalogue, sentWhen } from '$lib/model/catalogue';
import { currentCollection } from '$lib/server/current-collection';
import { timeRows } from '$lib/table/time-rows';
import { dateText } from '$lib/ui/date-text';
import { inPageLanguage } from '$lib/workspace/spoken';
import { siteOf } from '../site';
import { byMonth } from './months';

export function load() {
	const catalogue = new Catalogue(inPageLanguage(currentCollection().data));
	const documents = timeRows(catalogue).flatMap(({ reference, id, title, when, facts }) => {
		const document = reference.startsWith('document:') ? catalogue.find('document', id) : undefined;
		if (!document) return [];
		const at = sentWhen(document);
		const dated = when && { when: dateText(when), edtf: when.edtf };
		return [{ at, line: { id, title, ...dated, way: facts[0] ?? '', text: document.text } }];
	});
	return {
		site: siteOf(catalogue.about),
		count: documents.length,
		months: byMonth(documents).map(({ id, name, entries }) => ({
			id,
			name,
			documents: entries.map(({ line }) => line)
		}))
	};
}
