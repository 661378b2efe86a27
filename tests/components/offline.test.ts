import { fireEvent, render, screen } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { Shelf } from '$lib/lesson/storage';
import { Work } from '$lib/lesson/work.svelte';
import { OfflineState, type OfflineFacts } from '$lib/state/offline.svelte';
import OfflineStage from './OfflineStage.svelte';

function setUp(isSilent = false) {
	const offline = new OfflineState();
	const hands = {
		takeOver: vi.fn(() => Promise.resolve()),
		lookForUpdate: () => Promise.resolve(),
		reload: vi.fn()
	};
	offline.connect(hands);
	render(OfflineStage, { offline, isSilent });
	const learn = (facts: Partial<OfflineFacts>) => flushSync(() => offline.learn(facts));
	return { offline, hands, learn, said: () => screen.getByRole('status').textContent };
}

const use = () => screen.queryByRole('button', { name: 'Use it' });

describe('the note on the keeping', () => {
	it('shows how far it is, says once that it is done, and can be closed', async () => {
		const { learn, said } = setUp();
		expect(said()).toBe('');
		learn({ progress: { part: 'fetching', done: 1_500_000, total: 3_000_000 } });
		const words = said() ?? '';
		expect(words.split(' ').length).toBeLessThanOrEqual(15);
		const bar = screen.getByRole('progressbar', { name: words });
		expect(bar).toHaveProperty('value', 35);
		expect(bar.getAttribute('aria-valuetext')).toBe('1.5 of 3.0 MB');
		learn({ progress: { part: 'storing', done: 5, total: 10 } });
		expect(said(), 'nothing is said a second time').toBe(words);
		expect(bar).toHaveProperty('value', 85);
		learn({ progress: null, active: 'a' });
		expect(said()).toBe('Ready for offline use');
		expect(screen.queryByRole('progressbar')).toBeNull();
		await fireEvent.click(screen.getByRole('button', { name: 'Close' }));
		expect(said()).toBe('');
	});

	it('takes its good news away by itself', () => {
		vi.useFakeTimers();
		try {
			const { learn, said } = setUp();
			learn({ progress: { part: 'storing', done: 9, total: 10 } });
			learn({ progress: null, active: 'a' });
			vi.advanceTimersByTime(19_000);
			expect(said()).toBe('Ready for offline use');
			flushSync(() => vi.advanceTimersByTime(2_000));
			expect(said()).toBe('');
		} finally {
			vi.useRealTimers();
		}
	});

	it('has nothing to say at a later visit, nor while an update is fetched', () => {
		const { learn, said } = setUp();
		learn({ active: 'a' });
		learn({ progress: { part: 'fetching', done: 1, total: 2 } });
		expect(said()).toBe('');
		expect(screen.queryByRole('button')).toBeNull();
	});

	it('offers a newer version; closed, it does not come back', async () => {
		const { learn, said, hands } = setUp();
		learn({ active: 'a', waiting: 'b' });
		expect(said()).toBe('A newer version is ready');
		await fireEvent.click(use() ?? document.body);
		await vi.waitFor(() => expect(hands.reload).toHaveBeenCalledOnce());
		await fireEvent.click(screen.getByRole('button', { name: 'Close' }));
		learn({ failure: 'x' });
		expect(said()).toBe('');
	});

	it('does not offer what would lose work, and says why', () => {
		const { learn, offline } = setUp();
		learn({ active: 'a', waiting: 'b' });
		let release = () => {};
		flushSync(() => (release = offline.hold()));
		expect(use()).toBeNull();
		expect(screen.getByText(/does not keep, is saved as a file/)).toBeTruthy();
		flushSync(release);
		expect(use()).not.toBeNull();
	});

	it('is silent where nothing may disturb', () => {
		const { learn, said } = setUp(true);
		learn({ progress: { part: 'fetching', done: 1, total: 2 } });
		learn({ active: 'a', waiting: 'b' });
		expect(said()).toBe('');
		expect(use()).toBeNull();
	});
});

it('says how the site stands on this device', () => {
	const { learn } = setUp();
	const text = () =>
		screen.getByRole('heading', { name: 'Without a network' }).nextElementSibling?.textContent;
	expect(text()).toMatch(/keeps nothing/);
	learn({ failure: 'x' });
	expect(text()).toMatch(/could not be kept/);
	learn({ active: '0a1b2c' });
	expect(text()).toMatch(/whole site.*0a1b2c/);
	learn({ waiting: 'b' });
	expect(text()).toMatch(/newer version/);
});

describe('work that would go with the page', () => {
	const blocked = () => {
		throw new Error('blocked');
	};
	const full = {
		getItem: () => null,
		setItem: () => {
			throw new DOMException('full', 'QuotaExceededError');
		},
		removeItem: () => undefined
	};

	it.each([
		['blocked', blocked],
		['full', () => full]
	])('is known where the storage is %s, until it is taken along or cleared', (_, open) => {
		const work = new Work();
		work.open(new Shelf('toy', open));
		expect(work.isOnlyHere).toBe(false);
		work.commit('lesson', 'task', 'words');
		expect(work.isOnlyHere).toBe(true);
		work.noteTaken();
		expect(work.isOnlyHere).toBe(false);
		work.commit('lesson', 'task', 'other words');
		expect(work.isOnlyHere).toBe(true);
		work.clear();
		expect(work.isOnlyHere).toBe(false);
	});

	it('is none where the device keeps it', () => {
		localStorage.clear();
		const work = new Work();
		work.open(new Shelf('toy'));
		work.commit('lesson', 'task', 'words');
		expect(work.isOnlyHere).toBe(false);
		localStorage.clear();
	});
});
