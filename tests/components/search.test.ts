import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Catalogue } from '$lib/model/catalogue';
import { makeEntries } from '$lib/search/entries';
import { SearchState } from '$lib/search/search-state.svelte';
import { loadCollection } from '$lib/server/load-collection';
import { ViewState } from '$lib/state/view.svelte';
import SearchStage from './SearchStage.svelte';

const loaded = loadCollection('tests/fixtures/collections/valid');
const collection = loaded.collection ?? raise(JSON.stringify(loaded.problems));
const entries = makeEntries(collection);
const LETTER = '1911-02-03-skerry-to-head';

function raise(message: string): never {
	throw new Error(message);
}

const answer = () => new Response(JSON.stringify(entries));

beforeEach(() => {
	localStorage.clear();
	Element.prototype.scrollIntoView = vi.fn();
	vi.stubGlobal(
		'fetch',
		vi.fn().mockImplementation(() => Promise.resolve(answer()))
	);
	document.addEventListener('click', stayHere);
});
afterEach(() => document.removeEventListener('click', stayHere));

/** jsdom follows no links: it only complains. */
function stayHere(event: Event) {
	event.preventDefault();
}

function open() {
	const search = new SearchState('/data/search.json');
	render(SearchStage, { search });
	return { search, box: screen.getByRole('combobox', { name: 'Search' }) };
}

async function ask(query: string) {
	const { search, box } = open();
	box.focus();
	await fireEvent.input(box, { target: { value: query } });
	await waitFor(() => expect(search.status).toBe('ready'));
	return { search, box };
}

const options = () => screen.getAllByRole('option');
const active = (box: HTMLElement) => {
	const id = box.getAttribute('aria-activedescendant');
	return id ? document.getElementById(id) : null;
};
const firstPlace = collection.data.places[0] ?? raise('no place');

it('fetches the index at the first focus and not before', async () => {
	const { box, search } = open();
	expect(fetch).not.toHaveBeenCalled();
	box.focus();
	expect(fetch).toHaveBeenCalledOnce();
	await screen.findByText(/in any spelling/);
	box.blur();
	box.focus();
	await waitFor(() => expect(search.status).toBe('ready'));
	expect(fetch).toHaveBeenCalledOnce();
});

it('lists results by kind, marked, counted aloud', async () => {
	const { box } = await ask(firstPlace.name);
	const list = await screen.findByRole('listbox', { name: 'Results' });
	expect(box.getAttribute('aria-expanded')).toBe('true');
	expect(box.getAttribute('aria-controls')).toBe(list.id);
	const places = within(list).getByRole('group', { name: /^Places/ });
	const [first] = within(places).getAllByRole('option');
	expect(first?.getAttribute('data-result')).toBe(`place:${firstPlace.id}`);
	expect(first?.querySelector('mark')).not.toBeNull();
	expect(screen.getByRole('status').textContent).toMatch(/^\d+ found for/);
});

