import type { WorkerState } from '$lib/offline/messages';

/** A service worker as a page sees it. */
export class PageWorker extends EventTarget {
	state: ServiceWorkerState;
	readonly heard: unknown[] = [];
	/** Questions that wait for an answer, while there is a list for them. */
	late: (() => void)[] | null = null;

	constructor(
		readonly told: WorkerState,
		state: ServiceWorkerState = 'installing'
	) {
		super();
		this.state = state;
	}

	postMessage(message: { ask: string }, ports: readonly MessagePort[] = []) {
		this.heard.push(message);
		const answer = () => ports.forEach((port) => port.postMessage(this.told));
		if (this.late) this.late.push(answer);
		else answer();
	}

	become(state: ServiceWorkerState) {
		this.state = state;
		this.dispatchEvent(new Event('statechange'));
	}
}

/** The browser's registration of a site, and the container that holds it. */
export class ContainerStandIn extends EventTarget {
	readonly registration = Object.assign(new EventTarget(), {
		installing: null as PageWorker | null,
		waiting: null as PageWorker | null,
		active: null as PageWorker | null,
		updates: 0,
		update: () => {
			this.registration.updates += 1;
			return Promise.resolve(this.registration);
		}
	});
	readonly registered: unknown[] = [];

	register(address: URL, options: object) {
		this.registered.push([address.href, options]);
		return Promise.resolve(this.registration);
	}

	/** A worker says something to all pages. */
	say(data: unknown) {
		this.dispatchEvent(new MessageEvent('message', { data }));
	}

	find(worker: PageWorker) {
		this.registration.installing = worker;
		this.registration.dispatchEvent(new Event('updatefound'));
	}

	get asContainer(): ServiceWorkerContainer {
		return this as unknown as ServiceWorkerContainer;
	}
}
