/** What is used of a service worker's global scope: the types of the page and of the worker do not stand in one program. */
export interface WorkerScope {
	readonly registration: { readonly scope: string; readonly installing: unknown; readonly waiting: unknown };
	readonly caches: CacheStorage;
	readonly clients: {
		matchAll(options: {
			includeUncontrolled: boolean;
			type: 'all' | 'window';
		}): Promise<readonly WorkerClient[]>;
		claim(): Promise<void>;
	};
	fetch(request: Request | string, options?: RequestInit): Promise<Response>;
	skipWaiting(): Promise<void>;
	addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
	addEventListener(type: 'fetch', listener: (event: AskedEvent) => void): void;
	addEventListener(type: 'message', listener: (event: ToldEvent) => void): void;
}

export interface WorkerClient {
	readonly id: string;
	readonly url: string;
	postMessage(message: unknown): void;
}

export interface LifeEvent {
	waitUntil(work: Promise<unknown>): void;
}

export interface AskedEvent extends LifeEvent {
	readonly request: Request;
	/** Of the page or worker that asks; empty for a page that is being opened. */
	readonly clientId: string;
	/** Of the page or worker that comes of it; empty for anything else. */
	readonly resultingClientId: string;
	respondWith(answer: Promise<Response>): void;
}

export interface ToldEvent extends LifeEvent {
	readonly data: unknown;
	readonly source: { readonly id: string } | null;
	readonly ports: readonly { postMessage(message: unknown): void }[];
}
