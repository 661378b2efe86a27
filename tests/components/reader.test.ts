import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Catalogue } from '$lib/model/catalogue';
import type { DocumentBody } from '$lib/model/collection';
import { loadCollection } from '$lib/server/load-collection';
import { ViewState } from '$lib/state/view.svelte';
import ReaderHarness from './ReaderHarness.svelte';

const LETTER = '1911-02-03-skerry-to-head';
const PRECIS = '1911-02-05-head-to-skerry';

const loaded = loadCollection('tests/fixtures/collections/valid');
const { data, bodies } = loaded.collection ?? raise(JSON.stringify(loaded.problems));

beforeEach(() => {
	// What a page without a layout cannot do.
	vi.stubGlobal(
		'ResizeObserver',
		class {
			observe() {}
			disconnect() {}
		}
	);
	vi.stubGlobal('CSS', { escape: (text: string) => text });
	vi.stubGlobal('matchMedia', () => ({ matches: true }));
	Element.prototype.scrollIntoView = vi.fn();
});

function raise(message: string): never {
	throw new Error(message);
}

function bodyOf(id: string): DocumentBody {
	return bodies.get(id) ?? raise(`no body for ${id}`);
}

function open(document: string, body: DocumentBody | null = bodyOf(document), more = {}) {
	const view = new ViewState(new Catalogue(data));
	view.read(document, null, 'link');
	return { view, ...render(ReaderHarness, { view, body, ...more }) };
}

function mark(id: string): HTMLElement {
	return document.querySelector<HTMLElement>(`[data-annotation="${id}"]`) ?? raise(`no mark ${id}`);
}

describe('the words', () => {
	it('stand there to the letter, with nothing of ours between them', () => {
		open(LETTER);
		const { text, paragraphs } = bodyOf(LETTER);
		const shown = [...document.querySelectorAll('[data-text] > *')].map((one) => one.textContent);
		expect(shown).toEqual(paragraphs.map(({ start, end }) => text.slice(start, end)));
	});

	it('have one mark for every annotation, named by phrase and kind', () => {
		open(LETTER);
		const { annotations } = bodyOf(LETTER);
		const marks = [...document.querySelectorAll('[data-annotation]')];
		expect(marks.map((one) => one.getAttribute('data-annotation')).sort()).toEqual(
			annotations.map(({ id }) => id).sort()
		);
		expect(mark('addressee').getAttribute('aria-label')).toBe('Peter, person');
		expect(mark('asks-for-boat').getAttribute('aria-label')).toBe('asks: Please send the boat');
	});

	it('never put one link into another', () => {
		open(LETTER);
		expect(document.querySelectorAll('a a, a button').length).toBe(0);
	});

	it('are told apart from a précis of ours', () => {
		open(PRECIS);
		expect(screen.getByText(/Précis, ours/)).toBeTruthy();
		expect(document.querySelector('[data-text]')?.tagName).toBe('OL');
	});
});

describe('a phrase', () => {
	it('is chosen by a click, with what it speaks of', async () => {
		const { view } = open(LETTER);
		await fireEvent.click(mark('open-sound'));
		expect(view.chosen).toBe(`annotation:${LETTER}/open-sound`);
		expect(view.selection).toBe('place:the-sound');
		expect(mark('open-sound').getAttribute('aria-current')).toBe('true');
		expect(document.querySelector('[data-card="place:the-sound"]')).toBeTruthy();
	});

	it('leaves a click with a held key to the browser', async () => {
		const { view } = open(LETTER);
		document.addEventListener('click', (event) => event.preventDefault(), { once: true });
		await fireEvent.click(mark('open-sound'), { ctrlKey: true });
		expect(view.phrase).toBeNull();
	});

	it('lights up under pointer and focus, and goes out again', async () => {
		const { view } = open(LETTER);
		await fireEvent.pointerOver(mark('open-sound'));
		expect(view.hovered).toBe(`annotation:${LETTER}/open-sound`);
		expect(mark('open-sound').classList).toContain('lit');
		await fireEvent.pointerLeave(document.querySelector('[data-text]') ?? raise('no text'));
		expect(view.hovered).toBeNull();
		await fireEvent.focusIn(mark('addressee'));
		expect(view.hovered).toBe(`annotation:${LETTER}/addressee`);
		await fireEvent.focusOut(mark('addressee'));
		expect(view.hovered).toBeNull();
	});

	it('lights the passage when its act is pointed at', async () => {
		open(LETTER);
		await fireEvent.pointerOver(mark('asks-for-boat'));
		const lit = [...document.querySelectorAll('[data-text] .phrase-part.lit')];
		expect(lit.map((one) => one.textContent).join('')).toBe('Please send the boat');
	});

	it('is a link that opens the same place', () => {
		open(LETTER);
		const query = new URLSearchParams(mark('open-sound').getAttribute('href') ?? '');
		const view = new ViewState(new Catalogue(data));
		view.restore(query.toString());
		expect([view.document, view.selection, view.phrase]).toEqual([LETTER, 'place:the-sound', 'open-sound']);
	});
});

