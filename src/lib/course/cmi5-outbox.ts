import type { LineTrouble } from './line';

/** One request that may be sent again without harm. */
export interface Letter {
	address: string;
	body: string;
	/** Of two letters with the same subject that wait, only the later is sent. */
	subject: string | null;
}

/** @returns status of the answer. Rejects when there is none. */
export type Send = (letter: Letter, isLeaving: boolean) => Promise<number>;

/** Seconds between tries; the last one goes on. */
const PAUSES = [1, 2, 5, 15, 30, 60];

/** Sends letters one after the other, in order, again and again until each has arrived. */
export class Outbox {
	readonly #send: Send;
	readonly #wait: (seconds: number) => Promise<void>;
	readonly #ontrouble: (trouble: LineTrouble) => void;
	#letters: Letter[] = [];
	#running: Promise<void> | null = null;
	#isShut = false;

	/** @param wait resolves when the pause is over, or when the network has come back */
	constructor(
		send: Send,
		wait: (seconds: number) => Promise<void>,
		ontrouble: (trouble: LineTrouble) => void
	) {
		this.#send = send;
		this.#wait = wait;
		this.#ontrouble = ontrouble;
	}

	add(letter: Letter) {
		if (this.#isShut) return;
		// The first one may be on its way already.
		const [first, ...rest] = this.#letters;
		const others = rest.filter(({ subject }) => subject === null || subject !== letter.subject);
		this.#letters = [...(first ? [first] : []), ...others, letter];
		this.#running ??= this.#run().finally(() => (this.#running = null));
	}

	/** Resolves when all has arrived, or was refused. */
	async settle(): Promise<void> {
		while (this.#running) await this.#running;
	}

	/** The page goes away: everything that waits is handed to the browser at once, in order; nothing more is taken. */
	leave() {
		this.#isShut = true;
		for (const letter of this.#letters) this.#send(letter, true).catch(() => undefined);
		this.#letters = [];
	}

	async #run() {
		let tries = 0;
		for (let letter = this.#letters[0]; letter; letter = this.#letters[0]) {
			const outcome = await this.#try(letter);
			if (outcome === 'later') {
				this.#ontrouble('unreachable');
				await this.#wait(PAUSES[Math.min(tries, PAUSES.length - 1)] ?? 60);
				tries += 1;
				continue;
			}
			tries = 0;
			if (outcome === 'refused') this.#ontrouble('refused');
			this.#letters = this.#letters.filter((one) => one !== letter);
		}
	}

	async #try(letter: Letter): Promise<'arrived' | 'refused' | 'later'> {
		try {
			const status = await this.#send(letter, false);
			// 409: the same statement is there already, its first answer was lost.
			if ((status >= 200 && status < 300) || status === 409) return 'arrived';
			return status === 408 || status === 429 || status >= 500 ? 'later' : 'refused';
		} catch {
			return 'later';
		}
	}
}
