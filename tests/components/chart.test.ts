import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Catalogue } from '$lib/model/catalogue';
import { loadCollection } from '$lib/server/load-collection';
import { ViewState } from '$lib/state/view.svelte';
import ChartStage from './ChartStage.svelte';

const LETTER = 'document:1911-02-03-skerry-to-head';
const TELEGRAM = 'document:1911-02-05-head-to-skerry';

class NoResizeObserver {
	observe() {}
	unobserve() {}
	disconnect() {}
}

function stage() {
	const { collection } = loadCollection('tests/fixtures/collections/valid');
	if (!collection) throw new Error('the collection of the tests has problems');
	const view = new ViewState(new Catalogue(collection.data));
	const { container } = render(ChartStage, { view });
	const marks = () => [...container.querySelectorAll<SVGGElement>('[data-event-id]')];
	const mark = (id: string) => {
		const found = marks().find((one) => one.dataset['eventId'] === id);
		if (!found) throw new Error(`no mark ${id}`);
		return found;
	};
	const press = async (target: Element, key: string) => {
		await fireEvent.keyDown(target, { key });
		await tick();
	};
	return { view, container, marks, mark, press };
}

beforeEach(() => vi.stubGlobal('ResizeObserver', NoResizeObserver));
afterEach(() => vi.unstubAllGlobals());

describe('the marks of the chart', () => {
	it('are buttons in order of time that say all they show', () => {
		const { marks, mark, view } = stage();
		expect(marks().map(({ dataset }) => dataset['eventId'])).toEqual([
			'ice-seen',
			'1911-02-03-edge-at-dusk',
			'light-out',
			'1911-02-03-skerry-to-head',
			'1911-02-05-head-to-skerry',
			'1911-02-07-edge-from-the-boat',
			'sound-open'
		]);
		expect(mark('1911-02-05-head-to-skerry').getAttribute('aria-label')).toBe(
			'Telegram: Telegram from Peter Lund to Anna Holm; from Peter Lund (South Head) to Anna Holm (North Skerry); ' +
				'sent 5 February 1911, 11:00; receipt not known; probable.'
		);
		expect(mark('ice-seen').getAttribute('aria-label')).toBe(
			'Weather: Ice seen from North Skerry; morning of 3 February 1911; well attested.'
		);
		expect(mark('1911-02-03-skerry-to-head').getAttribute('aria-label')).toContain(
			'sent 4 February 1911; received 5 February 1911, 09:40; well attested'
		);
		for (const one of marks()) expect(one.getAttribute('role')).toBe('button');
		expect(marks()).toHaveLength(
			view.catalogue.data.documents.length +
				view.catalogue.data.events.length +
				view.catalogue.data.fronts.length
		);
	});

	it('are one tab stop; arrows, Home and End move the focus, which chooses nothing', async () => {
		const { marks, mark, press, view } = stage();
		const stops = () => marks().filter((one) => one.getAttribute('tabindex') === '0');
		expect(stops()).toEqual([mark('1911-02-03-skerry-to-head')]);
		mark('1911-02-03-skerry-to-head').focus();
		await press(mark('1911-02-03-skerry-to-head'), 'ArrowRight');
		expect(document.activeElement).toBe(mark('1911-02-05-head-to-skerry'));
		expect(stops()).toEqual([mark('1911-02-05-head-to-skerry')]);
		expect(view.selection).toBe(LETTER);
		expect(view.isLit(TELEGRAM)).toBe(true);
		await press(mark('1911-02-05-head-to-skerry'), 'Home');
		expect(document.activeElement).toBe(mark('ice-seen'));
		await press(mark('ice-seen'), 'ArrowDown');
		expect(document.activeElement).toBe(mark('1911-02-03-edge-at-dusk'));
		await press(mark('ice-seen'), 'End');
		expect(document.activeElement).toBe(mark('sound-open'));
	});

	it('bring the window with them when the focus goes out of sight', () => {
		const { mark, view } = stage();
		const before = view.window;
		mark('sound-open').focus();
		const at = Date.UTC(1911, 1, 25);
		expect(view.window[0]).toBeLessThan(at);
		expect(view.window[1]).toBeGreaterThan(at);
		expect(view.window[1] - view.window[0]).toBe(before[1] - before[0]);
	});

	it.each(['Enter', ' '])('are chosen by %j, shown as current, and left by Escape', async (key) => {
		const { mark, press, view } = stage();
		mark('light-out').focus();
		await press(mark('light-out'), key);
		expect(view.selection).toBe('event:light-out');
		expect(view.attention.by).toBe('timeline');
		expect(mark('light-out').getAttribute('aria-current')).toBe('true');
		expect(mark('light-out').classList).toContain('selected');
		await press(mark('light-out'), 'Escape');
		expect(view.selection).toBe(LETTER);
		expect(mark('light-out').getAttribute('aria-current')).toBeNull();
	});

	it('light with what belongs to them, whoever points, and go out again', async () => {
		const { mark, view } = stage();
		view.hover('place:north-skerry');
		await tick();
		expect(mark('light-out').classList).toContain('lit');
		expect(mark('sound-open').classList).not.toContain('lit');
		view.hover(null);
		await tick();
		expect(mark('light-out').classList).not.toContain('lit');
		mark('light-out').focus();
		expect(view.hovered).toBe('event:light-out');
		mark('light-out').blur();
		expect(view.hovered).toBeNull();
	});

	it('draw a receipt that is not known with an open end and no head', () => {
		const { mark } = stage();
		const open = mark('1911-02-05-head-to-skerry');
		expect([open.querySelectorAll('.open-end').length, open.querySelectorAll('.head').length]).toEqual([
			1, 0
		]);
		const known = mark('1911-02-03-skerry-to-head');
		expect([known.querySelectorAll('.open-end').length, known.querySelectorAll('.head').length]).toEqual([
			0, 1
		]);
		expect(known.querySelectorAll('.doubt').length).toBe(1);
	});
});

