import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadToy } from '../../../tests/data/toy-collection';
import { Catalogue } from '$lib/model/catalogue';
import type { Door, Kiosk, MovingView, Told } from '$lib/model/kiosk';
import { viewOf } from '$lib/state/step-view';
import { ViewState } from '$lib/state/view.svelte';
import { KioskState } from './kiosk-state.svelte';
import { Narrator } from './narrator.svelte';

const catalogue = new Catalogue(loadToy().data);
const { opening } = catalogue.about;
const HOUR = 3_600_000;
const told = (text: string): Told => ({ en: text, ko: text, zh: text });
const vouched = { certainty: 'high' as const, sources: [{ source: 'log-book' }] };
const moving = (hours: number | null): MovingView => ({
	view: { cursor: opening.cursor, window: opening.window },
	until: hours === null ? null : opening.cursor + hours * HOUR
});
const card = (id: string, hours: number | null = null) => ({
	...{ ...vouched, ...moving(hours), id, title: told(id), text: told(id) },
	...{ armies: false, shows: 'map' as const }
});
const door = (kind: Door['kind'], stops: string[] = []): Door => ({
	...{ ...vouched, id: kind, kind, title: told(kind), text: told(kind), view: {}, armies: false },
	stops: stops.map((annotation) => ({ annotation, text: told(annotation) }))
});
const kiosk: Kiosk = {
	languages: ['en', 'ko', 'zh'],
	screen: { pitch: 0.369, width: 1080, height: 1920, bottom: 700, distance: 600 },
	idle: { usual: 90, reading: 150, countdown: 30 },
	...{ code: '1234', question: told('Which way?') },
	attract: [
		{ ...vouched, ...moving(2), id: 'one', seconds: 10, words: told('One') },
		{ ...vouched, ...moving(null), id: 'two', seconds: 5, words: told('Two') }
	],
	visit: [card('first'), card('second', 2)],
	doors: [door('document', ['ice-came', 'open-sound']), door('front'), door('desks')]
};

let isCalm = false;
let visits = 0;
let state: KioskState;
let close: () => void;

beforeEach(() => {
	vi.useFakeTimers();
	[isCalm, visits] = [false, 0];
	const [first] = kiosk.attract;
	const view = new ViewState(catalogue, first && viewOf(first.view, catalogue));
	state = new KioskState({
		...{ kiosk, view, narrator: new Narrator(null), language: 'en' },
		isCalm: () => isCalm,
		catalogueIn: (language) => (language === 'en' ? catalogue : new Catalogue(loadToy().data)),
		onvisit: () => (visits += 1)
	});
	close = state.open();
});
afterEach(() => {
	close();
	vi.useRealTimers();
	localStorage.clear();
});

const at = () => {
	flushSync();
	return state.place.at === 'card' || state.place.at === 'door'
		? `${state.place.at} ${state.place.index}`
		: state.place.at;
};

describe('the loop', () => {
	it('plays its scenes over and over, and lets the cursor run', () => {
		vi.advanceTimersByTime(3000);
		expect(state.loop.scene?.id).toBe('one');
		expect(state.view.cursor).toBeGreaterThan(opening.cursor);
		vi.advanceTimersByTime(8000);
		expect(state.loop.scene?.id).toBe('two');
		vi.advanceTimersByTime(5000);
		expect([state.loop.scene?.id, state.loop.round]).toEqual(['one', 1]);
		expect([visits, state.clock.status]).toEqual([0, 'off']);
	});

	it('shows stills to whoever wants no motion', () => {
		close();
		isCalm = true;
		close = state.open();
		expect(state.view.cursor).toBe(opening.cursor + 2 * HOUR);
	});
});

describe('a visit', () => {
	it('goes from the language by the cards to the doors, and back', () => {
		state.enter('touch');
		expect(at()).toBe('language');
		state.speak('ko');
		expect([at(), state.language]).toEqual(['card 0', 'ko']);
		state.forward();
		expect(at()).toBe('card 1');
		vi.advanceTimersByTime(8000);
		expect(state.view.cursor).toBe(opening.cursor + 2 * HOUR);
		state.forward();
		expect(at()).toBe('doors');
		state.openDoor(0);
		expect([at(), state.isReading]).toEqual(['door 0', true]);
		state.steps.stepText(1);
		state.steps.stepText(1);
		expect(state.steps.stop).toBe(1);
		for (const place of ['doors', 'card 1', 'card 0', 'language']) {
			state.back();
			expect(at()).toBe(place);
		}
		expect(visits).toBe(1);
	});

	it('keeps its place when the language changes', () => {
		state.enter('touch');
		state.speak('en');
		state.forward();
		const { query } = state.view;
		state.speak('zh');
		expect([at(), state.language, state.view.query]).toEqual(['card 1', 'zh', query]);
		expect(state.view.catalogue).not.toBe(catalogue);
	});

	it('counts once for each visitor, and speaks to whoever comes by the keys', () => {
		state.enter('key');
		state.enter('touch');
		expect([visits, state.narrator.isOn]).toEqual([0, true]);
		state.speak('ko');
		state.back();
		state.forward();
		expect(visits).toBe(1);
		state.resetVisit();
		state.enter('touch');
		state.forward();
		expect(visits).toBe(2);
	});
});

describe('the end of a visit', () => {
	it('leaves everything as it was', () => {
		const cold = state.describe();
		let heard = 0;
		state.onReset(() => (heard += 1));
		localStorage.setItem('p38-work', 'a note');
		localStorage.setItem('p38-kiosk-visits', '{}');
		state.enter('key');
		state.speak('zh');
		state.narrator.setVolume(10);
		state.goHome();
		state.openDoor(2);
		state.view.seeAs('head');
		state.steps.zoom(2);
		state.showSources(true);
		state.showStaff(true);
		expect(state.describe()).not.toEqual(cold);
		state.resetVisit();
		flushSync();
		expect(state.describe()).toEqual(cold);
		expect([state.isSourcesOpen, state.steps.stop, heard, state.visit]).toEqual([false, 0, 1, 1]);
		expect(Object.keys(localStorage)).toEqual(['p38-kiosk-visits']);
	});

	it('comes after the limit and the countdown, later with a document open', () => {
		state.enter('touch');
		state.speak('en');
		vi.advanceTimersByTime(121_000);
		expect(at()).toBe('attract');
		state.enter('touch');
		state.speak('en');
		state.goHome();
		state.openDoor(0);
		vi.advanceTimersByTime(149_000);
		expect(state.clock.status).toBe('watching');
		vi.advanceTimersByTime(2000);
		expect(state.clock.status).toBe('asking');
	});
});
