import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { loadToy } from '../../../tests/data/toy-collection';
import { Catalogue } from '$lib/model/catalogue';
import { ViewState } from './view.svelte';

const letter = '1911-02-03-skerry-to-head';
const newView = () => new ViewState(new Catalogue(loadToy().data));

describe('ViewState', () => {
	it('opens as the collection says', () => {
		const view = newView();
		expect(view.document).toBe(letter);
		expect(view.selection).toBe(`document:${letter}`);
		expect(view.query).toBe('');
	});

	it('reads a phrase: what it speaks of is chosen, and lights in the other views', () => {
		const view = newView();
		view.read(letter, 'open-sound', 'reader');
		expect(view.selection).toBe('place:the-sound');
		expect(view.isSelected('place:the-sound')).toBe(true);
		expect(view.isSelected(`annotation:${letter}/open-sound`)).toBe(true);
		expect(view.isRelated(`document:${letter}`)).toBe(true);
		expect(view.isSelected('place:north-skerry')).toBe(false);
	});

	it('selects a record: the words that vouch for it are opened', () => {
		const view = newView();
		view.select('place:the-sound', 'map');
		expect(view.document).toBe(letter);
		expect(view.phrase).toBe('open-sound');
		expect(view.attention.by).toBe('map');
	});

	it('moves the cursor and the window to what is selected', () => {
		const view = newView();
		view.showWindow([view.window[0], view.window[0] + 60 * 60_000]);
		view.select('event:sound-open', 'timeline');
		const when = view.catalogue.find('event', 'sound-open')?.when;
		expect(view.cursor).toBeGreaterThanOrEqual(when?.earliestStart ?? Infinity);
		expect(view.cursor).toBeLessThanOrEqual(when?.latestEnd ?? -Infinity);
		expect(view.window[0]).toBeLessThanOrEqual(view.cursor);
		expect(view.window[1]).toBeGreaterThanOrEqual(view.cursor);
	});

	it('ignores what the collection does not have', () => {
		const view = newView();
		const before = view.facts;
		view.select('place:atlantis', 'map');
		view.read('no-such-document', null, 'reader');
		expect(view.facts).toEqual(before);
	});

	it('lights what belongs together while something is pointed at', () => {
		const view = newView();
		view.hover('place:the-sound');
		expect(view.isLit(`annotation:${letter}/open-sound`)).toBe(true);
		view.hover(null);
		expect(view.isLit(`annotation:${letter}/open-sound`)).toBe(false);
	});

	it('steps back from a phrase to the document, and then has nothing to leave', () => {
		const view = newView();
		view.read(letter, 'open-sound', 'reader');
		expect(view.stepBack()).toBe(true);
		expect(view.phrase).toBeNull();
		expect(view.selection).toBe(`document:${letter}`);
		expect(view.stepBack()).toBe(false);
	});

	it('holds cursor and window inside the collection', () => {
		const view = newView();
		const [start, end] = view.catalogue.about.span;
		view.moveCursor(0 - 9e13);
		expect(view.cursor).toBe(start);
		view.showWindow([start - 9e12, end + 9e12]);
		expect(view.window).toEqual([start, end]);
		view.showWindow([start, start + 1]);
		expect(view.window[1] - view.window[0]).toBe(15 * 60_000);
	});

	it('gives a link from which another view comes out the same', () => {
		const one = newView();
		one.read(letter, 'open-sound', 'reader');
		one.moveCursor(one.cursor + 3 * 60 * 60_000);
		one.moveTo({ centre: [12, 57], zoom: 7 });
		flushSync();
		const other = newView();
		other.restore(one.query);
		expect(other.facts).toEqual(one.facts);
	});

	it('tells which parts of a link it could not use', () => {
		const view = newView();
		view.restore('doc=gone&t=1911-02-04T06:07Z');
		expect(view.unread).toEqual([{ key: 'doc', text: 'gone' }]);
		expect(view.cursor).toBe(Date.UTC(1911, 1, 4, 6, 7));
		view.dismissNotice();
		expect(view.unread).toEqual([]);
	});

	it('has the front of the cursor', () => {
		const view = newView();
		const [claim] = view.catalogue.data.fronts;
		view.moveCursor(claim?.when.earliestStart ?? 0);
		expect(view.front?.claims[0].id).toBe(claim?.id);
		view.moveCursor(view.catalogue.about.span[0]);
		expect(view.front).toBeNull();
	});

	it('lets the document beside change places with the open one, and never has the same twice', () => {
		const view = newView();
		const precis = '1911-02-05-head-to-skerry';
		view.setBeside(precis);
		view.read(precis, null, 'reader');
		expect([view.document, view.beside]).toEqual([precis, letter]);
		view.select(`document:${letter}`, 'timeline');
		expect([view.document, view.beside]).toEqual([letter, precis]);
		view.setBeside(letter);
		expect(view.beside).toBeNull();
		view.restore(`doc=${precis}&doc2=${precis}`);
		expect([view.document, view.beside]).toEqual([precis, null]);
	});

	it('parts the map only while two moments are compared, and keeps that in the link', () => {
		const view = newView();
		view.divideAt(11);
		expect(view.divider).toBeNull();
		view.compareWith(view.cursor);
		view.divideAt(11.25);
		flushSync();
		expect(view.query).toMatch(/&x=11\.250$/);
		const other = newView();
		other.restore(view.query);
		expect(other.divider).toBe(11.25);
		other.compareWith(null);
		expect(other.divider).toBeNull();
		other.restore('t2=1911-02-04T06:07Z&x=east');
		expect(other.unread).toEqual([{ key: 'x', text: 'east' }]);
	});

	it('opens elsewhere, and its links are then relative to that', () => {
		const view = newView();
		const elsewhere = { ...view.opening, phrase: 'open-sound', selection: 'event:sound-open' as const };
		view.reopen(elsewhere);
		expect(view.facts).toEqual(elsewhere);
		expect(view.query).toBe('');
		expect(view.attention.by).toBe('opening');
		view.read(letter, 'open-sound', 'reader');
		expect(view.query).toBe('sel=place:the-sound');
		view.restore('');
		expect(view.facts).toEqual(elsewhere);
	});
});
