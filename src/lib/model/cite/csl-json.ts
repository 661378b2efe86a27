import { toCslDate, toParts, type CslDate } from './dates';
import type { Citable, CitedDocument, CitedView } from './item';
import { spoken, type CiteName } from './names';
import { oneLine, sentence } from './runs';
import { remarks } from './statements';

/** A name in CSL-JSON 1.0.2; `static-ordering` keeps a family name that is said first in its place. */
type CslName =
	{ literal: string } | { family: string; given: string; suffix?: string; 'static-ordering'?: true };

/** The fields of CSL-JSON 1.0.2 that are used here. */
export interface CslItem {
	id: string;
	type: string;
	author?: CslName[];
	title: string;
	genre?: string;
	issued?: CslDate;
	accessed?: CslDate;
	translator?: CslName[];
	'container-title': string;
	source: string;
	archive?: string;
	archive_collection?: string;
	archive_location?: string;
	language?: string;
	URL?: string;
	note: string;
}

const TYPES: Record<CitedDocument['kind'], string> = {
	telegram: 'personal_communication',
	letter: 'personal_communication',
	note: 'personal_communication',
	report: 'report',
	estimate: 'report',
	memorandum: 'report',
	speech: 'speech',
	broadcast: 'broadcast',
	draft: 'manuscript',
	agreement: 'treaty',
	conversation: 'document',
	order: 'document',
	directive: 'document',
	resolution: 'document'
};

export function toCsl(item: Citable): CslItem {
	const { id, collection, site, address, accessed } = item;
	return {
		id,
		...(item.form === 'view' ? describeView(item) : describeDocument(item)),
		...(accessed && { accessed: { 'date-parts': [toParts(accessed)] } }),
		'container-title': collection,
		source: site,
		...(address && { URL: address }),
		note: remarks(item).join(' ')
	};
}

/** A file of one item. */
export function printCslJson(item: Citable): string {
	return `${JSON.stringify([toCsl(item)], null, 2)}\n`;
}

function describeDocument(item: CitedDocument): Pick<CslItem, 'type' | 'title'> & Partial<CslItem> {
	const { authors, archive } = item;
	const issued = item.date && toCslDate(item.date);
	return {
		type: TYPES[item.kind],
		...(authors.length > 0 && { author: authors.map(toCslName) }),
		title: oneLine(item.title),
		genre: sentence(item.kind),
		...(issued && { issued }),
		...(archive.translator && { translator: [{ literal: archive.translator }] }),
		...(archive.holder && { archive: archive.holder }),
		...(archive.collection && { archive_collection: archive.collection }),
		...(archive.call_number && { archive_location: archive.call_number }),
		language: item.language
	};
}

function describeView({ shown }: CitedView): Pick<CslItem, 'type' | 'title'> {
	return { type: 'webpage', title: `Explorer view: ${oneLine(shown)}` };
}

function toCslName(name: CiteName): CslName {
	if ('literal' in name) return { literal: spoken(name) };
	const { family, given, suffix, familyFirst } = name;
	return {
		family,
		given,
		...(suffix && { suffix }),
		...(familyFirst && { 'static-ordering': true as const })
	};
}
