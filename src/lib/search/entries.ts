import { Catalogue, sentWhen } from '$lib/model/catalogue';
import type { Collection, DocumentSummary } from '$lib/model/collection';
import type { Interval } from '$lib/model/interval';
import { referTo, type Reference, type ReferenceKind } from '$lib/model/references';
import { findNames, keyOf, splitWords } from '$lib/model/spelling';
import { isNamed, type EntryDate, type SearchedKind, type SearchEntry } from './entry';

type Draft = Omit<SearchEntry, 'about'> & { speaksOf: Set<Reference> };

/** Everything that can be searched for. */
export function makeEntries({ data, bodies }: Pick<Collection, 'data' | 'bodies'>): SearchEntry[] {
	const catalogue = new Catalogue(data);
	const refer = (kind: ReferenceKind, ids: readonly (string | undefined)[] = []) =>
		ids.flatMap((id) => (id ? [referTo(kind, id)] : []));
	const drafts: Draft[] = [
		...data.documents.map((document): Draft => {
			const { person: people, way } = partiesOf(document, catalogue);
			const { mentions } = document;
			return draft('document', document, {
				title: document.short_title ?? document.title,
				names: document.short_title ? [document.title] : [],
				way,
				when: sentWhen(document),
				text: wordsOf(bodies.get(document.id)),
				speaksOf: [
					...people,
					...catalogue.targetsIn(document.id),
					...refer('place', mentions?.places),
					...refer('person', mentions?.people),
					...refer('formation', mentions?.formations)
				]
			});
		}),
		...data.events.map((event): Draft =>
			draft('event', event, {
				title: event.title,
				names: [event.short_title],
				when: event.when,
				text: [event.summary],
				speaksOf: [
					...refer('place', event.places),
					...refer('person', event.people),
					...refer('formation', event.formations)
				]
			})
		),
		...data.people.map((person) =>
			draft('person', person, { title: person.name, names: spellings(person), text: [person.role] })
		),
		...data.places.map((place) =>
			draft('place', place, { title: place.name, names: spellings(place), text: [place.description] })
		),
		...data.formations.map((formation) =>
			draft('formation', formation, {
				title: formation.name,
				names: spellings(formation),
				text: [formation.description],
				speaksOf: refer('person', [formation.commander?.person])
			})
		),
		...data.terms.map((term) =>
			draft('term', term, { title: term.term, names: spellings(term), text: [term.definition] })
		),
		...data.fronts.map((front) =>
			draft('front', front, { title: front.label, when: front.when, text: [front.known, front.guessed] })
		),
		...data.disputes.map((dispute) =>
			draft('dispute', dispute, {
				title: dispute.title,
				text: [dispute.summary, ...dispute.claims.map(({ who, says }) => `${who}: ${says}`)]
			})
		),
		...data.movements.map((movement) =>
			draft('movement', movement, { title: movement.label, when: movement.when })
		)
	];
	return tie(drafts, catalogue);
}

interface Told {
	title: string;
	names?: readonly (string | undefined)[];
	way?: string;
	when?: Interval;
	text?: readonly (string | undefined)[];
	speaksOf?: readonly Reference[];
}

function draft(kind: SearchedKind, { id }: { id: string }, told: Told): Draft {
	const names = [...new Set(told.names)].filter((name) => name !== undefined && name !== told.title);
	const text = (told.text ?? []).filter(Boolean).join('\n');
	return {
		...{ kind, id, title: told.title },
		...(names.length > 0 && { names: names as string[] }),
		...(told.way && { way: told.way }),
		...(told.when && { when: shorten(told.when) }),
		...(text && { text }),
		speaksOf: new Set(told.speaksOf)
	};
}

/** Finds out which records each speaks of by name, and where the words that vouch for it are. */
function tie(drafts: readonly Draft[], catalogue: Catalogue): SearchEntry[] {
	const places = new Map(drafts.map(({ kind, id }, index) => [referTo(kind, id) as string, index]));
	const owners = new Map<string, number[]>();
	for (const [index, { kind, title, names = [] }] of drafts.entries()) {
		if (!isNamed(kind)) continue;
		for (const key of new Set([title, ...names].map(keyOf)))
			owners.set(key, [...(owners.get(key) ?? []), index]);
	}
	const keys = new Set(owners.keys());
	return drafts.map(({ speaksOf, ...entry }, self) => {
		const about = new Set(Array.from(speaksOf, (reference) => places.get(reference)));
		// A name that holds another, as a team's holds its city's, does not speak of it.
		const title = isNamed(entry.kind) ? '' : entry.title;
		for (const [, , key] of findNames(splitWords([title, entry.way, entry.text].join('\n')), keys))
			owners.get(key)?.forEach((owner) => about.add(owner));
		const tied = [...about].filter((one) => one !== undefined && one !== self && isNamed(drafts[one]?.kind));
		const [phrase] = entry.kind === 'document' ? [] : catalogue.phrasesFor(referTo(entry.kind, entry.id));
		return {
			...entry,
			...(tied.length > 0 && { about: (tied as number[]).sort((a, b) => a - b) }),
			...(phrase && { at: [phrase.document, phrase.id] as [string, string] })
		};
	});
}

function spellings({ names }: { names: readonly { text: string }[] }): string[] {
	return names.map(({ text }) => text);
}

function partiesOf({ from, via, to }: DocumentSummary, catalogue: Catalogue) {
	const nameOf = ({ person, name, desk }: DocumentSummary['from'][number]) =>
		(person && catalogue.find('person', person)?.name) ??
		name ??
		catalogue.about.desks.find(({ id }) => id === desk)?.name;
	const stations = [from, via, to].map((parties) => parties.map(nameOf).filter(Boolean).join(', '));
	return {
		way: stations.filter(Boolean).join(' → '),
		person: [...from, ...via, ...to].flatMap(({ person }) => (person ? [referTo('person', person)] : []))
	};
}

function wordsOf(body: ReturnType<Collection['bodies']['get']>): string[] {
	if (!body) return [];
	const { text, significance, abstract, notes } = body;
	return [text.replace(/\n+/g, '\n'), abstract?.text, significance, ...notes.map((note) => note.text)].filter(
		(words) => words !== undefined && words !== ''
	) as string[];
}

function shorten({ from, to, clock, part, approximate, uncertain, oneOf }: Interval): EntryDate {
	return {
		...{ from, to, clock, part },
		...(approximate && { approximate }),
		...(uncertain && { uncertain }),
		...(oneOf && { oneOf })
	};
}