describe('the time cursor', () => {
	it('is a slider that says the moment in words and goes by keys, to the minute close by', async () => {
		const { press, view } = stage();
		const slider = screen.getByRole('slider', { name: 'Moment shown' });
		expect(slider.getAttribute('aria-valuetext')).toBe(
			'Friday, 3 February 1911, 21:30, by the clock of North Skerry'
		);
		view.showWindow([view.cursor - 3_600_000, view.cursor + 3_600_000]);
		await tick();
		const start = view.cursor;
		await press(slider, 'ArrowRight');
		expect(view.cursor).toBe(start + 60_000);
		expect(slider.getAttribute('aria-valuetext')).toContain('21:31');
		await press(slider, 'ArrowLeft');
		await press(slider, 'PageDown');
		expect(view.cursor).toBeLessThan(start - 60_000);
		await press(slider, 'Home');
		expect(view.cursor).toBe(view.catalogue.about.span[0]);
		expect(view.window[0]).toBeLessThanOrEqual(view.cursor);
	});

	it('sets the clocks of the desks', async () => {
		const { view } = stage();
		const clock = screen.getByText('South Head', { selector: 'dt' }).nextElementSibling;
		expect(clock?.textContent).toContain('21:30');
		view.moveCursor(view.cursor + 25 * 60_000);
		await tick();
		expect(clock?.textContent).toContain('21:55');
	});
});

describe('the controls', () => {
	it('zoom about the cursor, show everything, and say when that is reached', async () => {
		const { view } = stage();
		const length = () => view.window[1] - view.window[0];
		const before = length();
		await fireEvent.click(screen.getByRole('button', { name: 'Zoom in' }));
		expect(length()).toBeLessThan(before);
		const whole = screen.getByRole('button', { name: 'Show the whole span' });
		await fireEvent.click(whole);
		expect(view.window).toEqual(view.catalogue.about.span);
		expect(whole).toHaveProperty('disabled', true);
	});

	it('go from mark to mark in order of time', async () => {
		const { view } = stage();
		await fireEvent.click(screen.getByRole('button', { name: 'Next mark' }));
		expect(view.selection).toBe(TELEGRAM);
		await fireEvent.click(screen.getByRole('button', { name: 'Previous mark' }));
		await fireEvent.click(screen.getByRole('button', { name: 'Previous mark' }));
		expect(view.selection).toBe('event:light-out');
	});

	it('zoom by plus, minus and nought as well', async () => {
		const { mark, press, view } = stage();
		const before = view.window[1] - view.window[0];
		await press(mark('light-out'), '+');
		expect(view.window[1] - view.window[0]).toBeLessThan(before);
		await press(mark('light-out'), '0');
		expect(view.window).toEqual(view.catalogue.about.span);
	});

	it('of the brush are two sliders, its ends', async () => {
		const { press, view } = stage();
		const strip = within(screen.getByRole('group', { name: 'Messages and events over the whole span' }));
		const [from, to] = view.window;
		await press(strip.getByRole('slider', { name: 'Last moment of the chart' }), 'ArrowRight');
		expect(view.window[0]).toBe(from);
		expect(view.window[1]).toBeGreaterThan(to);
		await press(strip.getByRole('slider', { name: 'First moment of the chart' }), 'Home');
		expect(view.window[0]).toBe(view.catalogue.about.span[0]);
	});
});
