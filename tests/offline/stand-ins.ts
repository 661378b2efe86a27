import type { AskedEvent, LifeEvent, ToldEvent, WorkerClient, WorkerScope } from '$lib/offline/worker-scope';

/** A browser's caches as far as the worker uses them, in the memory. */
export class CachesStandIn {
	readonly all = new Map<string, Map<string, Response>>();
	/** Makes every writing fail. */
	isFull = false;

	readonly caches = {
		open: (name: string) => {
			const entries = this.all.get(name) ?? new Map<string, Response>();
			this.all.set(name, entries);
			return Promise.resolve({
				put: (address: string, response: Response) => {
					if (this.isFull) return Promise.reject(new DOMException('no room', 'QuotaExceededError'));
					entries.set(address, response);
					return Promise.resolve();
				},
				keys: () => Promise.resolve([...entries.keys()].map((url) => ({ url }))),
				match: ({ url }: { url: string }) => Promise.resolve(entries.get(url)?.clone()),
				delete: (request: string | { url: string }) =>
					Promise.resolve(entries.delete(typeof request === 'string' ? request : request.url))
			});
		},
		keys: () => Promise.resolve([...this.all.keys()]),
		delete: (name: string) => Promise.resolve(this.all.delete(name)),
		match: (address: string, { cacheName }: { cacheName: string }) =>
			Promise.resolve(this.all.get(cacheName)?.get(address)?.clone())
	} as unknown as CacheStorage;
}

type Listener = (event: never) => void;

/** The scope of one worker. What the world does to it is called by its methods. */
export class WorkerStandIn {
	readonly #listeners = new Map<string, Listener>();
	readonly told: unknown[] = [];
	readonly fetched: string[] = [];
	readonly windows: WorkerClient[] = [];
	hasTakenOver = false;
	readonly registration: { scope: string; installing: unknown; waiting: unknown };
	readonly scope: WorkerScope;

	/**
	 * @param network what lies on the server, by path; a missing path is not found, undefined means that there is no network
	 */
	constructor(
		caches: CachesStandIn,
		public network: Map<string, Uint8Array<ArrayBuffer>> | undefined,
		scope = 'https://school.example.org/a/'
	) {
		this.registration = { scope, installing: null, waiting: null };
		this.scope = {
			registration: this.registration,
			caches: caches.caches,
			clients: {
				matchAll: () => Promise.resolve(this.windows),
				claim: () => Promise.resolve()
			},
			fetch: (request) => {
				const url = typeof request === 'string' ? request : request.url;
				this.fetched.push(url);
				if (!this.network) return Promise.reject(new TypeError('Failed to fetch'));
				const found = this.network.get(url.slice(scope.length).replace(/\?.*/, ''));
				return Promise.resolve(found ? new Response(found) : new Response('not here', { status: 404 }));
			},
			skipWaiting: () => {
				this.hasTakenOver = true;
				return Promise.resolve();
			},
			addEventListener: (type: string, listener: Listener) => void this.#listeners.set(type, listener)
		};
	}

	/** A window that is open. */
	addWindow(id: string, url = this.registration.scope) {
		this.windows.push({ id, url, postMessage: (message) => void this.told.push(message) });
	}

	async live(type: 'install' | 'activate'): Promise<void> {
		let work: Promise<unknown> = Promise.resolve();
		const event: LifeEvent = { waitUntil: (given) => void (work = given) };
		this.#listeners.get(type)?.(event as never);
		await work;
	}

	/** @returns undefined where the worker leaves the request to the browser */
	ask(
		path: string,
		{ method = 'GET', mode = 'cors', clientId = '', resultingClientId = '', headers = {} } = {}
	): Promise<Response> | undefined {
		const url = new URL(path, this.registration.scope).href;
		let answer: Promise<Response> | undefined;
		const request = { url, method, mode, headers: new Headers(headers) } as Request;
		const event: AskedEvent = {
			...{ request, clientId, resultingClientId },
			waitUntil: () => undefined,
			respondWith: (given) => void (answer = given)
		};
		this.#listeners.get('fetch')?.(event as never);
		return answer;
	}

	async tell(data: unknown, from: string): Promise<unknown[]> {
		const answers: unknown[] = [];
		let work: Promise<unknown> = Promise.resolve();
		const event: ToldEvent = {
			...{ data, source: { id: from }, ports: [{ postMessage: (answer) => void answers.push(answer) }] },
			waitUntil: (given) => void (work = given)
		};
		this.#listeners.get('message')?.(event as never);
		await work;
		return answers;
	}
}
