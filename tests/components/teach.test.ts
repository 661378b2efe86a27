import { fireEvent, render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import PresenterBar from '../../src/routes/teach/[lesson]/present/PresenterBar.svelte';
import { openLine, readMessage, type Message } from '$lib/teach/line';
import { MinutesUsed } from '$lib/teach/minutes-used.svelte';
import ShareButton from '$lib/teach/ShareButton.svelte';
import { turnOf } from '$lib/teach/turn-keys';

afterEach(() => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

/** Windows of one browser: what one says, the others hear. */
class FakeChannel extends EventTarget {
	static open: FakeChannel[] = [];
	constructor(readonly name: string) {
		super();
		FakeChannel.open.push(this);
	}
	postMessage(data: unknown) {
		for (const other of FakeChannel.open) {
			if (other !== this && other.name === this.name)
				other.dispatchEvent(new MessageEvent('message', { data }));
		}
	}
	close() {
		FakeChannel.open = FakeChannel.open.filter((one) => one !== this);
	}
}

describe('the line between the windows', () => {
	it('carries a place from one window to the other, and to no other lesson', () => {
		vi.stubGlobal('BroadcastChannel', FakeChannel);
		const heard: Message[] = [];
		const elsewhere: Message[] = [];
		const presenter = openLine('toy', 'ice', () => {});
		const projector = openLine('toy', 'ice', (message) => heard.push(message));
		openLine('toy', 'boat', (message) => elsewhere.push(message));
		presenter?.say({ says: 'go', step: 'first', level: 'middle', minutes: 15 });
		expect(heard).toEqual([{ says: 'go', step: 'first', level: 'middle', minutes: 15 }]);
		expect(elsewhere).toEqual([]);
		projector?.close();
		presenter?.say({ says: 'where' });
		expect(heard).toHaveLength(1);
	});

	it('is none where the browser has none, or refuses one', () => {
		vi.stubGlobal('BroadcastChannel', undefined);
		expect(openLine('toy', 'ice', () => {})).toBeNull();
		vi.stubGlobal(
			'BroadcastChannel',
			class {
				constructor() {
					throw new DOMException('storage is denied', 'SecurityError');
				}
			}
		);
		expect(openLine('toy', 'ice', () => {})).toBeNull();
	});

	it.each([
		null,
		'go',
		{ says: 'dance' },
		{ says: 'go', step: 1, level: 'high', minutes: 45 },
		{ says: 'go', step: 'a', level: 'low', minutes: 45 },
		{ says: 'go', step: 'a', level: 'high', minutes: 46 }
	])('leaves out what it cannot understand: %j', (data) => {
		expect(readMessage(data)).toBeNull();
	});
});

describe('keys that turn the steps', () => {
	const press = (key: string, on: HTMLElement = document.body, more: KeyboardEventInit = {}) => {
		let turned: number | null = null;
		const hear = (event: KeyboardEvent) => (turned = turnOf(event));
		window.addEventListener('keydown', hear, { once: true });
		on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
		return turned;
	};

	it('are the arrows, and the keys of a remote control', () => {
		expect(
			['ArrowRight', 'PageDown', 'ArrowLeft', 'PageUp', 'ArrowDown', 'a'].map((key) => press(key))
		).toEqual([1, 1, -1, -1, 0, 0]);
		expect(press('ArrowRight', document.body, { altKey: true })).toBe(0);
	});

	it('stay with a field, a choice, the chart and the map, which use them themselves', () => {
		document.body.innerHTML =
			'<textarea></textarea><input type="radio"><div data-view="map"><button>+</button></div><div data-view="timeline"><i></i></div><p></p>';
		const all = [...document.body.querySelectorAll<HTMLElement>('textarea, input, button, i, p')];
		expect(all.map((element) => press('ArrowRight', element))).toEqual([0, 0, 0, 0, 1]);
		document.body.innerHTML = '';
	});
});

describe('the clock', () => {
	it('counts the minutes used, from when it is started', () => {
		vi.useFakeTimers();
		const clock = new MinutesUsed();
		vi.advanceTimersByTime(600_000);
		expect([clock.isRunning, clock.minutes]).toEqual([false, 0]);
		clock.start();
		vi.advanceTimersByTime(61_000);
		expect([clock.isRunning, clock.minutes]).toEqual([true, 1]);
		vi.setSystemTime(Date.now() - 86_400_000);
		vi.advanceTimersByTime(60_000);
		expect(clock.minutes).toBe(2);
		clock.stop();
		expect([clock.isRunning, clock.minutes]).toEqual([false, 0]);
		expect(vi.getTimerCount()).toBe(0);
	});
});

describe('the presenter’s bar', () => {
	const props = {
		clock: new MinutesUsed(),
		isConnected: false,
		isBlocked: false,
		canConnect: true,
		projectorHref: '/lessons/ice/first/?present=1',
		planned: 9,
		of: 45,
		onopen: () => {}
	};

	it('says what to do where the browser keeps the window from opening', () => {
		render(PresenterBar, { ...props, isBlocked: true });
		expect(screen.getByRole('alert').textContent).toContain('Allow pop-ups');
		expect(screen.getByRole('link', { name: 'Projector window' }).getAttribute('href')).toBe(
			props.projectorHref
		);
	});

	it('says so where two windows cannot be connected', () => {
		render(PresenterBar, { ...props, canConnect: false });
		expect(screen.getByRole('status').textContent).toContain('cannot connect two windows');
		expect(screen.queryByRole('alert')).toBeNull();
	});
});

describe('sharing a page', () => {
	it('gives the whole address and a frame, and copies them', async () => {
		HTMLDialogElement.prototype.showModal = function () {
			this.open = true;
		};
		const written: string[] = [];
		vi.stubGlobal('navigator', {
			...navigator,
			clipboard: { writeText: (text: string) => Promise.resolve(void written.push(text)) }
		});
		render(ShareButton, { title: 'First light', href: '/lessons/ice/first/?level=middle' });
		await fireEvent.click(screen.getByRole('button', { name: 'Share' }));
		const link = screen.getByLabelText<HTMLTextAreaElement>('Link to this page');
		const frame = screen.getByLabelText<HTMLTextAreaElement>('Frame for a course page');
		expect(link.value).toBe(`${location.origin}/lessons/ice/first/?level=middle`);
		expect(frame.value).toContain('title="First light"');
		expect(frame.value).toContain('loading="lazy"');
		await fireEvent.click(screen.getByRole('button', { name: 'Copy the frame' }));
		await tick();
		expect(written).toEqual([frame.value]);
		expect(screen.getByRole('status').textContent).toBe('Copied.');
	});

	it('selects the text where copying is not allowed', async () => {
		HTMLDialogElement.prototype.showModal = function () {
			this.open = true;
		};
		render(ShareButton, { title: 'First light', href: '/lessons/ice/first/' });
		await fireEvent.click(screen.getByRole('button', { name: 'Share' }));
		await fireEvent.click(screen.getByRole('button', { name: 'Copy the link' }));
		await vi.waitFor(() => expect(screen.getByRole('status').textContent).toContain('take it by hand'));
		const link = screen.getByLabelText<HTMLTextAreaElement>('Link to this page');
		expect(link.selectionEnd).toBe(link.value.length);
	});
});
