import type { Catalogue } from '$lib/model/catalogue';
import type { TaskPhrase } from './task-words';

/** Words of phrases: those sent with the task, and those that the collection's list has. */
export class Phrasebook {
	readonly #catalogue: Catalogue;
	readonly #sent: ReadonlyMap<string, TaskPhrase>;

	constructor(catalogue: Catalogue, sent: readonly TaskPhrase[]) {
		this.#catalogue = catalogue;
		this.#sent = new Map(sent.map((phrase) => [`${phrase.document}/${phrase.id}`, phrase]));
	}

	quoteOf(document: string, annotation: string): string | null {
		const quote =
			this.#sent.get(`${document}/${annotation}`)?.quote ??
			this.#catalogue.findPhrase(document, annotation)?.quote;
		// The list leaves out the words of acts and notes.
		return quote === undefined || quote === '' ? null : quote;
	}

	rangeOf(document: string, annotation: string): [number, number] | undefined {
		const phrase = this.#sent.get(`${document}/${annotation}`);
		return phrase && [phrase.start, phrase.end];
	}

	/** In the order of the text. */
	phrasesIn(document: string): { id: string; quote: string }[] {
		const { phrases } = this.#catalogue;
		const [first, end] = phrases.rowsOf(document);
		return Array.from({ length: end - first }, (_, index) => phrases.at(first + index).id).flatMap((id) => {
			const quote = this.quoteOf(document, id);
			return quote === null ? [] : [{ id, quote }];
		});
	}
}