describe('by keyboard', () => {
	it('arrows go round, Home and End to the ends once the list is entered', async () => {
		const { box } = await ask(firstPlace.name);
		await screen.findByRole('listbox');
		const ends = () => [options()[0], options().at(-1)];
		expect(active(box)).toBeNull();
		await fireEvent.keyDown(box, { key: 'End' });
		expect(active(box)).toBeNull();
		await fireEvent.keyDown(box, { key: 'ArrowDown' });
		expect(active(box)).toBe(ends()[0]);
		await fireEvent.keyDown(box, { key: 'ArrowUp' });
		expect(active(box)).toBe(ends()[1]);
		await fireEvent.keyDown(box, { key: 'ArrowDown' });
		expect(active(box)).toBe(ends()[0]);
		await fireEvent.keyDown(box, { key: 'End' });
		expect(active(box)).toBe(ends()[1]);
		await fireEvent.keyDown(box, { key: 'Home' });
		expect(active(box)).toBe(ends()[0]);
		expect(active(box)?.getAttribute('aria-selected')).toBe('true');
	});

	it('Enter chooses in the view and closes the list', async () => {
		const { search, box } = await ask(firstPlace.name);
		const view = new ViewState(new Catalogue(collection.data));
		search.joinView(view);
		await screen.findByRole('listbox');
		await fireEvent.keyDown(box, { key: 'Enter' });
		expect(view.selection).toBe(`place:${firstPlace.id}`);
		expect(screen.queryByRole('listbox')).toBeNull();
		expect(box).toHaveProperty('value', firstPlace.name);
	});

	it('Escape closes, then clears, and then is left to others', async () => {
		const { search, box } = await ask(firstPlace.name);
		await screen.findByRole('listbox');
		expect(await fireEvent.keyDown(box, { key: 'Escape' })).toBe(false);
		expect(screen.queryByRole('listbox')).toBeNull();
		expect(search.query).toBe(firstPlace.name);
		expect(await fireEvent.keyDown(box, { key: 'Escape' })).toBe(false);
		expect(search.query).toBe('');
		expect(await fireEvent.keyDown(box, { key: 'Escape' })).toBe(true);
	});

	it('/ and Ctrl+K lead there, but a stroke typed into another field stays in it', async () => {
		const { search, box } = open();
		await fireEvent.keyDown(document.body, { key: '/' });
		expect(document.activeElement).toBe(box);
		const other = screen.getByRole('textbox', { name: 'another field' });
		other.focus();
		await fireEvent.keyDown(other, { key: '/' });
		expect(document.activeElement).toBe(other);
		await fireEvent.keyDown(other, { key: 'k', ctrlKey: true });
		expect(document.activeElement).toBe(box);
		screen.getByRole('button', { name: 'elsewhere' }).focus();
		search.useSlash(false);
		await fireEvent.keyDown(document.body, { key: '/' });
		expect(document.activeElement).not.toBe(box);
	});
});

it('outside of the explorer results are links into it', async () => {
	await ask(firstPlace.name);
	const list = await screen.findByRole('listbox');
	const place = within(list).getAllByRole('option')[0];
	expect(place?.getAttribute('href')).toContain(`sel=place:${firstPlace.id}`);
	expect(
		within(list)
			.getByRole('option', { name: /^All results/ })
			.getAttribute('href')
	).toBe(`/search/?q=${encodeURIComponent(firstPlace.name)}`);
});

it('a document is opened as itself, and what it was found by goes to the views', async () => {
	const title = collection.data.documents.find(({ id }) => id === LETTER)?.title ?? raise('no letter');
	const { search } = await ask(title);
	const [first] = await screen.findAllByRole('option');
	expect(first?.getAttribute('href')).toBe(`/?doc=${LETTER}`);
	expect(search.findings.references.has(`document:${LETTER}`)).toBe(true);
	search.ask('');
	expect(search.findings.references.size).toBe(0);
});

it('says that nothing was found, and what would be', async () => {
	const { box } = await ask(`${firstPlace.name} qqqqqq`);
	await screen.findByText(/Nothing found for/);
	expect(box.getAttribute('aria-expanded')).toBe('false');
	await fireEvent.click(screen.getByRole('button', { name: firstPlace.name }));
	await screen.findByRole('listbox');
	expect(document.activeElement).toBe(box);
});

it('tells of a failure and tries again', async () => {
	vi.mocked(fetch).mockRejectedValueOnce(new TypeError('offline'));
	const { search, box } = open();
	box.focus();
	expect((await screen.findByRole('alert')).textContent).toContain('could not be fetched');
	await fireEvent.input(box, { target: { value: firstPlace.name } });
	await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
	await screen.findByRole('listbox');
	expect(search.status).toBe('ready');
	expect(document.activeElement).toBe(box);
});

it('closes when the focus goes elsewhere', async () => {
	await ask(firstPlace.name);
	await screen.findByRole('listbox');
	screen.getByRole('button', { name: 'elsewhere' }).focus();
	await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
});
