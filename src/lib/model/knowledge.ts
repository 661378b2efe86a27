import { sentWhen, type Catalogue } from './catalogue';
import type { CollectionEvent, DocumentSummary, FrontClaim } from './collection';
import {
	combine,
	dateOf,
	isBefore,
	standingAt,
	thereWhen,
	wroteWhen,
	type Receipt,
	type Standing,
	type Telling
} from './receipt';
import type { Reference } from './references';

/** A front as a document at the desk told it. */
export interface FrontHeard {
	claim: FrontClaim;
	document: DocumentSummary;
	/** The phrase that tells it. */
	phrase: string;
	receipt: Receipt;
	standing: 'known' | 'maybe';
}

/**
 * What one desk had on it, and since when: documents it sent or got, events that these report, fronts they tell. An envoy's desk is the
 * one served, not the host's: what an ambassador wires home is not known to the government he is accredited to.
 */
export class Knowledge {
	readonly desk: string;
	readonly #catalogue: Catalogue;
	readonly #place: string | undefined;
	readonly #documents = new Map<string, Receipt>();
	readonly #events = new Map<string, Receipt>();
	/** Rows of phrases, by the event they speak of. */
	readonly #speaking = new Map<string, number[]>();
	readonly #fronts: Omit<FrontHeard, 'standing'>[] = [];

	constructor(catalogue: Catalogue, desk: string) {
		this.desk = desk;
		this.#catalogue = catalogue;
		this.#place = catalogue.about.desks.find(({ id }) => id === desk)?.place;
		for (const document of catalogue.data.documents) {
			const receipt = this.#receive(document);
			if (receipt) this.#documents.set(document.id, receipt);
		}
		for (const { row, target } of catalogue.phrases.speakingOf('event')) {
			const event = target.slice('event:'.length);
			const rows = this.#speaking.get(event);
			if (rows) rows.push(row);
			else this.#speaking.set(event, [row]);
		}
		for (const event of catalogue.data.events) this.#learn(event);
		this.#readFronts();
	}

	/** undefined: no document of the collection brought it here. */
	receiptOf(kind: 'document' | 'event', id: string): Receipt | undefined {
		return (kind === 'document' ? this.#documents : this.#events).get(id);
	}

	/** What is not a document or an event is known everywhere, as far as we can say. */
	standing(reference: Reference, instant: number): Standing {
		const [kind, id = ''] = reference.split(':');
		return kind === 'document' || kind === 'event' ? standingAt(this.receiptOf(kind, id), instant) : 'known';
	}

	/** The latest front that a document at the desk tells of; null when none does. A front that is sure to be known goes before one that may be. */
	frontHeard(instant: number): FrontHeard | null {
		const heard = this.#fronts.flatMap((front) => {
			const standing = standingAt(front.receipt, instant);
			return standing === 'unknown' ? [] : { ...front, standing };
		});
		const latest = (of: FrontHeard[]) =>
			of.reduce<FrontHeard | null>(
				(best, one) => (best && best.claim.when.earliestStart > one.claim.when.earliestStart ? best : one),
				null
			);
		return latest(heard.filter(({ standing }) => standing === 'known')) ?? latest(heard);
	}

	#receive(document: DocumentSummary): Receipt | undefined {
		const sent = sentWhen(document);
		if (!sent) return undefined;
		if (document.from.some((party) => this.#isOwn(party)))
			return { ...wroteWhen(document, sent), because: 'sent' };
		const isAddressed = document.to.some((party) => this.#isOwn(party));
		const isCarried = document.via.some((party) => this.#isOwn(party));
		if (!isAddressed && !isCarried) return this.#overhear(document);
		const there = thereWhen(document, sent);
		if (there) {
			return isAddressed
				? { ...there, because: 'received' }
				: { earliest: sent.earliestStart, latest: there.latest, because: 'carried' };
		}
		const answer = this.#firstAnswer(document);
		// A draft of which no dispatch is recorded has reached nobody, as far as we know.
		if (document.kind === 'draft' && !dateOf(document, 'sent') && !answer) return undefined;
		return {
			earliest: sent.earliestStart,
			latest: answer?.at ?? dateOf(document, 'published')?.latestEnd ?? Infinity,
			because: answer ? 'answered' : isAddressed ? 'no-receipt' : 'carried',
			...(answer && { by: answer.id })
		};
	}

	/** What was said in public may have been heard everywhere. */
	#overhear({ dates }: DocumentSummary): Receipt | undefined {
		const { published } = dates;
		if (!published || published === 'unknown') return undefined;
		return { earliest: published.earliestStart, latest: Infinity, because: 'public' };
	}

	#firstAnswer(document: DocumentSummary): { id: string; at: number } | undefined {
		return document.answered_by
			.flatMap((id) => {
				const answer = this.#catalogue.find('document', id);
				const sent = answer && sentWhen(answer);
				const at = sent && wroteWhen(answer, sent).latest;
				return at !== undefined && answer?.from.some((party) => this.#isOwn(party)) ? { id, at } : [];
			})
			.sort((a, b) => a.at - b.at)[0];
	}

	/** Its own doing is known at once; else the documents that were here tell, in evidence or in a phrase. */
	#learn(event: CollectionEvent) {
		const { id, desk, doing_of: doing, places, when, evidence } = event;
		const isOwn = desk === this.desk || doing.includes(this.desk);
		if (isOwn || (this.#place !== undefined && places[0] === this.#place)) {
			this.#events.set(id, { earliest: when.earliestStart, latest: when.latestEnd, because: 'own' });
			return;
		}
		const documents = new Set(evidence.map(({ document }) => document));
		for (const row of this.#speaking.get(id) ?? []) documents.add(this.#catalogue.phrases.documentOf(row));
		const told = [...documents].flatMap((document) => this.#tell(event, document) ?? []);
		const receipt = combine(told, when.earliestStart);
		if (receipt) this.#events.set(id, receipt);
	}

	/** A document tells of an event when it may have been written after it began. */
	#tell(event: CollectionEvent, id: string): Telling | undefined {
		const document = this.#catalogue.find('document', id);
		const sent = document && sentWhen(document);
		const receipt = this.#documents.get(id);
		if (!sent || !receipt) return undefined;
		const told = receipt.because === 'public' ? (dateOf(document, 'published') ?? sent) : sent;
		if (isBefore(told, event.when)) return undefined;
		return { ...receipt, earliest: Math.max(receipt.earliest, event.when.earliestStart), by: id };
	}

	/** Phrases that speak of fronts, in the documents that were here. */
	#readFronts() {
		const { phrases } = this.#catalogue;
		for (const { row, target } of phrases.speakingOf('front')) {
			const claim = this.#catalogue.find('front', target.slice('front:'.length));
			const document = this.#catalogue.find('document', phrases.documentOf(row));
			const receipt = document && this.#documents.get(document.id);
			const sent = document && sentWhen(document);
			if (!claim || !receipt || !sent || isBefore(sent, claim.when)) continue;
			this.#fronts.push({ claim, document, phrase: phrases.at(row).id, receipt });
		}
	}

	/** Whether the party sits at the desk and works for it. */
	#isOwn({ person, desk, serves }: DocumentSummary['from'][number]): boolean {
		return desk === this.desk && (serves ?? this.#servedBy(person) ?? desk) === this.desk;
	}

	#servedBy(person: string | undefined): string | undefined {
		return person === undefined ? undefined : this.#catalogue.find('person', person)?.serves;
	}
}
