interface Rules {
	/** Seconds without a sign of anybody, until the visitor is asked. May change while the clock runs. */
	limit(): number;
	/** Seconds for the answer. */
	countdown(): number;
	/** While this holds, nobody is idle: something is being read aloud. */
	isHeld(): boolean;
	/** Nobody answered. */
	onexpire(): void;
}

const SECOND = 1000;

/**
 * Notices that nobody is there. It counts on the clock that only goes forward: a date set by a day changes nothing. Signs of life come
 * many a second, so each only leaves its time behind; the one timer looks when it is due.
 */
export class IdleClock {
	readonly #rules: Rules;
	#status = $state<'off' | 'watching' | 'asking'>('off');
	#left = $state(0);
	#seen = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(rules: Rules) {
		this.#rules = rules;
	}

	/** off: nobody has come yet. asking: the countdown runs. */
	get status() {
		return this.#status;
	}
	/** Seconds left to answer. */
	get left() {
		return this.#left;
	}

	/** Somebody has come, or has said to be still there. */
	start() {
		this.#status = 'watching';
		this.touch();
		this.#lookIn(this.#rules.limit() * SECOND);
	}

	stop() {
		clearTimeout(this.#timer);
		this.#status = 'off';
	}

	/** A sign of life. While the question stands only an answer to it counts. */
	touch() {
		this.#seen = performance.now();
	}

	/** The limit has changed: looks again when it is due now. */
	reconsider() {
		if (this.#status === 'watching') this.#look();
	}

	#lookIn(time: number) {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#look(), Math.max(time, 0));
	}

	#look() {
		if (this.#status !== 'watching') return;
		if (this.#rules.isHeld()) {
			this.touch();
			return this.#lookIn(SECOND);
		}
		const rest = this.#seen + this.#rules.limit() * SECOND - performance.now();
		if (rest > 0) return this.#lookIn(rest);
		this.#status = 'asking';
		this.#left = this.#rules.countdown();
		this.#timer = setTimeout(() => this.#count(), SECOND);
	}

	#count() {
		if (this.#status !== 'asking') return;
		if (!this.#rules.isHeld()) this.#left -= 1;
		if (this.#left > 0) {
			this.#timer = setTimeout(() => this.#count(), SECOND);
			return;
		}
		this.stop();
		this.#rules.onexpire();
	}
}
