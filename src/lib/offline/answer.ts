import { findPlaces, pathInSite } from './find-file';
import type { KeptSites } from './kept-sites';
import type { Health, PackFacts } from './pack-facts';
import type { AskedEvent, WorkerScope } from './worker-scope';

/** What a worker answers from. */
export interface Desk {
	facts: PackFacts;
	kept: KeptSites;
	scope: WorkerScope;
}

/** Whether a request is one for a file of the site. */
export function concerns({ method, url, headers }: Request, scope: string): boolean {
	return method === 'GET' && !headers.has('range') && pathInSite(url, scope) !== null;
}

/**
 * Answers a request of the site. A page is opened from this worker's version; what it asks for afterwards comes from the version it was
 * opened from, for as long as it is open, so that no page is ever made of two.
 */
export async function answer(event: AskedEvent, desk: Desk): Promise<Response> {
	const { request } = event;
	const path = pathInSite(request.url, desk.scope.registration.scope) ?? '';
	if (path === 'health.json') return Response.json(await tellHealth(desk), { headers: NOT_KEPT });
	return request.mode === 'navigate' ? openPage(event, path, desk) : fetchPart(event, path, desk);
}

const NOT_KEPT = { 'Cache-Control': 'no-store' };

async function openPage({ request, resultingClientId }: AskedEvent, path: string, desk: Desk) {
	const { facts, kept, scope } = desk;
	const found = await kept.find(facts.version, findPlaces(path));
	if (found?.place.move !== undefined) return moveTo(found.place.move, request, scope);
	if (found) {
		await kept.noteClient(resultingClientId, facts.version);
		return found.response;
	}
	try {
		// The host may have more than the site.
		return await scope.fetch(request);
	} catch {
		const page = await kept.find(facts.version, [{ file: '404.html' }]);
		await kept.noteClient(resultingClientId, facts.version);
		return page
			? new Response(page.response.body, { status: 404, headers: page.response.headers })
			: Response.error();
	}
}

async function fetchPart(event: AskedEvent, path: string, { facts, kept, scope }: Desk): Promise<Response> {
	const { request, clientId, resultingClientId } = event;
	const version = await kept.versionOf(clientId);
	if (version === null) {
		// It came over the network, perhaps of another version, and goes on there as long as there is one.
		return scope
			.fetch(request)
			.catch(async () => (await kept.find(facts.version, findPlaces(path)))?.response ?? Response.error());
	}
	// What a worker of the page asks for is of the same version.
	await kept.noteClient(resultingClientId, version);
	const found = await kept.find(version, findPlaces(path));
	if (found?.place.move !== undefined) return moveTo(found.place.move, request, scope);
	return found?.response ?? scope.fetch(request).catch(() => Response.error());
}

function moveTo(path: string, { url }: Request, { registration }: WorkerScope): Response {
	const address = new URL(path, registration.scope);
	address.search = new URL(url).search;
	return Response.redirect(address.href, 307);
}

async function tellHealth({ facts, kept, scope }: Desk): Promise<Health> {
	const { version, files, size } = facts;
	const failure = await kept.readFailure();
	return {
		version,
		precache: (await kept.isWhole(version))
			? { state: 'ready', files, bytes: size }
			: { state: 'missing', files: 0, bytes: 0 },
		waiting: scope.registration.waiting ? await kept.read<string>('waiting') : null,
		failure: failure && { version: failure.version, reason: failure.reason },
		renderer: await kept.read<'webgl' | 'svg'>('renderer')
	};
}
