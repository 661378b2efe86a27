import type { DocumentBody } from '$lib/model/collection';

/** The words of documents, fetched when they are first opened. A document whose fetch fails can be asked for again. */
export class Words {
	readonly #addressOf: (id: string) => string;
	readonly #asked = new Set<string>();
	#bodies = $state.raw<ReadonlyMap<string, DocumentBody>>(new Map());
	#failed = $state.raw<ReadonlySet<string>>(new Set());

	constructor(opening: DocumentBody | null, addressOf: (id: string) => string) {
		this.#addressOf = addressOf;
		if (opening) this.#bodies = new Map([[opening.id, opening]]);
	}

	of(id: string): DocumentBody | null {
		return this.#bodies.get(id) ?? null;
	}

	/** Whether a document's words could not be had. */
	hasFailed(id: string): boolean {
		return this.#failed.has(id);
	}

	want(id: string) {
		if (this.#asked.has(id) || this.#bodies.has(id)) return;
		this.#asked.add(id);
		void this.#fetch(id);
	}

	retry(id: string) {
		this.#failed = new Set([...this.#failed].filter((other) => other !== id));
		this.#asked.delete(id);
		this.want(id);
	}

	async #fetch(id: string) {
		try {
			const answer = await fetch(this.#addressOf(id));
			if (!answer.ok) throw new Error(`${answer.status}`);
			const body = (await answer.json()) as DocumentBody;
			this.#bodies = new Map([...this.#bodies, [id, body]]);
		} catch {
			this.#failed = new Set([...this.#failed, id]);
		}
	}
}
