import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { packFiles } from '../../../src/cli/offline/pack-files.mjs';
import { CachesStandIn, WorkerStandIn } from '../../../tests/offline/stand-ins';
import type { Health, PackFacts } from './pack-facts';
import { startWorker } from './worker';

/** A version of a small site, and the server that has it. */
function makeVersion(version: string) {
	const files = {
		'index.html': `front of ${version}`,
		'about/index.html': `about of ${version}`,
		'404.html': `not in ${version}`,
		'data/words.json': `words of ${version}`,
		[`_app/${version}.js`]: `script of ${version}`
	};
	const pack = new Uint8Array(
		packFiles(Object.entries(files).map(([path, words]) => [path, new TextEncoder().encode(words)]))
	);
	const facts: PackFacts = {
		...{ version, build: `build-${version}`, pack: `offline/${version}.pack`, bytes: pack.length },
		...{ sha256: createHash('sha256').update(pack).digest('hex'), files: 5, size: 100 },
		headers: { 'Referrer-Policy': 'no-referrer' }
	};
	return { facts, pack, network: new Map<string, Uint8Array<ArrayBuffer>>([[facts.pack, pack]]) };
}

const a = makeVersion('a');
const b = makeVersion('b');
let disk: CachesStandIn;

beforeEach(() => {
	disk = new CachesStandIn();
	vi.useRealTimers();
});

function start({ facts, network }: typeof a): WorkerStandIn {
	const worker = new WorkerStandIn(disk, network);
	startWorker(worker.scope, facts);
	return worker;
}

/** A worker that has kept its site and answers; the network is then gone. */
async function startKept(made = a): Promise<WorkerStandIn> {
	const worker = start(made);
	await worker.live('install');
	await worker.live('activate');
	worker.network = undefined;
	return worker;
}

const wordsOf = async (answer: Promise<Response> | undefined) => (await answer)?.text();
const healthOf = async (worker: WorkerStandIn) => (await (await worker.ask('health.json'))?.json()) as Health;
const page = { mode: 'navigate' } as const;

describe('the worker, first of all', () => {
	it('keeps the whole site, and says how far it is', async () => {
		const worker = start(a);
		worker.addWindow('1');
		worker.addWindow('2', 'https://school.example.org/another/site/');
		await worker.live('install');
		expect(worker.fetched).toEqual(['https://school.example.org/a/offline/a.pack']);
		expect(worker.told).toEqual([
			{ tell: 'progress', progress: { part: 'fetching', done: a.pack.length, total: a.pack.length } },
			{ tell: 'progress', progress: { part: 'storing', done: 5, total: 5 } }
		]);
		expect(await worker.tell({ ask: 'state', build: 'build-a' }, '1')).toEqual([
			{ version: 'a', isWhole: true, failure: null }
		]);
	});

	it('opens pages as a host does, with what the host would say of them', async () => {
		const worker = await startKept();
		expect(await wordsOf(worker.ask('?doc=x', page))).toBe('front of a');
		const about = await worker.ask('about/?x=1', page);
		expect(about?.headers.get('content-type')).toBe('text/html; charset=utf-8');
		expect(about?.headers.get('referrer-policy')).toBe('no-referrer');
		const moved = await worker.ask('about?x=1', page);
		expect(moved?.status).toBe(307);
		expect(moved?.headers.get('location')).toBe('https://school.example.org/a/about/?x=1');
		const lost = await worker.ask('nowhere/', page);
		expect([lost?.status, await lost?.text()]).toEqual([404, 'not in a']);
	});

	it('leaves alone what is not a file of the site', async () => {
		const worker = await startKept();
		expect(worker.ask('about/', { method: 'POST' })).toBeUndefined();
		expect(worker.ask('../another/')).toBeUndefined();
		expect(worker.ask('https://other.example.org/a/about/')).toBeUndefined();
		expect(worker.ask('data/words.json', { headers: { Range: 'bytes=0-1' } })).toBeUndefined();
	});

	it('lets the host have more than the site', async () => {
		const worker = await startKept();
		worker.network = new Map([['beside/', new TextEncoder().encode('another thing')]]);
		expect(await wordsOf(worker.ask('beside/', page))).toBe('another thing');
	});

	it('tells its health, also of the renderer that a page named', async () => {
		const worker = await startKept();
		await worker.tell({ ask: 'renderer', renderer: 'svg' }, '1');
		expect(await healthOf(worker)).toEqual({
			...{ version: 'a', waiting: null, failure: null, renderer: 'svg' },
			precache: { state: 'ready', files: 5, bytes: 100 }
		});
		disk.all.delete('p38:/a/:a');
		expect((await healthOf(worker)).precache.state).toBe('missing');
		expect(await worker.tell({ ask: 'state', build: 'build-a' }, '1')).toEqual([
			{ version: 'a', isWhole: false, failure: null }
		]);
	});

	it('fetches anew what the browser has thrown away, when a page is next opened and there is a network', async () => {
		const worker = await startKept();
		disk.all.delete('p38:/a/:a');
		await worker.tell({ ask: 'state', build: 'build-a' }, '1');
		expect((await healthOf(worker)).precache.state).toBe('missing');
		worker.network = a.network;
		await worker.tell({ ask: 'state', build: 'build-a' }, '1');
		expect((await healthOf(worker)).precache.state).toBe('ready');
		expect((await healthOf(worker)).failure).toBeNull();
	});

	it('does not hear what is not for it', async () => {
		const worker = await startKept();
		for (const data of [null, 'state', { ask: 'delete' }, { type: 'state' }])
			expect(await worker.tell(data, '1')).toEqual([]);
	});
});

