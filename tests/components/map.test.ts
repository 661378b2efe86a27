import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Catalogue } from '$lib/model/catalogue';
import type { CollectionData } from '$lib/model/collection';
import { compareFronts } from '$lib/model/compare-fronts';
import { loadCollection } from '$lib/server/load-collection';
import { ViewState } from '$lib/state/view.svelte';
import MapStage from './MapStage.svelte';

vi.mock('$lib/model/compare-fronts', { spy: true });

class NoResizeObserver {
	observe() {}
	unobserve() {}
	disconnect() {}
}

const FRONT = 'front:1911-02-03-edge-at-dusk';

function stage(given?: CollectionData) {
	const data = given ?? loadCollection('tests/fixtures/collections/valid').collection?.data;
	if (!data) throw new Error('the collection of the tests has problems');
	const view = new ViewState(new Catalogue(data));
	const { container } = render(MapStage, { view });
	const find = (selector: string) => {
		const found = container.querySelector<HTMLElement>(selector);
		if (!found) throw new Error(`nothing is ${selector}`);
		return found;
	};
	const button = (light: string) => find(`[data-feature="${light}"]`);
	const marks = (light: string) => [...container.querySelectorAll(`.picture [data-light="${light}"]`)];
	const list = container.querySelector('[data-feature]')?.closest('details');
	if (!list) throw new Error('the map has no list');
	list.open = true;
	list.dispatchEvent(new Event('toggle'));
	return { view, container, find, button, marks, list };
}

