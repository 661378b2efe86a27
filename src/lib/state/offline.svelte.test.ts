import { describe, expect, it, vi } from 'vitest';
import { OfflineState } from './offline.svelte';

function newHands() {
	return {
		takeOver: vi.fn(() => Promise.resolve()),
		lookForUpdate: vi.fn(() => Promise.resolve()),
		reload: vi.fn()
	};
}

/** A state with a version in use and a newer one waiting. */
function newWaiting() {
	const offline = new OfflineState();
	const hands = newHands();
	offline.connect(hands);
	offline.learn({ active: 'a', waiting: 'b' });
	return { offline, hands };
}

describe('OfflineState', () => {
	it('goes from nothing over fetching to ready', () => {
		const offline = new OfflineState();
		expect(offline.phase).toBe('none');
		offline.learn({ progress: { part: 'fetching', done: 10, total: 100 } });
		expect(offline.phase).toBe('fetching');
		offline.learn({ active: 'a', progress: null });
		expect(offline.phase).toBe('ready');
		expect(offline.isNew).toBe(true);
	});

	it('says failed only where nothing is kept: a broken update leaves the old version ready', () => {
		const offline = new OfflineState();
		offline.learn({ failure: 'wrong bytes' });
		expect(offline.phase).toBe('failed');
		offline.learn({ active: 'a' });
		expect(offline.phase).toBe('ready');
		expect(offline.facts.failure).toBe('wrong bytes');
	});

	it('fetches an update in silence, and offers it when all of it is here', () => {
		const offline = new OfflineState();
		offline.learn({ active: 'a', progress: { part: 'storing', done: 1, total: 9 } });
		expect(offline.phase).toBe('ready');
		offline.learn({ progress: null, waiting: 'b' });
		expect(offline.phase).toBe('update-ready');
		expect(offline.isNew).toBe(false);
	});

	it('applies an update: the worker takes over first, then the page is loaded anew', async () => {
		const { offline, hands } = newWaiting();
		let taken = () => {};
		hands.takeOver.mockReturnValue(new Promise<void>((done) => (taken = done)));
		const applied = offline.applyUpdate();
		expect(hands.reload).not.toHaveBeenCalled();
		taken();
		expect(await applied).toBe(true);
		expect(hands.reload).toHaveBeenCalledOnce();
	});

	it('applies nothing while something would be lost', async () => {
		const { offline, hands } = newWaiting();
		const releaseOne = offline.hold();
		const releaseOther = offline.hold();
		releaseOne();
		releaseOne();
		expect(offline.isHeld).toBe(true);
		expect(await offline.applyUpdate()).toBe(false);
		expect(hands.takeOver).not.toHaveBeenCalled();
		releaseOther();
		expect(await offline.applyUpdate()).toBe(true);
	});

	it('does not load anew when the worker did not take over', async () => {
		const { offline, hands } = newWaiting();
		hands.takeOver.mockRejectedValue(new Error('gone'));
		expect(await offline.applyUpdate()).toBe(false);
		expect(hands.reload).not.toHaveBeenCalled();
	});

	it('has nothing to apply without an update or without a worker', async () => {
		const { offline, hands } = newWaiting();
		offline.learn({ waiting: null });
		expect(await offline.applyUpdate()).toBe(false);
		expect(hands.takeOver).not.toHaveBeenCalled();
		const alone = new OfflineState();
		alone.learn({ active: 'a', waiting: 'b' });
		expect(await alone.applyUpdate()).toBe(false);
	});

	it('takes no harm from looking for an update without a network', async () => {
		const { offline, hands } = newWaiting();
		hands.lookForUpdate.mockRejectedValue(new TypeError('Failed to fetch'));
		await expect(offline.lookForUpdate()).resolves.toBeUndefined();
		expect(offline.phase).toBe('update-ready');
	});
});
