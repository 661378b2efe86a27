import type { Catalogue } from '$lib/model/catalogue';
import type { DocumentBody, DocumentSummary } from '$lib/model/collection';
import { parseReference } from '$lib/model/references';

type Thing = Record<string, unknown>;

const TYPES: Record<DocumentSummary['kind'], string> = {
	telegram: 'Message',
	letter: 'Message',
	note: 'Message',
	report: 'Report',
	conversation: 'CreativeWork',
	order: 'CreativeWork',
	speech: 'CreativeWork',
	resolution: 'CreativeWork',
	draft: 'CreativeWork',
	memorandum: 'Report',
	directive: 'CreativeWork',
	broadcast: 'CreativeWork',
	agreement: 'CreativeWork',
	estimate: 'Report'
};

/** A document as schema.org has it. Dates are EDTF as in the record; what is unknown is left out, and so is any précis of ours. */
export function describeForMachines(
	catalogue: Catalogue,
	document: DocumentSummary,
	body: DocumentBody
): Thing {
	const { archive, abstract } = body;
	const type = TYPES[document.kind];
	const author = document.from.map((party) => describeParty(catalogue, party));
	const recipient = document.to.map((party) => describeParty(catalogue, party));
	return compact({
		'@context': 'https://schema.org',
		'@type': ['ArchiveComponent', type],
		identifier: document.id,
		name: document.title,
		inLanguage: document.language,
		dateCreated: edtfOf(document, 'written') ?? edtfOf(document, 'sent'),
		dateSent: type === 'Message' ? edtfOf(document, 'sent') : undefined,
		dateReceived: type === 'Message' ? edtfOf(document, 'received') : undefined,
		datePublished: edtfOf(document, 'published'),
		author,
		[type === 'Message' ? 'recipient' : 'audience']: recipient,
		translator: archive.translator && { '@type': 'Person', name: archive.translator },
		abstract: abstract?.text,
		text: document.text === 'full' ? body.text : undefined,
		mentions: describeMentions(catalogue, body),
		holdingArchive: archive.holder && { '@type': 'ArchiveOrganization', name: archive.holder },
		itemLocation: [archive.collection, archive.call_number].filter(Boolean).join(', ') || undefined,
		sameAs: archive.url,
		creditText: archive.credit,
		license: archive.rights && { '@type': 'CreativeWork', text: archive.rights },
		isPartOf: { '@type': 'Collection', name: catalogue.about.title },
		citation: document.sources.map(({ source }) => catalogue.find('source', source)?.title).filter(Boolean)
	});
}

function describeParty(
	catalogue: Catalogue,
	{ person, name }: DocumentSummary['from'][number]
): Thing | undefined {
	const found = person ? catalogue.find('person', person) : undefined;
	if (!found) return name ? { '@type': 'Thing', name } : undefined;
	const alternateName = [...(name ? [name] : []), ...found.names.map(({ text }) => text)];
	return compact({ '@type': 'Person', name: found.name, alternateName });
}

function describeMentions(catalogue: Catalogue, { annotations }: DocumentBody): Thing[] {
	const targets = new Set(annotations.flatMap(({ target }) => target ?? []));
	return [...targets].flatMap((target) => {
		const parsed = parseReference(target);
		const name = catalogue.titleOf(target);
		if (parsed?.kind === 'person') return [{ '@type': 'Person', name }];
		if (parsed?.kind !== 'place') return [];
		const geometry = catalogue.find('place', parsed.id)?.geometry;
		if (!geometry || !('point' in geometry)) return [{ '@type': 'Place', name }];
		const [longitude, latitude] = geometry.point;
		return [{ '@type': 'Place', name, geo: { '@type': 'GeoCoordinates', latitude, longitude } }];
	});
}

function edtfOf({ dates }: DocumentSummary, role: keyof DocumentSummary['dates']): string | undefined {
	const date = dates[role];
	return date && date !== 'unknown' ? date.edtf : undefined;
}

function compact(thing: Thing): Thing {
	return Object.fromEntries(
		Object.entries(thing).filter(
			([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)
		)
	);
}
