import type {
	About,
	Annotation,
	CollectionData,
	CollectionEvent,
	DocumentSummary,
	EvidenceOf,
	Formation,
	FrontClaim,
	Movement,
	Person,
	Place,
	Source,
	Term
} from './collection';
import type { Interval } from './interval';
import {
	parseReference,
	referTo,
	referToPhrase,
	type PhraseReference,
	type Reference,
	type ReferenceKind
} from './references';

export interface RecordOf {
	document: DocumentSummary;
	event: CollectionEvent;
	place: Place;
	person: Person;
	formation: Formation;
	front: FrontClaim;
	movement: Movement;
	source: Source;
	term: Term;
}

/** Anything that can light up. */
export type Light = Reference | PhraseReference;

/** Looks records up and knows what belongs with what. Built once in the browser from the plain data. */
export class Catalogue {
	readonly data: CollectionData;
	readonly #records = new Map<Reference, RecordOf[ReferenceKind]>();
	readonly #annotations = new Map<PhraseReference, Annotation>();
	readonly #neighbours = new Map<Light, Set<Light>>();
	readonly #phrases = new Map<Light, Annotation[]>();

	constructor(data: CollectionData) {
		this.data = data;
		const lists: { [K in ReferenceKind]: readonly RecordOf[K][] } = {
			document: data.documents,
			event: data.events,
			place: data.places,
			person: data.people,
			formation: data.formations,
			front: data.fronts,
			movement: data.movements,
			source: data.sources,
			term: data.terms
		};
		for (const [kind, records] of Object.entries(lists) as [ReferenceKind, readonly { id: string }[]][]) {
			for (const record of records)
				this.#records.set(referTo(kind, record.id), record as RecordOf[ReferenceKind]);
		}
		for (const annotation of data.annotations) this.#indexAnnotation(annotation);
		this.#indexDocuments();
		this.#indexEvents();
		for (const movement of data.movements) {
			const self = referTo('movement', movement.id);
			this.#linkEvidence(self, movement.evidence);
			if (movement.formation) this.#link(self, referTo('formation', movement.formation));
		}
		for (const formation of data.formations) {
			for (const position of formation.positions) {
				this.#linkEvidence(referTo('formation', formation.id), position.evidence);
			}
		}
	}

	get about(): About {
		return this.data.about;
	}

	find<K extends ReferenceKind>(kind: K, id: string): RecordOf[K] | undefined {
		return this.#records.get(referTo(kind, id)) as RecordOf[K] | undefined;
	}

	has(reference: string): reference is Reference {
		return this.#records.has(reference as Reference);
	}

	findPhrase(document: string, id: string): Annotation | undefined {
		return this.#annotations.get(referToPhrase(document, id));
	}

	/** What lights together with it, itself included. */
	litBy(light: Light): ReadonlySet<Light> {
		return new Set([light, ...(this.#neighbours.get(light) ?? [])]);
	}

	/** Phrases that vouch for a record or speak of it, in the order of the collection's documents and of their text. */
	phrasesFor(reference: Reference): readonly Annotation[] {
		return this.#phrases.get(reference) ?? [];
	}

	/** Name or title of what a reference points at, as the collection has it. */
	titleOf(reference: Reference): string {
		const parsed = parseReference(reference);
		const record = this.#records.get(reference);
		if (!parsed || !record) return reference;
		if ('short_title' in record && record.short_title) return record.short_title;
		if ('title' in record) return record.title;
		if ('term' in record) return record.term;
		return 'label' in record ? record.label : record.name;
	}

	#indexAnnotation(annotation: Annotation) {
		const phrase = referToPhrase(annotation.document, annotation.id);
		this.#annotations.set(phrase, annotation);
		this.#link(phrase, referTo('document', annotation.document));
		if (!annotation.target) return;
		this.#link(phrase, annotation.target);
		this.#addPhrase(annotation.target, annotation);
	}

	#indexDocuments() {
		for (const document of this.data.documents) {
			const self = referTo('document', document.id);
			for (const { person, place, desk } of [...document.from, ...document.via, ...document.to]) {
				if (person) this.#link(self, referTo('person', person));
				const at = place ?? this.about.desks.find(({ id }) => id === desk)?.place;
				if (at) this.#link(self, referTo('place', at));
			}
			for (const answered of document.answers) this.#link(self, referTo('document', answered));
		}
	}

	#indexEvents() {
		for (const event of this.data.events) {
			const self = referTo('event', event.id);
			for (const place of event.places) this.#link(self, referTo('place', place));
			for (const person of event.people) this.#link(self, referTo('person', person));
			for (const formation of event.formations) this.#link(self, referTo('formation', formation));
			if (event.front) this.#link(self, referTo('front', event.front));
			this.#linkEvidence(self, event.evidence);
		}
	}

	#linkEvidence(self: Reference, evidence: readonly EvidenceOf[]) {
		for (const { document, annotation } of evidence) {
			const found = annotation ? this.findPhrase(document, annotation) : undefined;
			if (!found) {
				this.#link(self, referTo('document', document));
				continue;
			}
			this.#link(self, referToPhrase(document, found.id));
			this.#addPhrase(self, found);
		}
	}

	#addPhrase(reference: Reference, annotation: Annotation) {
		const known = this.#phrases.get(reference) ?? [];
		if (!known.includes(annotation)) this.#phrases.set(reference, [...known, annotation]);
	}

	#link(a: Light, b: Light) {
		for (const [from, to] of [[a, b] as const, [b, a] as const]) {
			const known = this.#neighbours.get(from);
			if (known) known.add(to);
			else this.#neighbours.set(from, new Set([to]));
		}
	}
}

/** When a document left its sender, as far as any of its dates says; undefined when none does. */
export function sentWhen(document: DocumentSummary): Interval | undefined {
	return firstKnown(document, ['sent', 'written', 'published', 'received', 'delivered', 'deciphered']);
}

/** When it reached its addressee; undefined when that is not known. */
export function receivedWhen(document: DocumentSummary): Interval | undefined {
	return firstKnown(document, ['received', 'deciphered', 'delivered']);
}

function firstKnown(document: DocumentSummary, roles: readonly (keyof DocumentSummary['dates'])[]) {
	for (const role of roles) {
		const date = document.dates[role];
		if (date && date !== 'unknown') return date;
	}
	return undefined;
}
