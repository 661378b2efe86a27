import type {
	About,
	CollectionData,
	CollectionEvent,
	Dispute,
	DocumentSummary,
	Formation,
	FrontClaim,
	Movement,
	Person,
	Phrase,
	Place,
	Source,
	Term
} from './collection';
import type { Interval } from './interval';
import { Links } from './links';
import { pairRecords } from './pair-records';
import { Phrases } from './phrases';
import {
	parseReference,
	REFERENCE_KINDS,
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
	dispute: Dispute;
}

/** Anything that can light up. */
export type Light = Reference | PhraseReference;

/** Looks records up and knows what belongs with what. Built once in the browser from the plain data. */
export class Catalogue {
	readonly data: CollectionData;
	readonly phrases: Phrases;
	/** Number of each record among all; phrases are numbered after them. */
	readonly #numbers: Record<ReferenceKind, ReadonlyMap<string, number>>;
	readonly #records: { kind: ReferenceKind; record: RecordOf[ReferenceKind] }[] = [];
	readonly #links: Links;
	/** Phrases that vouch for a record without naming it: rows, by the record. */
	readonly #evidence: ReadonlyMap<Reference, number[]>;

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
			term: data.terms,
			dispute: data.disputes
		};
		this.#numbers = Object.fromEntries(
			REFERENCE_KINDS.map((kind) => [
				kind,
				new Map(
					lists[kind].map((record): [string, number] => [record.id, this.#records.push({ kind, record }) - 1])
				)
			])
		) as unknown as Record<ReferenceKind, ReadonlyMap<string, number>>;
		this.phrases = new Phrases(
			data.phrases,
			data.documents.map(({ id }) => id)
		);
		const { pairs, evidence } = pairRecords(
			data,
			this.phrases,
			(kind, id) => this.#numbers[kind].get(id),
			this.#records.length
		);
		this.#links = new Links(this.#records.length + this.phrases.count, pairs);
		this.#evidence = evidence;
	}

	get about(): About {
		return this.data.about;
	}

	find<K extends ReferenceKind>(kind: K, id: string): RecordOf[K] | undefined {
		const number = this.#numbers[kind].get(id);
		return number === undefined ? undefined : (this.#records[number]?.record as RecordOf[K]);
	}

	has(reference: string): reference is Reference {
		return this.#numberOf(reference) !== undefined;
	}

	findPhrase(document: string, id: string): Phrase | undefined {
		const row = this.phrases.find(document, id);
		return row < 0 ? undefined : this.phrases.at(row);
	}

	/** What lights together with it, itself included. */
	litBy(light: Light): ReadonlySet<Light> {
		const number = this.#numberOf(light);
		const others = number === undefined ? [] : this.#links.of(number);
		return new Set([light, ...Array.from(others, (other) => this.#lightOf(other))]);
	}

	/** Phrases that vouch for a record or speak of it, in the order of the collection's documents and of their text. */
	phrasesFor(reference: Reference): readonly Phrase[] {
		const number = this.#numberOf(reference);
		if (number === undefined) return [];
		const speaking = Array.from(this.#links.of(number), (other) => other - this.#records.length).filter(
			(row) => row >= 0 && this.phrases.targetOf(row) === reference
		);
		const rows = new Set([...speaking, ...(this.#evidence.get(reference) ?? [])]);
		return Array.from(rows, (row) => this.phrases.at(row));
	}

	/** What the phrases of a document speak of. */
	targetsIn(document: string): ReadonlySet<Reference> {
		const [first, end] = this.phrases.rowsOf(document);
		const targets = new Set<Reference>();
		for (let row = first; row < end; row++) {
			const target = this.phrases.targetOf(row);
			if (target) targets.add(target);
		}
		return targets;
	}

	/** Name or title of what a reference points at, as the collection has it. */
	titleOf(reference: Reference): string {
		const parsed = parseReference(reference);
		const record = parsed && this.find(parsed.kind, parsed.id);
		if (!record) return reference;
		if ('short_title' in record && record.short_title) return record.short_title;
		if ('title' in record) return record.title;
		if ('term' in record) return record.term;
		return 'label' in record ? record.label : record.name;
	}

	#numberOf(light: string): number | undefined {
		const parsed = parseReference(light);
		if (parsed) return this.#numbers[parsed.kind].get(parsed.id);
		const [document = '', phrase = ''] = light.replace(/^annotation:/, '').split('/');
		const row = light.startsWith('annotation:') ? this.phrases.find(document, phrase) : -1;
		return row < 0 ? undefined : this.#records.length + row;
	}

	#lightOf(number: number): Light {
		const found = this.#records[number];
		if (found) return referTo(found.kind, found.record.id);
		const { document, id } = this.phrases.at(number - this.#records.length);
		return referToPhrase(document, id);
	}
}

/** When a document left its sender, as far as any of its dates says; undefined when none does. */
export function sentWhen(document: Pick<DocumentSummary, 'dates'>): Interval | undefined {
	return firstKnown(document, ['sent', 'written', 'published', 'received', 'delivered', 'deciphered']);
}

/** When it reached its addressee; undefined when that is not known. */
export function receivedWhen(document: Pick<DocumentSummary, 'dates'>): Interval | undefined {
	return firstKnown(document, ['received', 'deciphered', 'delivered']);
}

function firstKnown(
	document: Pick<DocumentSummary, 'dates'>,
	roles: readonly (keyof DocumentSummary['dates'])[]
) {
	for (const role of roles) {
		const date = document.dates[role];
		if (date && date !== 'unknown') return date;
	}
	return undefined;
}
