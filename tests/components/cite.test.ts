import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Catalogue } from '$lib/model/catalogue';
import type { CiteSubject } from '$lib/reader/cite-subject';
import CiteButton from '$lib/reader/CiteButton.svelte';
import { loadCollection } from '$lib/server/load-collection';
import { ViewState } from '$lib/state/view.svelte';
import ReaderHarness from './ReaderHarness.svelte';

const LETTER = '1911-02-03-skerry-to-head';
const PRECIS = '1911-02-05-head-to-skerry';
const ADDRESS = 'https://site.example.org/here';

const loaded = loadCollection('tests/fixtures/collections/valid');
const { data, bodies } = loaded.collection ?? raise(JSON.stringify(loaded.problems));
const catalogue = new Catalogue(data);

function raise(message: string): never {
	throw new Error(message);
}

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
	HTMLDialogElement.prototype.showModal = function () {
		this.open = true;
	};
	HTMLDialogElement.prototype.close = function () {
		this.open = false;
		this.dispatchEvent(new Event('close'));
	};
});

function subjectOf(id: string): CiteSubject {
	const document = catalogue.find('document', id) ?? raise(`no document ${id}`);
	const body = bodies.get(id) ?? raise(`no body ${id}`);
	return { form: 'document', catalogue, document, body, phrase: null, address: ADDRESS };
}

async function openDialog(subject: CiteSubject) {
	render(CiteButton, { label: 'Cite', subject: () => subject });
	await fireEvent.click(screen.getByRole('button', { name: 'Cite' }));
	return screen.findByRole('dialog');
}

const wordsOf = (dialog: HTMLElement, use: string) =>
	dialog.querySelector(`[data-cite="${use}"] p`)?.textContent.trim();

describe('the dialog', () => {
	it('opens on Chicago, named, and leaves when it is closed', async () => {
		const dialog = await openDialog(subjectOf(LETTER));
		expect(dialog.getAttribute('aria-labelledby')).toBe(
			screen.getByRole('heading', { name: 'Cite this document' }).id
		);
		expect(document.activeElement?.textContent).toBe('Cite this document');
		expect(wordsOf(dialog, 'note')).toMatch(
			/^Anna Holm, “Letter from Anna Holm to Peter Lund,” night of February 3, 1911, translated from Danish/
		);
		expect(wordsOf(dialog, 'bibliography')).toMatch(/^Holm, Anna\. .*https:\/\/site\.example\.org\/here\.$/);
		await fireEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
		expect(screen.queryByRole('dialog')).toBeNull();
	});

	it('keeps Escape to itself: nothing behind it steps back', async () => {
		const heard = vi.fn();
		window.addEventListener('keydown', heard);
		const dialog = await openDialog(subjectOf(LETTER));
		await fireEvent.keyDown(within(dialog).getByRole('heading'), { key: 'Escape' });
		expect(heard).not.toHaveBeenCalled();
		await fireEvent.keyDown(within(dialog).getByRole('heading'), { key: 'a' });
		expect(heard).toHaveBeenCalledOnce();
		window.removeEventListener('keydown', heard);
	});

	it('sets in italics what the style wants so, as elements and not as markup', async () => {
		const dialog = await openDialog(subjectOf(LETTER));
		expect([...dialog.querySelectorAll('[data-cite] i')].map((one) => one.textContent)).toEqual([
			...[data.about.title, data.about.title]
		]);
	});

	it.each([
		['MLA', /Night of 3 Feb\. 1911\./],
		['APA', /^Holm, A\. \(1911, February 3, night\)\./],
		['BibTeX', /^@misc\{1911-02-03-skerry-to-head,/],
		['RIS', /^TY {2}- PCOMM/],
		['CSL-JSON', /"type": "personal_communication"/]
	])('changes to %s', async (format, wanted) => {
		const dialog = await openDialog(subjectOf(LETTER));
		await fireEvent.click(within(dialog).getByRole('radio', { name: format }));
		const text = dialog.querySelector('pre')?.textContent ?? wordsOf(dialog, 'works-cited');
		expect(text ?? wordsOf(dialog, 'reference')).toMatch(wanted);
	});

	it('warns of a précis, and the citation says so in every format', async () => {
		const dialog = await openDialog(subjectOf(PRECIS));
		expect(dialog.textContent).toContain('is a précis of ours, not the document’s own words');
		for (const format of ['Chicago', 'MLA', 'APA', 'BibTeX', 'RIS', 'CSL-JSON']) {
			await fireEvent.click(within(dialog).getByRole('radio', { name: format }));
			const cited = dialog.querySelector('pre, dl')?.textContent;
			expect(cited, format).toMatch(/editors’ précis, not the document’s own words/i);
		}
	});

	it('cites a view with its moment and its link', async () => {
		const moment = Date.UTC(1911, 1, 3, 20, 30);
		const dialog = await openDialog({
			...{ form: 'view', catalogue, shown: 'North Skerry', moment, address: ADDRESS }
		});
		expect(wordsOf(dialog, 'note')).toMatch(
			/^Explorer view of “North Skerry” at 20:30 UTC on February 3, 1911, in .*, accessed .*site\.example\.org\/here\.$/
		);
	});
});

describe('the copy button', () => {
	it('copies the plain words and says so', async () => {
		const writeText = vi.fn().mockResolvedValue(undefined);
		vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
		const dialog = await openDialog(subjectOf(LETTER));
		await fireEvent.click(within(dialog).getByRole('button', { name: 'Copy: Note' }));
		await waitFor(() => expect(within(dialog).getByRole('status').textContent).toBe('Copied: Note.'));
		expect(writeText).toHaveBeenCalledExactlyOnceWith(wordsOf(dialog, 'note'));
		vi.unstubAllGlobals();
	});

	it('selects the words where there is no clipboard', async () => {
		vi.stubGlobal('navigator', { ...navigator, clipboard: undefined });
		const dialog = await openDialog(subjectOf(LETTER));
		await fireEvent.click(within(dialog).getByRole('button', { name: 'Copy: Bibliography' }));
		await waitFor(() =>
			expect(within(dialog).getByRole('status').textContent).toContain('The words are selected')
		);
		expect(getSelection()?.toString().trim()).toBe(wordsOf(dialog, 'bibliography'));
		vi.unstubAllGlobals();
	});
});

describe('in the reader', () => {
	it('the head cites the document, the strip the phrase', async () => {
		const view = new ViewState(catalogue);
		view.read(LETTER, 'open-sound', 'link');
		render(ReaderHarness, { view, body: bodies.get(LETTER) ?? null });
		await fireEvent.click(screen.getByRole('button', { name: 'Cite this phrase' }));
		const dialog = await screen.findByRole('dialog');
		const quote = bodies.get(LETTER)?.annotations.find(({ id }) => id === 'open-sound')?.quote ?? '';
		expect(wordsOf(dialog, 'note')).toMatch(new RegExp(`^“${quote},” in Anna Holm, `));
		expect(wordsOf(dialog, 'note')).toContain('p=open-sound');
		await fireEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
		await fireEvent.click(screen.getByRole('button', { name: 'Cite' }));
		expect(wordsOf(await screen.findByRole('dialog'), 'note')).toContain(`documents/${LETTER}`);
	});

	it('nothing is offered before the words have come', () => {
		const view = new ViewState(catalogue);
		view.read(LETTER, null, 'link');
		render(ReaderHarness, { view, body: null });
		expect(screen.queryByRole('button', { name: 'Cite' })).toBeNull();
	});
});