beforeEach(() => {
	vi.stubGlobal('ResizeObserver', NoResizeObserver);
	vi.stubGlobal('matchMedia', () => ({ matches: false }));
	vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

describe('the map without an engine', () => {
	it('draws the story and says that it is ready', async () => {
		const { find, marks } = stage();
		await tick();
		expect(find('[data-view="map"]').dataset['mapReady']).toBe('svg');
		expect(marks('place:middle-latitude').length).toBeGreaterThan(0);
		expect(marks(FRONT).length).toBeGreaterThan(1);
		expect(find('.picture').getAttribute('aria-label')).toContain('Middle latitude · 56.5° N');
	});

	it('has no inline style in what a server would print', () => {
		const { container } = stage();
		expect(container.querySelectorAll('[style]')).toHaveLength(0);
	});

	it('says whose front it is, and opens it', async () => {
		const { view } = stage();
		await fireEvent.click(
			screen.getByRole('button', { name: /^Front: claim of evening of 3 February 1911, / })
		);
		expect(view.selection).toBe(FRONT);
		view.moveCursor(Date.parse('1911-02-05T12:00Z'));
		await tick();
		expect(screen.getByText(/^Front drawn by us between two claims, no source for this day/)).toBeTruthy();
		await fireEvent.click(screen.getByRole('button', { name: '7 February 1911 (probable)' }));
		expect(view.selection).toBe('front:1911-02-07-edge-from-the-boat');
		view.moveCursor(Date.parse('1911-01-10T12:00Z'));
		await tick();
		expect(screen.getByText(/^No line is drawn: no claim of a front before/)).toBeTruthy();
		await fireEvent.click(screen.getByRole('button', { name: /^evening of 3 February 1911/ }));
		expect(view.selection).toBe(FRONT);
	});
});

/** The collection of the tests with a phrase of the letter that tells of the first front. */
function collectionThatTells() {
	const { collection } = loadCollection('tests/fixtures/collections/valid');
	if (!collection) throw new Error('the collection of the tests has problems');
	const data = structuredClone(collection.data);
	const row = data.phrases.id.indexOf('asks-for-boat');
	data.phrases.target[row] = data.phrases.targets.push('front:1911-02-03-edge-at-dusk') - 1;
	return data;
}

describe('the map as a desk saw it', () => {
	it('draws the front it last heard of beside the one that was, and says by whom', async () => {
		const { view, container, marks } = stage(collectionThatTells());
		view.seeAs('head');
		view.moveCursor(Date.parse('1911-02-07T12:00Z'));
		await tick();
		expect(marks(FRONT).some((mark) => mark.classList.contains('heard'))).toBe(true);
		expect(container.querySelector('.picture .front')?.classList.contains('thin')).toBe(true);
		const said = screen.getByRole('button', {
			name: /^Double line: as South Head last heard, claim of evening of 3/
		});
		expect(container.querySelector('.picture')?.getAttribute('aria-label')).toContain(
			'as South Head last heard'
		);
		await fireEvent.click(said);
		expect(view.phrase).toBe('asks-for-boat');
		expect(view.cursor).toBe(Date.parse('1911-02-07T12:00Z'));
	});

	it('says that it does not know where no document tells, and draws our line faded', async () => {
		const { view, container } = stage();
		view.seeAs('head');
		view.moveCursor(Date.parse('1911-02-07T12:00Z'));
		await tick();
		expect(screen.getByText(/^We do not know what South Head knew of the front/)).toBeTruthy();
		expect(container.querySelector('.picture .front')?.classList.contains('faded')).toBe(true);
		expect(container.querySelector('.words')?.textContent).toContain('front as we know it, 7 Feb');
	});

	it('fades the cables that had not come yet, and takes out what is filtered away', async () => {
		const { view, marks, button } = stage();
		const letter = 'document:1911-02-03-skerry-to-head';
		view.seeAs('head');
		view.moveCursor(Date.parse('1911-02-04T12:00Z'));
		await tick();
		expect(marks(letter).every((mark) => mark.classList.contains('faded'))).toBe(true);
		expect(button(letter).textContent).toContain('not known there');
		view.narrow({ kind: ['telegram'] });
		await tick();
		expect(marks(letter)).toEqual([]);
	});
});

/** Opens the drawer in which two dates are compared. */
async function openComparison({ find }: ReturnType<typeof stage>) {
	const drawer = find('details:has(.choice)') as HTMLDetailsElement;
	drawer.open = true;
	await fireEvent(drawer, new Event('toggle'));
	await tick();
}

describe('two dates side by side', () => {
	afterEach(() => vi.useRealTimers());

	it('are compared once they can be read and the cursor rests, and once for each pair of claims', async () => {
		vi.useFakeTimers();
		const compare = vi.mocked(compareFronts).mockClear();
		const { view, ...rest } = stage();
		const at = (time: string) => view.moveCursor(Date.parse(`1911-02-${time}Z`));
		at('07T12:00');
		view.compareWith(Date.parse('1911-02-03T18:30Z'));
		await tick();
		expect(compare).not.toHaveBeenCalled();
		await openComparison({ view, ...rest });
		await vi.advanceTimersByTimeAsync(1000);
		const first = compare.mock.calls.length;
		for (const hour of ['06', '07', '08', '09']) {
			at(`05T${hour}:00`);
			await tick();
		}
		expect(compare).toHaveBeenCalledTimes(first);
		await vi.advanceTimersByTimeAsync(1000);
		expect(compare).toHaveBeenCalledTimes(first + 1);
		at('07T10:00');
		await vi.advanceTimersByTimeAsync(1000);
		expect(compare).toHaveBeenCalledTimes(first + 1);
		expect(rest.find('.differences').textContent).toContain('Furthest apart: about 45 km');
	});

	it('can share the map: the earlier stands west of a divider that keys move', async () => {
		const opened = stage();
		const { view, container } = opened;
		view.moveCursor(Date.parse('1911-02-07T12:00Z'));
		view.compareWith(Date.parse('1911-02-03T18:30Z'));
		await openComparison(opened);
		await fireEvent.click(screen.getByRole('button', { name: 'Side by side' }));
		const divider = screen.getByRole('slider', { name: 'Divider between the two dates' });
		const lons = (layer: string) =>
			[...container.querySelectorAll(`.picture .${layer} .outer`)].flatMap((path) =>
				[...(path.getAttribute('d') ?? '').matchAll(/[ML](-?[\d.]+),/g)].map(([, x]) => Number(x))
			);
		const apart = () => Math.min(...lons('front')) - Math.max(...lons('then'));
		expect(apart()).toBeCloseTo(0, 1);
		expect(divider.getAttribute('aria-valuetext')).toMatch(/west of it evening of 3 .*, east of it 7 /);
		const before = Math.max(...lons('then'));
		await fireEvent.keyDown(divider, { key: 'ArrowRight' });
		expect(Math.max(...lons('then'))).toBeGreaterThan(before);
		expect(apart()).toBeCloseTo(0, 1);
		expect(view.camera).toEqual(view.opening.camera);
		await fireEvent.click(screen.getByRole('button', { name: 'One over the other' }));
		expect(screen.queryByRole('slider')).toBeNull();
		expect(apart()).toBeLessThan(-1);
	});

	it('are drawn apart, and differ in words; swapping and ending work', async () => {
		const opened = stage();
		const { view, container, marks } = opened;
		const now = Date.parse('1911-02-07T12:00Z');
		view.moveCursor(now);
		await openComparison(opened);
		const choice = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Compared with' });
		await fireEvent.change(choice, { target: { value: '1911-02-03-edge-at-dusk' } });
		expect(view.against).not.toBeNull();
		expect(marks(FRONT).some((mark) => mark.classList.contains('then'))).toBe(true);
		expect(choice.value).toBe('1911-02-03-edge-at-dusk');
		const words = container.querySelector('.differences')?.textContent ?? '';
		expect(words).toContain('evening of 3 February 1911: a claim, probable, ± 8 km');
		expect(words).toContain('Furthest apart: about 45 km');
		expect(words).toContain('Held apart on the later day only: Floe off the Head');
		const then = view.against;
		await fireEvent.click(screen.getByRole('button', { name: 'Swap the two' }));
		expect([view.cursor, view.against]).toEqual([then, now]);
		expect(container.querySelector('.differences')?.textContent).toContain(
			'Held apart on the later day only'
		);
		await fireEvent.click(screen.getByRole('button', { name: 'End the comparison' }));
		expect(view.against).toBeNull();
		expect(container.querySelector('.differences')).toBeNull();
	});

	it('stay two when the second front is chosen: the moments change places', async () => {
		const { view } = stage();
		const now = Date.parse('1911-02-07T12:00Z');
		view.moveCursor(now);
		view.compareWith(Date.parse('1911-02-03T18:30Z'));
		await tick();
		await fireEvent.click(
			screen.getByRole('button', { name: /^Beaded line, compared: front of evening of 3/ })
		);
		expect(view.selection).toBe(FRONT);
		expect(view.against).toBe(now);
	});

	it('say so when one of them has no line', async () => {
		const opened = stage();
		const { view, container } = opened;
		view.moveCursor(Date.parse('1911-02-07T12:00Z'));
		view.compareWith(Date.parse('1911-01-10T12:00Z'));
		await openComparison(opened);
		expect(container.querySelector('.differences')?.textContent).toContain('there is nothing to compare');
		expect(screen.getByText(/^Nothing to compare with/)).toBeTruthy();
	});
});

describe('a cable on its way', () => {
	it('has a dot on its arc that goes with the cursor, and is counted for whoever does not see it', async () => {
		const { view, container, find } = stage();
		const place = () => find('.picture .courier .bead').getAttribute('cy');
		view.moveTo({ centre: [11.6, 57.3], zoom: 6 });
		view.moveCursor(Date.parse('1911-02-04T14:00Z'));
		await tick();
		const early = place();
		view.moveCursor(Date.parse('1911-02-04T20:00Z'));
		await tick();
		expect(place()).not.toBe(early);
		expect(find('.picture').getAttribute('aria-label')).toContain('documents on their way: 1');
		view.moveCursor(Date.parse('1911-02-05T12:00Z'));
		await tick();
		expect(container.querySelector('.courier .bead')?.closest('.picture')).toBeFalsy();
	});
});

describe('the list of what is on the map', () => {
	it('has a button for each feature, in groups, with names in other languages marked as such', async () => {
		const { view, container, button } = stage();
		view.moveTo({ centre: [12.4, 55.3], zoom: 7 });
		await tick();
		const groups = [...container.querySelectorAll('h3')].map(({ textContent }) => textContent);
		expect(groups.slice(0, 2)).toEqual(['Lines', 'Fronts']);
		expect(groups.at(-1)).toBe('Places in view');
		expect(within(button('place:south-head')).getByText('Sydpynten').lang).toBe('da');
	});

	it('lights the feature on the map when a button has the focus, and chooses it when it is pressed', async () => {
		const { view, button, marks } = stage();
		await fireEvent.focus(button(FRONT));
		expect(view.hovered).toBe(FRONT);
		expect(marks(FRONT).every((mark) => mark.classList.contains('lit'))).toBe(true);
		await fireEvent.blur(button(FRONT));
		expect(marks(FRONT).some((mark) => mark.classList.contains('lit'))).toBe(false);
		await fireEvent.click(button(FRONT));
		expect(view.selection).toBe(FRONT);
		expect(view.attention.by).toBe('map');
		expect(button(FRONT).getAttribute('aria-pressed')).toBe('true');
		expect(marks(FRONT).every((mark) => mark.classList.contains('selected'))).toBe(true);
	});

	it('is made anew when it is opened, and not while nobody can see it', async () => {
		const { view, container, list } = stage();
		const places = () => [...container.querySelectorAll('[data-feature^="place:"]')].length;
		await tick();
		const before = places();
		list.open = false;
		list.dispatchEvent(new Event('toggle'));
		await tick();
		view.moveTo({ centre: [11.2, 58.2], zoom: 9.5 });
		await tick();
		expect(places()).toBe(before);
		list.open = true;
		list.dispatchEvent(new Event('toggle'));
		await tick();
		expect(places()).toBeLessThan(before);
	});

	it('holds the places in the picture only', async () => {
		const { view, container } = stage();
		const places = () =>
			[...container.querySelectorAll<HTMLElement>('[data-feature^="place:"]')].map(
				(one) => one.dataset['feature']
			);
		view.moveTo({ centre: [12.4, 55.3], zoom: 7 });
		await tick();
		expect(places()).toContain('place:south-head');
		view.moveTo({ centre: [11.2, 58.2], zoom: 9.5 });
		await tick();
		expect(places()).not.toContain('place:south-head');
	});
});

describe('a hand on the drawn map', () => {
	it('chooses what it clicks, and lights what it points at', async () => {
		const { view, marks } = stage();
		const [front] = marks(FRONT);
		if (!front) throw new Error('no front');
		await fireEvent.pointerOver(front);
		expect(view.hovered).toBe(FRONT);
		await fireEvent.click(front);
		expect(view.selection).toBe(FRONT);
	});

	it('moves and zooms by keys and buttons, and goes back to the opening view', async () => {
		const { view, find } = stage();
		const { centre, zoom } = view.camera;
		const region = find('[role="application"]');
		await fireEvent.click(screen.getByRole('button', { name: 'Zoom in' }));
		expect(view.camera.zoom).toBeGreaterThan(zoom);
		await fireEvent.keyDown(region, { key: 'ArrowRight' });
		expect(view.camera.centre[0]).toBeGreaterThan(centre[0]);
		await fireEvent.keyDown(region, { key: 'ArrowUp' });
		expect(view.camera.centre[1]).toBeGreaterThan(centre[1]);
		await fireEvent.click(screen.getByRole('button', { name: 'Back to the opening view of the map' }));
		expect(view.camera).toEqual(view.opening.camera);
	});

	it('leaves a plain wheel to the page, and zooms with Ctrl', async () => {
		const { view, find } = stage();
		const drawn = find('.drawn');
		const before = view.camera;
		await fireEvent.wheel(drawn, { deltaY: -200 });
		expect(view.camera).toBe(before);
		expect(screen.getByText('Hold Ctrl and scroll to zoom the map')).toBeTruthy();
		const event = new WheelEvent('wheel', { deltaY: -200, ctrlKey: true, cancelable: true, bubbles: true });
		drawn.dispatchEvent(event);
		expect(event.defaultPrevented).toBe(true);
		expect(view.camera.zoom).toBeGreaterThan(before.zoom);
	});
});

describe('what others choose', () => {
	it('is brought into the picture when it is outside, and moves nothing when it is inside', async () => {
		const { view } = stage();
		view.moveTo({ centre: [11.2, 58.2], zoom: 9.5 });
		await tick();
		view.select('place:south-head', 'reader');
		await tick();
		expect(view.camera.centre[1]).toBeCloseTo(55.1, 1);
		const settled = view.camera;
		view.select('formation:relief-crew', 'reader');
		await tick();
		expect(view.camera).toBe(settled);
	});

	it('is not held fast: whoever moves the map away from it may', async () => {
		const { view } = stage();
		view.select('place:south-head', 'reader');
		await tick();
		const away = { centre: [11.2, 58.2] as [number, number], zoom: 9.5 };
		view.moveTo(away);
		await tick();
		expect(view.camera).toBe(away);
	});

	it('does not move to what is beyond the map', async () => {
		const { view } = stage();
		const before = view.camera;
		view.select('place:far-harbour', 'reader');
		await tick();
		expect(view.camera).toBe(before);
	});
});
