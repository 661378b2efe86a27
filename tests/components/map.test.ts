import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Catalogue } from '$lib/model/catalogue';
import { loadCollection } from '$lib/server/load-collection';
import { ViewState } from '$lib/state/view.svelte';
import MapStage from './MapStage.svelte';

class NoResizeObserver {
	observe() {}
	unobserve() {}
	disconnect() {}
}

const FRONT = 'front:1911-02-03-edge-at-dusk';

function stage() {
	const { collection } = loadCollection('tests/fixtures/collections/valid');
	if (!collection) throw new Error('the collection of the tests has problems');
	const view = new ViewState(new Catalogue(collection.data));
	const { container } = render(MapStage, { view });
	const find = (selector: string) => {
		const found = container.querySelector<HTMLElement>(selector);
		if (!found) throw new Error(`nothing is ${selector}`);
		return found;
	};
	const button = (light: string) => find(`[data-feature="${light}"]`);
	const marks = (light: string) => [...container.querySelectorAll(`.picture [data-light="${light}"]`)];
	return { view, container, find, button, marks };
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
		expect(
			screen.getByRole('button', {
				name: 'Drawn between the claims of evening of 3 February 1911 and 7 February 1911: no source for this day'
			})
		).toBeTruthy();
		view.moveCursor(Date.parse('1911-01-10T12:00Z'));
		await tick();
		expect(screen.getByText('No claim of a front for this day')).toBeTruthy();
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
