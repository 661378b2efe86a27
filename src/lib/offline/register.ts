import type { OfflineFacts, OfflineState } from '$lib/state/offline.svelte';
import { isTold, type Asked, type WorkerState } from './messages';

/** How often a page that stays open looks for a newer version. Milliseconds. */
const EVERY = 60 * 60_000;

interface Site {
	/** Address of the site's root, ending in a stroke. */
	root: string;
	/** How this page calls its build. */
	build: string;
	reload: () => void;
}

/**
 * Registers the worker and tells the state what comes of it.
 * @returns ends the listening; the worker stays
 * @throws Error when the browser refuses the worker
 */
export async function registerWorker(
	container: ServiceWorkerContainer,
	offline: OfflineState,
	{ root, build, reload }: Site
): Promise<() => void> {
	const listening = new AbortController();
	const { signal } = listening;
	const registration = await container.register(new URL('service-worker.js', root), {
		scope: root,
		updateViaCache: 'none'
	});
	let looks = 0;
	const look = async () => {
		const turn = ++looks;
		const [active, waiting] = await Promise.all([
			askState(registration.active, build),
			askState(registration.waiting, build)
		]);
		// What was asked before may be answered after: it is no longer so.
		if (turn !== looks) return;
		const facts: Partial<OfflineFacts> = {
			active: active?.isWhole ? active.version : null,
			waiting: waiting?.isWhole ? waiting.version : null
		};
		offline.learn({ ...facts, ...(active && { failure: active.failure }) });
	};
	const follow = (worker: ServiceWorker | null) =>
		worker?.addEventListener(
			'statechange',
			() => {
				if (worker.state === 'redundant' || worker.state === 'activated') offline.learn({ progress: null });
				if (worker.state === 'activated' || worker.state === 'installed') void look();
			},
			{ signal }
		);
	registration.addEventListener('updatefound', () => follow(registration.installing), { signal });
	container.addEventListener('controllerchange', () => void look(), { signal });
	follow(registration.installing);
	follow(registration.waiting);
	await look();
	container.addEventListener('message', (event) => hear(event.data, offline), { signal });

	const release = offline.connect({
		takeOver: () => takeOver(registration),
		lookForUpdate: async () => void (await registration.update()),
		reload
	});
	const clock = setInterval(() => void offline.lookForUpdate(), EVERY);
	return () => {
		clearInterval(clock);
		release();
		listening.abort();
	};
}

function hear(data: unknown, offline: OfflineState) {
	if (!isTold(data)) return;
	if (data.tell === 'progress') offline.learn({ progress: data.progress });
	else offline.learn({ progress: null, failure: data.failure });
}

/** A worker that is gone does not answer, and nobody waits for it: what is asked again later is answered then. */
function askState(worker: ServiceWorker | null, build: string): Promise<WorkerState | null> {
	if (!worker || worker.state === 'redundant') return Promise.resolve(null);
	return new Promise((done) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = ({ data }) => {
			port1.close();
			done(data as WorkerState);
		};
		worker.addEventListener('statechange', () => worker.state === 'redundant' && done(null));
		worker.postMessage({ ask: 'state', build } satisfies Asked, [port2]);
	});
}

function takeOver({ waiting }: ServiceWorkerRegistration): Promise<void> {
	return new Promise((done, fail) => {
		if (!waiting) {
			fail(new Error('no version waits'));
			return;
		}
		waiting.addEventListener('statechange', () => {
			if (waiting.state === 'activated') done();
			else if (waiting.state === 'redundant') fail(new Error('the version was thrown away'));
		});
		waiting.postMessage({ ask: 'take-over' } satisfies Asked);
	});
}
