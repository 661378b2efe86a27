import { afterEach, describe, expect, it, vi } from 'vitest';
import { ContainerStandIn, PageWorker } from '../../../tests/offline/container-stand-in';
import { OfflineState } from '$lib/state/offline.svelte';
import { registerWorker } from './register';

const whole = (version: string) => ({ version, isWhole: true, failure: null });
let stop = () => {};
afterEach(() => {
	stop();
	vi.useRealTimers();
});

async function setUp(active: PageWorker | null = null) {
	const container = new ContainerStandIn();
	container.registration.active = active;
	const offline = new OfflineState();
	const reload = vi.fn();
	const site = { root: 'https://school.example.org/a/', build: 'build-a', reload };
	stop = await registerWorker(container.asContainer, offline, site);
	return { container, offline, reload };
}

const kept = () => new PageWorker(whole('a'), 'activated');

describe('the registration of the worker', () => {
	it('is for the site alone, and never takes the worker from a cache', async () => {
		const { container } = await setUp();
		expect(container.registered).toEqual([
			[
				'https://school.example.org/a/service-worker.js',
				{ scope: 'https://school.example.org/a/', updateViaCache: 'none' }
			]
		]);
	});

	it('follows the first version until it is here', async () => {
		const { container, offline } = await setUp();
		const worker = new PageWorker(whole('a'));
		container.find(worker);
		container.say({ tell: 'progress', progress: { part: 'fetching', done: 1, total: 2 } });
		expect(offline.phase).toBe('fetching');
		container.registration.installing = null;
		container.registration.active = worker;
		worker.become('activated');
		await vi.waitFor(() => expect(offline.phase).toBe('ready'));
		expect(offline.facts).toEqual({ active: 'a', waiting: null, progress: null, failure: null });
		expect(worker.heard).toContainEqual({ ask: 'state', build: 'build-a' });
	});

	it('is not led astray by an answer that comes late', async () => {
		const { container, offline } = await setUp();
		const worker = new PageWorker(whole('a'));
		const questions: (() => void)[] = [];
		container.find(worker);
		container.registration.waiting = worker;
		worker.late = questions;
		worker.become('installed');
		container.registration.waiting = null;
		container.registration.active = worker;
		worker.late = null;
		worker.become('activated');
		await vi.waitFor(() => expect(offline.phase).toBe('ready'));
		expect(questions).toHaveLength(1);
		for (const answer of questions) answer();
		await new Promise((done) => setTimeout(done, 20));
		expect(offline.phase).toBe('ready');
	});

	it('says that the first version failed', async () => {
		const { container, offline } = await setUp();
		const worker = new PageWorker(whole('a'));
		container.find(worker);
		container.say({ tell: 'failed', failure: 'no room on this device' });
		worker.become('redundant');
		expect(offline.phase).toBe('failed');
		expect(offline.facts.failure).toBe('no room on this device');
	});

	it('finds what was kept at an earlier visit, and what the browser has thrown away since', async () => {
		expect((await setUp(kept())).offline.phase).toBe('ready');
		stop();
		expect((await setUp(new PageWorker({ ...whole('a'), isWhole: false }, 'activated'))).offline.phase).toBe(
			'none'
		);
	});

	it('offers a newer version when all of it is here, and puts it to use when asked', async () => {
		const { container, offline, reload } = await setUp(kept());
		const young = new PageWorker(whole('b'));
		container.find(young);
		container.registration.waiting = young;
		young.become('installed');
		await vi.waitFor(() => expect(offline.phase).toBe('update-ready'));

		const applied = offline.applyUpdate();
		expect(young.heard).toContainEqual({ ask: 'take-over' });
		young.become('activating');
		expect(reload).not.toHaveBeenCalled();
		young.become('activated');
		expect(await applied).toBe(true);
		expect(reload).toHaveBeenCalledOnce();
	});

	it('finds a newer version that another window put to use', async () => {
		const { container, offline, reload } = await setUp(kept());
		container.registration.active = new PageWorker(whole('b'), 'activated');
		container.dispatchEvent(new Event('controllerchange'));
		await vi.waitFor(() => expect(offline.facts.active).toBe('b'));
		expect(reload).not.toHaveBeenCalled();
	});

	it('stays with the old version when the newer one is broken', async () => {
		const { container, offline } = await setUp(kept());
		const young = new PageWorker(whole('b'));
		container.find(young);
		container.say({ tell: 'failed', failure: 'broken version' });
		young.become('redundant');
		expect(offline.phase).toBe('ready');
		expect(offline.facts.failure).toBe('broken version');
		expect(await offline.applyUpdate()).toBe(false);
	});

	it('looks for a newer version every hour while the page stays open', async () => {
		vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
		const { container } = await setUp();
		vi.advanceTimersByTime(3_599_000);
		expect(container.registration.updates).toBe(0);
		vi.advanceTimersByTime(2_000);
		expect(container.registration.updates).toBe(1);
		stop();
		vi.advanceTimersByTime(7_200_000);
		expect(container.registration.updates).toBe(1);
	});

	it('does not hear what others say', async () => {
		const { container, offline } = await setUp(kept());
		for (const data of [null, 'failed', { type: 'progress' }]) container.say(data);
		expect(offline.phase).toBe('ready');
	});
});
