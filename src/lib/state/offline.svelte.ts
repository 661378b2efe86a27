import { createContext, untrack } from 'svelte';

/**
 * none: nothing is kept on this device, and nothing is said of it; fetching: the first version is on its way; ready: all of it is
 * here; update-ready: a newer one is here too and waits; failed: the first version could not be kept.
 */
export type OfflinePhase = 'none' | 'fetching' | 'ready' | 'update-ready' | 'failed';

/** How far the keeping has come. Fetching counts bytes of the pack, storing counts files. */
export interface OfflineProgress {
	part: 'fetching' | 'storing';
	done: number;
	total: number;
}

/** What is known of the versions on this device. */
export interface OfflineFacts {
	/** The version that answers this page's requests, whole on the device; null while there is none. */
	active: string | null;
	/** A newer version, whole on the device, that nothing uses yet. */
	waiting: string | null;
	progress: OfflineProgress | null;
	/** Why the last version fetched was thrown away, for a log; null when the last went well. */
	failure: string | null;
}

/** What can be asked of the worker; made by whoever registers it. */
export interface OfflineHands {
	/** Lets the waiting version take over, and resolves when it has; then the page is to be loaded anew. */
	takeOver(): Promise<void>;
	/** Looks for a newer version. */
	lookForUpdate(): Promise<void>;
	/** Loads the page anew at its own address. */
	reload(): void;
}

/** What is kept on the device for use without a network, and the one way to a newer version. Nothing here happens by itself. */
export class OfflineState {
	#facts = $state.raw<OfflineFacts>({ active: null, waiting: null, progress: null, failure: null });
	#holds = $state.raw<readonly symbol[]>([]);
	#isNew = $state(false);
	#hands: OfflineHands | null = null;

	readonly phase: OfflinePhase = $derived.by(() => {
		const { active, waiting, progress, failure } = this.#facts;
		if (active !== null) return waiting === null ? 'ready' : 'update-ready';
		if (progress) return 'fetching';
		return failure === null ? 'none' : 'failed';
	});
	/** Something on this page would be lost by a reload. */
	readonly isHeld: boolean = $derived(this.#holds.length > 0);

	get facts(): OfflineFacts {
		return this.#facts;
	}

	/** The first version came to the device while this page was open. */
	get isNew(): boolean {
		return this.#isNew;
	}

	/** Gives the state its worker. Returns the end of that. */
	connect(hands: OfflineHands): () => void {
		this.#hands = hands;
		return () => {
			if (this.#hands === hands) this.#hands = null;
		};
	}

	/** Only for whoever listens to the worker. */
	learn(facts: Partial<OfflineFacts>) {
		this.#facts = { ...this.#facts, ...facts };
		if (this.#facts.progress && this.#facts.active === null) this.#isNew = true;
	}

	/** Keeps a newer version from being put to use while something lives in memory only. Returns the release. */
	hold(): () => void {
		const mine = Symbol('hold');
		this.#holds = [...untrack(() => this.#holds), mine];
		return () => {
			this.#holds = this.#holds.filter((one) => one !== mine);
		};
	}

	/**
	 * Puts the waiting version to use and loads the page anew at the same address.
	 * @returns false when none waits, when something would be lost, or when the worker did not take over: nothing has changed then
	 */
	async applyUpdate(): Promise<boolean> {
		const hands = this.#hands;
		if (!hands || this.phase !== 'update-ready' || this.isHeld) return false;
		try {
			await hands.takeOver();
		} catch {
			return false;
		}
		hands.reload();
		return true;
	}

	/** Looks for a newer version now; one that is found comes as `update-ready`. Without a network nothing happens. */
	async lookForUpdate(): Promise<void> {
		try {
			await this.#hands?.lookForUpdate();
		} catch {
			// No network, or a server in trouble: the version that is here goes on.
		}
	}
}

export const [getOffline, setOffline] = createContext<OfflineState>();
