import { Outbox, type Letter } from './cmi5-outbox';
import { isObject, writeStatement, type CourseVerb, type Launch } from './cmi5-statements';
import type { CourseLine, Kept, LineTrouble } from './line';
import type { Json } from './state-code';

/** What a course system adds to the address that it launches. */
export interface LaunchAddress {
	endpoint: string;
	fetch: string;
	actor: { [key: string]: Json };
	registration: string;
	activityId: string;
}

/** What the session needs of its surroundings; tests hand in their own. */
export interface Surroundings {
	fetch: typeof fetch;
	/** Milliseconds since 1970. */
	now: () => number;
	uuid: () => string;
	/** Resolves after so many seconds, or when the network has come back. */
	wait: (seconds: number) => Promise<void>;
	/** Keeps a session over a reload of the page; its calls may throw. */
	store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

/** A session that has begun, as it is kept over a reload: the token can be had only once. */
interface Session {
	token: string;
	begun: number;
}

const STATE = 'p38-work';
/** How long the student waits at most for what has not arrived. Seconds. */
const PATIENCE = 8;

/** null when the address was not made by a cmi5 launch. */
export function readLaunchAddress(query: string): LaunchAddress | null {
	const given = new URLSearchParams(query);
	const [endpoint, fetch, registration, activityId] = ['endpoint', 'fetch', 'registration', 'activityId'].map(
		(name) => given.get(name)
	);
	let actor: unknown;
	try {
		actor = JSON.parse(given.get('actor') ?? '');
	} catch {
		return null;
	}
	if (!endpoint || !fetch || !registration || !activityId || !isObject(actor)) return null;
	return {
		endpoint: endpoint.endsWith('/') ? endpoint : `${endpoint}/`,
		fetch,
		actor,
		registration,
		activityId
	};
}

/** A session over cmi5: statements in order, what is defined once sent once, silence in Browse and Review. */
export class Cmi5Line implements CourseLine {
	readonly #address: LaunchAddress;
	readonly #around: Surroundings;
	readonly #outbox: Outbox;
	#session: Session | null = null;
	#launch: Launch | null = null;
	#returnUrl: string | null = null;
	#isSilent = false;
	#isDone = false;
	#isOpen = false;

	constructor(address: LaunchAddress, around: Surroundings, ontrouble: (trouble: LineTrouble) => void) {
		this.#address = address;
		this.#around = around;
		this.#outbox = new Outbox((letter, isLeaving) => this.#put(letter, isLeaving), around.wait, ontrouble);
	}

	async open(): Promise<Kept | null> {
		const earlier = this.#readSession();
		this.#session = earlier ?? (await this.#begin());
		if (!this.#session) return null;
		const data = await this.#getJson(this.#stateAddress('LMS.LaunchData'));
		if (!isObject(data)) return null;
		// The standard wants them asked for; the interface has one language and speaks only when told to.
		await this.#getJson(this.#profileAddress()).catch(() => null);
		const { actor, registration, activityId } = this.#address;
		const { contextTemplate, launchMode, returnURL } = data;
		this.#launch = {
			...{ actor, registration, activityId },
			contextTemplate: isObject(contextTemplate) ? contextTemplate : {}
		};
		this.#isSilent = launchMode === 'Browse' || launchMode === 'Review';
		this.#returnUrl = typeof returnURL === 'string' && /^https?:/i.test(returnURL) ? returnURL : null;
		const kept = await this.#getJson(this.#stateAddress(STATE)).catch(() => null);
		const { state = '', location = '', isDone = false } = isObject(kept) ? kept : {};
		this.#isDone = isDone === true;
		this.#isOpen = true;
		if (!earlier) this.#say('initialized');
		return {
			state: typeof state === 'string' ? state : '',
			location: typeof location === 'string' ? location : '',
			isDone: this.#isDone,
			isSilent: this.#isSilent
		};
	}

