import { answer, concerns, type Desk } from './answer';
import { keepSite } from './keep-site';
import { KeptSites } from './kept-sites';
import { isAsked, type Asked, type Told, type WorkerState } from './messages';
import type { PackFacts } from './pack-facts';
import type { ToldEvent, WorkerScope } from './worker-scope';

/**
 * The whole life of the worker: it keeps its version when it is installed, waits until it is asked to take over or no page is open, and
 * then answers for the site.
 */
export function startWorker(scope: WorkerScope, facts: PackFacts): void {
	const kept = new KeptSites(scope.caches, scope.registration.scope);
	const desk: Desk = { facts, kept, scope };
	scope.addEventListener('install', (event) => event.waitUntil(install(desk)));
	scope.addEventListener('activate', (event) => event.waitUntil(activate(desk)));
	scope.addEventListener('fetch', (event) => {
		if (!concerns(event.request, scope.registration.scope)) return;
		// Whatever the browser's storage does, a site with a network is no worse for being kept.
		event.respondWith(answer(event, desk).catch(() => scope.fetch(event.request)));
	});
	scope.addEventListener('message', (event) => {
		if (isAsked(event.data)) event.waitUntil(hear(event.data, event, desk));
	});
}

function keep({ facts, kept, scope }: Desk): Promise<void> {
	return keepSite(facts, {
		...{ kept, scope: scope.registration.scope },
		fetch: (address, options) => scope.fetch(address, options),
		tell: (progress) => void tellAll(scope, { tell: 'progress', progress })
	});
}

async function install(desk: Desk): Promise<void> {
	const { facts, kept, scope } = desk;
	try {
		await keep(desk);
		await kept.note('waiting', facts.version);
	} catch (error) {
		await tellAll(scope, { tell: 'failed', failure: error instanceof Error ? error.message : '' });
		throw error;
	}
}

async function activate(desk: Desk): Promise<void> {
	await desk.kept.note('waiting', null);
	await tidy(desk);
	// Pages that came over the network are not served before they have said of which build they are.
	await desk.scope.clients.claim();
}

async function hear(asked: Asked, { source, ports }: ToldEvent, desk: Desk): Promise<void> {
	const { facts, kept, scope } = desk;
	if (asked.ask === 'take-over') return scope.skipWaiting();
	if (asked.ask === 'renderer') return kept.note('renderer', asked.renderer);
	// A version that waits, or is waited for, has nothing to say about pages that came over the network.
	const isAlone = scope.registration.installing === null && scope.registration.waiting === null;
	if (isAlone && source && asked.build === facts.build && (await kept.versionOf(source.id)) === null)
		await kept.noteClient(source.id, facts.version);
	const failure = await kept.readFailure();
	const state: WorkerState = {
		version: facts.version,
		isWhole: await kept.isWhole(facts.version),
		failure: failure?.reason ?? null
	};
	for (const port of ports) port.postMessage(state);
	if (!isAlone) return;
	await tidy(desk);
	// Browsers throw away what they keep when a device runs full.
	if (!state.isWhole) await keep(desk).catch(() => undefined);
}

/** A version that is on its way must not be taken for one that is left over. */
async function tidy({ facts, kept, scope }: Desk): Promise<void> {
	if (scope.registration.installing || scope.registration.waiting) return;
	const clients = await scope.clients.matchAll({ includeUncontrolled: true, type: 'all' });
	await kept.tidy(
		facts.version,
		clients.map(({ id }) => id)
	);
}

async function tellAll(scope: WorkerScope, told: Told): Promise<void> {
	const clients = await scope.clients.matchAll({ includeUncontrolled: true, type: 'window' });
	for (const client of clients) if (client.url.startsWith(scope.registration.scope)) client.postMessage(told);
}
