import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Catalogue } from '$lib/model/catalogue';
import type { CollectionData, DocumentSummary } from '$lib/model/collection';
import { referTo } from '$lib/model/references';
import { loadCollection } from '$lib/server/load-collection';
import { whenOf } from '$lib/state/moment';
import { ViewState } from '$lib/state/view.svelte';
import { generateData } from '../bench/generate';
import ChartStage from './ChartStage.svelte';

const LETTER = 'document:1911-02-03-skerry-to-head';
const TELEGRAM = 'document:1911-02-05-head-to-skerry';

class NoResizeObserver {
	observe() {}
	unobserve() {}
	disconnect() {}
}

function toy(): CollectionData {
	const { collection } = loadCollection('tests/fixtures/collections/valid');
	if (!collection) throw new Error('the collection of the tests has problems');
	return collection.data;
}

function stage(data = toy()) {
	const view = new ViewState(new Catalogue(data));
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

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

beforeEach(() => vi.stubGlobal('ResizeObserver', NoResizeObserver));
afterEach(() => vi.unstubAllGlobals());

describe('the marks of the chart', () => {
	it('are buttons in order of time that say all they show', async () => {
		const { marks, mark, view } = stage();
		expect(marks().map(({ dataset }) => dataset['eventId'])).toEqual([
			'ice-seen',
			'1911-02-03-edge-at-dusk',
			'light-out',
			'1911-02-03-skerry-to-head',
			'1911-02-05-head-to-skerry',
			'1911-02-07-edge-from-the-boat'
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
		view.showWindow(view.catalogue.about.span);
		await tick();
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

	it('bring the window with them when the focus goes out of sight', async () => {
		const { mark, press, view } = stage();
		const before = view.window;
		mark('1911-02-07-edge-from-the-boat').focus();
		await press(mark('1911-02-07-edge-from-the-boat'), 'ArrowRight');
		expect(document.activeElement).toBe(mark('sound-open'));
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
		expect(mark('1911-02-07-edge-from-the-boat').classList).not.toContain('lit');
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
		const clock = () => screen.getByRole('radio', { name: /South Head/ }).closest('label')?.textContent;
		expect(clock()).toContain('21:30');
		view.moveCursor(view.cursor + 25 * 60_000);
		await tick();
		expect(clock()).toContain('21:55');
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

	it('go from message to message in order of time', async () => {
		const { view } = stage();
		const previous = screen.getByRole('button', { name: 'Previous message' });
		expect(previous).toHaveProperty('disabled', true);
		await fireEvent.click(screen.getByRole('button', { name: 'Next message' }));
		expect(view.selection).toBe(TELEGRAM);
		expect(screen.getByRole('button', { name: 'Next message' })).toHaveProperty('disabled', true);
		await fireEvent.click(previous);
		expect(view.selection).toBe(LETTER);
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

describe('what is too close to be drawn apart', () => {
	const many = generateData(600);

	it('waits after a jump until the chosen mark has been seen', async () => {
		const { container, marks, mark, view } = stage(many);
		const before = marks().map(({ dataset }) => dataset['eventId']);
		const { documents } = view.catalogue.data;
		const far = documents.find(({ id }) => {
			const at = whenOf(view.catalogue, referTo('document', id))?.earliestStart;
			return at !== undefined && at > view.window[1] + 10 * (view.window[1] - view.window[0]);
		});
		if (!far) throw new Error('nothing is far from the opening window');
		view.select(referTo('document', far.id), 'link');
		await tick();
		expect(mark(far.id).classList).toContain('selected');
		expect(marks().map(({ dataset }) => dataset['eventId'])).toEqual(expect.arrayContaining(before));
		expect(container.querySelectorAll('.settling')).toHaveLength(1);
		await nextFrame();
		await nextFrame();
		await tick();
		expect(container.querySelectorAll('.settling')).toHaveLength(0);
		expect(mark(far.id).classList).toContain('selected');
		expect(marks().filter(({ dataset }) => dataset['eventId'] === far.id)).toHaveLength(1);
	});

	it('stands moved to where it belongs until it is drawn anew, where the chart is moved by less than its width', async () => {
		const { container, view } = stage(many);
		const [from, to] = view.window;
		const start = (document: DocumentSummary) =>
			whenOf(view.catalogue, referTo('document', document.id))?.earliestStart ?? 0;
		const near = view.catalogue.data.documents.find(
			(document) => start(document) > to && start(document) < to + (to - from) / 8
		);
		if (!near) throw new Error('nothing is a little later than the opening window');
		view.select(referTo('document', near.id), 'link');
		await tick();
		const moved = Number(
			/translate\((-?[\d.]+)\)/.exec(
				container.querySelector('.settling')?.getAttribute('transform') ?? ''
			)?.[1]
		);
		const share = (view.window[0] - from) / (to - from);
		expect(share).toBeGreaterThan(0.5);
		expect(moved / share).toBeLessThan(-300);
		await nextFrame();
		await nextFrame();
		await tick();
		expect(container.querySelectorAll('.settling')).toHaveLength(0);
	});

	it('is a button that says how many and from when to when, and goes closer until they stand apart', async () => {
		const { container, press, view } = stage(many);
		view.showWindow(view.catalogue.about.span);
		await tick();
		const [fold] = container.querySelectorAll('.fold');
		if (!fold) throw new Error('nothing is folded');
		expect(fold.getAttribute('role')).toBe('button');
		expect(fold.getAttribute('aria-label')).toMatch(
			/^Folded together on the line .+: \d+ marks, from .+ to .+\./
		);
		const before = view.window[1] - view.window[0];
		await press(fold, 'Enter');
		expect(view.window[1] - view.window[0]).toBeLessThan(before / 4);
		expect(document.activeElement?.classList).toContain('mark');
	});

	it('never holds what is chosen, pointed at, or open', async () => {
		const { container, mark, view } = stage(many);
		view.showWindow(view.catalogue.about.span);
		await tick();
		const drawn = new Set(
			[...container.querySelectorAll('[data-mark]')].map((one) => one.getAttribute('data-mark'))
		);
		const hidden = many.events.filter(({ id }) => !drawn.has(`event:${id}`));
		const [pointed, chosen] = [hidden[0]?.id ?? '', hidden[40]?.id ?? ''];
		view.hover(`event:${pointed}`);
		await tick();
		expect(mark(pointed).classList).toContain('lit');
		view.select(`event:${chosen}`, 'map');
		await tick();
		expect(mark(chosen).classList).toContain('selected');
		expect(mark(view.document)).toBeTruthy();
	});
});

describe('what is looked at through filters and from a desk', () => {
	it('is left out and counted, with links under the chart', async () => {
		const { marks, view } = stage();
		view.narrow({ kind: ['letter'] });
		await tick();
		expect(marks().map(({ dataset }) => dataset['eventId'])).not.toContain('light-out');
		const summary = screen.getByText(/^Not drawn here:.*4 left out by the filters/);
		await fireEvent.click(summary);
		const link = await screen.findByRole('link', { name: 'The light is out for an hour' });
		expect(link.getAttribute('href')).toContain('sel=event:light-out');
		await fireEvent.click(link);
		expect(view.selection).toBe('event:light-out');
	});

	it('says what is not yet, or perhaps, known there', async () => {
		const { mark, view } = stage();
		view.moveCursor(Date.UTC(1911, 1, 3, 9));
		view.seeAs('head');
		await tick();
		const letter = mark('1911-02-03-skerry-to-head');
		expect(letter.classList).toContain('faded');
		expect(letter.getAttribute('aria-label')).toContain('Not yet known in South Head.');
		view.moveCursor(Date.UTC(1911, 1, 5, 12));
		await tick();
		expect(letter.classList).not.toContain('faded');
		expect(letter.getAttribute('aria-label')).not.toContain('known in');
	});
});

describe('playing', () => {
	it('is begun by its button or by Space, and ended by Escape before anything else', async () => {
		const { container, view } = stage();
		vi.stubGlobal('matchMedia', () => ({ matches: false }));
		await fireEvent.click(screen.getByRole('button', { name: 'Play' }));
		const pause = screen.getByRole('button', { name: 'Pause' });
		view.select('event:light-out', 'map');
		await fireEvent.keyDown(pause, { key: 'Escape' });
		expect(view.selection).toBe('event:light-out');
		expect(screen.getByRole('button', { name: 'Play' })).toBeTruthy();
		const slider = within(container).getByRole('slider', { name: 'Moment shown' });
		await fireEvent.keyDown(slider, { key: ' ' });
		expect(screen.getByRole('button', { name: 'Pause' })).toBeTruthy();
		await fireEvent.keyDown(slider, { key: ' ' });
		expect(screen.getByRole('button', { name: 'Play' })).toBeTruthy();
	});
});