	save(state: string, location: string) {
		if (!this.#isOpen || this.#isSilent) return;
		const body = JSON.stringify({ state, location, isDone: this.#isDone });
		this.#outbox.add({ address: this.#stateAddress(STATE), body, subject: STATE });
	}

	/** Single answers are the student's own: they go into the state, and into no statement. */
	answered() {
		return;
	}

	completed() {
		if (this.#isDone || this.#isSilent) return;
		this.#isDone = true;
		this.#say('completed');
	}

	rest() {
		return;
	}

	async close(): Promise<string | null> {
		this.#say('terminated');
		this.#isOpen = false;
		this.#forgetSession();
		const all = this.#outbox.settle().then(() => true);
		const isSettled = await Promise.race([all, this.#around.wait(PATIENCE).then(() => false)]);
		// What has not arrived is tried again for as long as the page stays.
		return isSettled ? this.#returnUrl : null;
	}

	leave() {
		this.#say('terminated');
		this.#isOpen = false;
		this.#forgetSession();
		this.#outbox.leave();
	}

	#say(verb: CourseVerb) {
		if (!this.#isOpen || !this.#launch || !this.#session) return;
		const time = this.#around.now();
		const id = this.#around.uuid();
		const statement = writeStatement(verb, this.#launch, { id, spent: time - this.#session.begun, time });
		const address = `${this.#address.endpoint}statements?${new URLSearchParams({ statementId: id })}`;
		this.#outbox.add({ address, body: JSON.stringify(statement), subject: null });
	}

	async #begin(): Promise<Session | null> {
		const answer = await this.#around.fetch(this.#address.fetch, { method: 'POST' }).catch(() => null);
		const said: unknown = await answer?.json().catch(() => null);
		const token = isObject(said) ? said['auth-token'] : undefined;
		if (typeof token !== 'string') return null;
		const session = { token, begun: this.#around.now() };
		try {
			this.#around.store.setItem(this.#key(), JSON.stringify(session));
		} catch {
			// Without it a reload cannot go on with the session; all else works.
		}
		return session;
	}

	#readSession(): Session | null {
		try {
			const kept: unknown = JSON.parse(this.#around.store.getItem(this.#key()) ?? 'null');
			if (!isObject(kept)) return null;
			const { token, begun } = kept;
			return typeof token === 'string' && typeof begun === 'number' ? { token, begun } : null;
		} catch {
			return null;
		}
	}

	#forgetSession() {
		try {
			this.#around.store.removeItem(this.#key());
		} catch {
			// Then nothing was kept either.
		}
	}

	/** The address for the token is another one at every launch. */
	#key(): string {
		return `p38-course-${this.#address.fetch}`;
	}

	#stateAddress(stateId: string): string {
		const { endpoint, activityId, registration, actor } = this.#address;
		const query = { activityId, agent: JSON.stringify(actor), registration, stateId };
		return `${endpoint}activities/state?${new URLSearchParams(query)}`;
	}

	#profileAddress(): string {
		const { endpoint, actor } = this.#address;
		const query = { agent: JSON.stringify(actor), profileId: 'cmi5LearnerPreferences' };
		return `${endpoint}agents/profile?${new URLSearchParams(query)}`;
	}

	async #getJson(address: string): Promise<unknown> {
		const answer = await this.#around.fetch(address, { headers: this.#headers() }).catch(() => null);
		return answer?.ok ? ((await answer.json().catch(() => null)) as unknown) : null;
	}

	async #put({ address, body }: Letter, isLeaving: boolean): Promise<number> {
		const headers = { ...this.#headers(), 'Content-Type': 'application/json' };
		const answer = await this.#around.fetch(address, { method: 'PUT', headers, body, keepalive: isLeaving });
		return answer.status;
	}

	#headers(): Record<string, string> {
		return { Authorization: `Basic ${this.#session?.token ?? ''}`, 'X-Experience-API-Version': '1.0.3' };
	}
}