describe('a newer version', () => {
	/** Both on the device: the first answers, the second waits. */
	async function startBoth() {
		const old = await startKept(a);
		await old.ask('', { ...page, resultingClientId: 'open' });
		const young = start(b);
		for (const { registration } of [old, young]) registration.waiting = {};
		await young.live('install');
		return { old, young };
	}

	/** The second has taken over, and is the only one. */
	async function takeOver(young: WorkerStandIn) {
		young.registration.waiting = null;
		await young.live('activate');
		young.network = undefined;
	}

	it('waits, and changes nothing, until it is asked to take over', async () => {
		const { old, young } = await startBoth();
		expect((await healthOf(old)).waiting).toBe('b');
		expect(await wordsOf(old.ask('about/', page))).toBe('about of a');
		expect(young.hasTakenOver).toBe(false);
		await young.tell({ ask: 'take-over' }, 'open');
		expect(young.hasTakenOver).toBe(true);
	});

	it('opens new pages, while an old one goes on getting its own parts', async () => {
		const { young } = await startBoth();
		young.addWindow('open');
		await takeOver(young);
		expect(await wordsOf(young.ask('data/words.json?v=1', { clientId: 'open' }))).toBe('words of a');
		expect(await wordsOf(young.ask('_app/a.js', { clientId: 'open' }))).toBe('script of a');
		// A worker that the old page starts is of the old version too.
		await young.ask('_app/a.js', { clientId: 'open', resultingClientId: 'its-worker' });
		expect(await wordsOf(young.ask('data/words.json', { clientId: 'its-worker' }))).toBe('words of a');
		await young.ask('', { ...page, resultingClientId: 'new' });
		expect(await wordsOf(young.ask('data/words.json', { clientId: 'new' }))).toBe('words of b');
		// The browser may stop a worker at any time: another one knows the same.
		const again = new WorkerStandIn(disk, undefined);
		startWorker(again.scope, b.facts);
		expect(await wordsOf(again.ask('data/words.json', { clientId: 'open' }))).toBe('words of a');
	});

	it('lets go of the old one when its last page is closed', async () => {
		const { young } = await startBoth();
		young.addWindow('open');
		await takeOver(young);
		vi.useFakeTimers({ now: Date.now() + 120_000, toFake: ['Date'] });
		await young.tell({ ask: 'state', build: 'build-b' }, 'open');
		expect([...disk.all.keys()]).toContain('p38:/a/:a');
		young.windows.length = 0;
		disk.all.set('p38:/another/:a', new Map());
		await young.tell({ ask: 'state', build: 'build-b' }, 'new');
		expect([...disk.all.keys()].sort()).toEqual(['p38:/a/:b', 'p38:/a/:notes', 'p38:/another/:a']);
	});

	it('is not taken for a left-over while it waits', async () => {
		const { old } = await startBoth();
		vi.useFakeTimers({ now: Date.now() + 120_000, toFake: ['Date'] });
		await old.tell({ ask: 'state', build: 'build-a' }, 'open');
		expect([...disk.all.keys()]).toContain('p38:/a/:b');
	});
});

