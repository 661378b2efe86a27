import { receivedWhen, sentWhen, type Catalogue } from './catalogue';
import type { CollectionEvent, DocumentSummary, FrontClaim } from './collection';
import type { Interval } from './interval';
import type { Reference } from './references';

/**
 * When something was known at a desk: not before `earliest`, for certain after `latest` (milliseconds UTC; Infinity: never for certain).
 * `because` gives the reasoning: its own doing; a receipt that is recorded; a message whose receipt is not; one that passed through; one
 * answered; one made public.
 */
export interface Receipt {
	earliest: number;
	latest: number;
	because: 'sent' | 'received' | 'no-receipt' | 'answered' | 'carried' | 'public' | 'own';
	/** The document that brought it, or the answer that shows it was there. */
	by?: string;
}

export type Standing = 'known' | 'maybe' | 'unknown';

/** A front as a document at the desk told it. */
export interface FrontHeard {
	claim: FrontClaim;
	document: DocumentSummary;
	/** The phrase that tells it. */
	phrase: string;
	receipt: Receipt;
	standing: 'known' | 'maybe';
}

export function standingAt(receipt: Receipt | undefined, instant: number): Standing {
	if (!receipt || instant < receipt.earliest) return 'unknown';
	return instant >= receipt.latest ? 'known' : 'maybe';
}

/** Hours between an event and its being known at the desk, least and most; Infinity where no receipt is recorded. */
export function lagHours(when: Interval, receipt: Receipt): [number, number] {
	const hours = (from: number, to: number) => Math.max(0, (to - from) / 3_600_000);
	return [hours(when.latestStart, receipt.earliest), hours(when.earliestStart, receipt.latest)];
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
	readonly #fronts: Omit<FrontHeard, 'standing'>[] = [];

	constructor(catalogue: Catalogue, desk: string) {
		this.desk = desk;
		this.#catalogue = catalogue;
		this.#place = catalogue.about.desks.find(({ id }) => id === desk)?.place;
		for (const document of catalogue.data.documents) {
			const receipt = this.#receive(document);
			if (receipt) this.#documents.set(document.id, receipt);
		}
		for (const event of catalogue.data.events) this.#learn(event);
		this.#read();
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
			return { earliest: sent.earliestStart, latest: sent.latestEnd, because: 'sent' };
		const isAddressed = document.to.some((party) => this.#isOwn(party));
		const isCarried = document.via.some((party) => this.#isOwn(party));
		if (!isAddressed && !isCarried) return this.#overhear(document);
		const received = receivedWhen(document);
		if (received && received !== sent) {
			return {
				earliest: isCarried && !isAddressed ? sent.earliestStart : received.earliestStart,
				latest: received.latestEnd,
				because: isAddressed ? 'received' : 'carried'
			};
		}
		const answer = this.#firstAnswer(document);
		return {
			earliest: sent.earliestStart,
			latest: answer?.at ?? Infinity,
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
				const at = answer && sentWhen(answer)?.latestEnd;
				return at !== undefined && answer?.from.some((party) => this.#isOwn(party)) ? { id, at } : [];
			})
			.sort((a, b) => a.at - b.at)[0];
	}

	#learn(event: CollectionEvent) {
		const { id, desk, places, when } = event;
		if (desk === this.desk || (this.#place !== undefined && places[0] === this.#place)) {
			this.#events.set(id, { earliest: when.earliestStart, latest: when.latestEnd, because: 'own' });
			return;
		}
		for (const { document } of event.evidence) this.#reported(event, document);
	}

	/** A document tells of an event when it may have been written after it began. The earliest telling counts, a sure one before a doubtful. */
	#reported(event: CollectionEvent, id: string) {
		const document = this.#catalogue.find('document', id);
		const sent = document && sentWhen(document);
		const receipt = this.#documents.get(id);
		if (!sent || !receipt || sent.latestEnd < event.when.earliestStart) return;
		const known = this.#events.get(event.id);
		if (known?.because === 'own') return;
		const told: Receipt = {
			...receipt,
			earliest: Math.max(receipt.earliest, event.when.earliestStart),
			by: id
		};
		if (!known) {
			this.#events.set(event.id, told);
		} else {
			const first =
				told.latest < known.latest || (told.latest === known.latest && told.earliest < known.earliest);
			this.#events.set(event.id, {
				...(first ? told : known),
				earliest: Math.min(told.earliest, known.earliest)
			});
		}
	}

	/** Phrases that speak of events and fronts, in the documents that were here. */
	#read() {
		const { phrases } = this.#catalogue;
		for (const { row, target } of phrases.speakingOf('event')) {
			const event = this.#catalogue.find('event', target.slice('event:'.length));
			if (event) this.#reported(event, phrases.documentOf(row));
		}
		for (const { row, target } of phrases.speakingOf('front')) {
			const claim = this.#catalogue.find('front', target.slice('front:'.length));
			const document = this.#catalogue.find('document', phrases.documentOf(row));
			const receipt = document && this.#documents.get(document.id);
			const sent = document && sentWhen(document);
			if (!claim || !receipt || !sent || sent.latestEnd < claim.when.earliestStart) continue;
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