describe('what another view asks for', () => {
	it('is brought into sight and focused', async () => {
		const { view } = open(LETTER);
		view.select('event:ice-seen', 'map');
		await tick();
		expect(document.activeElement).toBe(mark('ice-came'));
		const reader = document.querySelector('[data-view="reader"]');
		expect(reader?.getAttribute('data-open-event')).toBe('ice-seen');
		expect(reader?.getAttribute('data-open-document')).toBe(LETTER);
	});

	it('waits for the words', async () => {
		const { view, rerender } = open(PRECIS);
		view.select('event:ice-seen', 'timeline');
		await tick();
		expect(document.querySelector('[data-annotation]')).toBeNull();
		await rerender({ body: bodyOf(LETTER) });
		expect(document.activeElement).toBe(mark('ice-came'));
	});

	it('focuses the card of a record of which no words are held', async () => {
		const { view } = open(LETTER);
		view.select('event:light-out', 'timeline');
		await tick();
		expect(document.activeElement?.textContent).toBe('The light is out for an hour');
		expect(screen.getByText('No words of a document held here speak of it.')).toBeTruthy();
	});

	it('does not take the focus for a link without a phrase', async () => {
		const { view } = open(LETTER);
		view.restore(`doc=${LETTER}`);
		await tick();
		expect(document.activeElement).toBe(document.body);
	});
});

describe('the card', () => {
	it('gives names their language, and leads to every phrase', async () => {
		const { view } = open(LETTER);
		view.select('place:south-head', 'map');
		await tick();
		expect(screen.getByText('Sydpynten').getAttribute('lang')).toBe('da');
		view.select('movement:relief-by-boat', 'map');
		await tick();
		const card = document.querySelector<HTMLElement>('[data-card]') ?? raise('no card');
		expect(within(card).getByText('proposed')).toBeTruthy();
		await fireEvent.click(within(card).getByRole('button', { name: /send the boat/ }));
		expect(view.phrase).toBe('send-boat');
	});

	it('sets the focus down on the phrase when it is closed', async () => {
		const { view } = open(LETTER);
		await fireEvent.click(mark('open-sound'));
		await fireEvent.click(screen.getByRole('button', { name: 'Back to the document' }));
		expect(view.phrase).toBeNull();
		expect(document.querySelector('[data-card]')).toBeNull();
		expect(document.activeElement).toBe(mark('open-sound'));
	});
});

describe('two documents side by side', () => {
	const openBoth = () => {
		const opened = open(PRECIS, bodyOf(PRECIS), { beside: { body: bodyOf(LETTER) } });
		opened.view.setBeside(LETTER);
		return opened;
	};
	const articles = () =>
		[...document.querySelectorAll('article')].map((one) => one.getAttribute('data-document'));

	it('stand in order of time, whichever is open', async () => {
		openBoth();
		await tick();
		expect(articles()).toEqual([LETTER, PRECIS]);
		expect(document.querySelectorAll('[data-text]').length).toBe(2);
	});

	it('change places in the view, not on the page, when the second is read', async () => {
		const { view } = openBoth();
		await tick();
		const before = mark('open-sound');
		await fireEvent.click(before);
		expect([view.document, view.beside]).toEqual([LETTER, PRECIS]);
		expect(articles()).toEqual([LETTER, PRECIS]);
		expect(mark('open-sound')).toBe(before);
		expect(document.activeElement).toBe(before);
	});

	it('are one again when the comparison is closed', async () => {
		const { view } = openBoth();
		await tick();
		await fireEvent.click(screen.getByRole('button', { name: 'Close the comparison' }));
		expect(view.beside).toBeNull();
		expect(articles()).toEqual([PRECIS]);
	});

	it('are never the same document twice', async () => {
		const { view } = open(LETTER);
		view.setBeside(LETTER);
		await tick();
		expect(view.beside).toBeNull();
		expect(articles()).toEqual([LETTER]);
	});
});

describe('words that are not there yet', () => {
	it('are announced while they come', () => {
		open(LETTER, null);
		expect(screen.getByRole('status').textContent).toBe('Fetching the words …');
	});

	it('can be asked for again', async () => {
		const onretry = vi.fn();
		open(LETTER, null, { failed: true, onretry });
		await fireEvent.click(within(screen.getByRole('alert')).getByRole('button'));
		expect(onretry).toHaveBeenCalledOnce();
	});
});