describe('a page that came over the network', () => {
	it('is served from its own version only, once it has said which that is', async () => {
		const worker = await startKept();
		worker.network = new Map([['data/words.json', new TextEncoder().encode('words of the server')]]);
		const asked = () => wordsOf(worker.ask('data/words.json', { clientId: 'page' }));
		expect(await asked()).toBe('words of the server');
		await worker.tell({ ask: 'state', build: 'build-of-another' }, 'page');
		expect(await asked()).toBe('words of the server');
		await worker.tell({ ask: 'state', build: 'build-a' }, 'page');
		expect(await asked()).toBe('words of a');
	});

	it('gets what there is when the network is gone', async () => {
		const worker = await startKept();
		expect(await wordsOf(worker.ask('data/words.json', { clientId: 'page' }))).toBe('words of a');
		expect((await worker.ask('_app/none.js', { clientId: 'page' }))?.type).toBe('error');
	});
});

describe('a version that cannot be had', () => {
	const altered = new Uint8Array(b.pack);
	altered[20] = (altered[20] ?? 0) ^ 1;

	it.each([
		['altered', altered, 'other bytes'],
		['cut off', b.pack.slice(0, -1), 'other bytes'],
		['too long', new Uint8Array([...b.pack, 0]), 'longer'],
		['not there', undefined, '404']
	])('%s: the old one goes on, nothing is left, and it is written down', async (_, pack, reason) => {
		const old = await startKept(a);
		const young = start({ ...b, network: new Map(pack && [[b.facts.pack, pack]]) });
		young.addWindow('1');
		await expect(young.live('install')).rejects.toThrow(reason);
		expect([...disk.all.keys()].sort()).toEqual(['p38:/a/:a', 'p38:/a/:notes']);
		expect(young.told.at(-1)).toEqual({ tell: 'failed', failure: expect.stringContaining(reason) as string });
		const health = await healthOf(old);
		expect(health).toMatchObject({ version: 'a', precache: { state: 'ready' } });
		expect(health.failure).toMatchObject({ version: 'b', reason: expect.stringContaining(reason) as string });
		expect(await wordsOf(old.ask('about/', page))).toBe('about of a');
	});

	it('is not fetched again at once when it is broken, but later, and a good one clears the log', async () => {
		const young = start({ ...b, network: new Map([[b.facts.pack, altered]]) });
		await expect(young.live('install')).rejects.toThrow();
		young.network = b.network;
		await expect(young.live('install')).rejects.toThrow('other bytes');
		expect(young.fetched).toHaveLength(1);
		vi.useFakeTimers({ now: Date.now() + 11 * 60_000, toFake: ['Date'] });
		await young.live('install');
		expect((await healthOf(young)).failure).toBeNull();
	});

	it('is tried again at once after the network broke off', async () => {
		const young = start({ ...b, network: new Map() });
		young.network = undefined;
		await expect(young.live('install')).rejects.toThrow('not fetched');
		young.network = b.network;
		await young.live('install');
		expect((await healthOf(young)).precache.state).toBe('ready');
	});

	it('finds no room: the site works over the network', async () => {
		disk.isFull = true;
		const worker = start(a);
		await expect(worker.live('install')).rejects.toThrow('no room on this device');
		expect(disk.all.has('p38:/a/:a')).toBe(false);
	});

	it('does not stand in the way of a page when its notes find no room, or the caches cannot be read', async () => {
		const worker = await startKept();
		disk.isFull = true;
		expect(await wordsOf(worker.ask('about/', { ...page, resultingClientId: 'x' }))).toBe('about of a');
		expect(await wordsOf(worker.ask('data/words.json', { clientId: 'x' }))).toBe('words of a');
		vi.spyOn(disk.caches, 'match').mockRejectedValue(new Error('broken'));
		worker.network = new Map([['about/', new TextEncoder().encode('about of the server')]]);
		expect(await wordsOf(worker.ask('about/', page))).toBe('about of the server');
	});
});
