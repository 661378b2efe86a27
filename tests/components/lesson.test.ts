import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick, type ComponentProps } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import HeldText from '$lib/lesson/HeldText.svelte';
import type StepPanel from '$lib/lesson/StepPanel.svelte';
import WayChoice from '$lib/lesson/WayChoice.svelte';
import { pairPlain } from '$lib/model/align-plain';
import { Catalogue } from '$lib/model/catalogue';
import { outlineOf, stagesOf, type Way } from '$lib/model/lesson';
import { viewOf } from '$lib/state/step-view';
import { ViewState } from '$lib/state/view.svelte';
import { loadToy } from '../data/toy-collection';
import LessonStage from './LessonStage.svelte';

const LETTER = '1911-02-03-skerry-to-head';
const toy = loadToy();
const catalogue = new Catalogue(toy.data);
const lesson = toy.lessons[0] ?? raise('no lesson');
const outline = outlineOf(lesson);

const said = () =>
	screen
		.getAllByRole('status')
		.map((one) => one.textContent?.trim())
		.join(' ');

function raise(message: string): never {
	throw new Error(message);
}

type Shown = Partial<Pick<ComponentProps<typeof StepPanel>, 'hidden' | 'notesHidden' | 'plain'>>;

function open(id: string, way: Way = { level: 'high', minutes: 45 }, shown: Shown = {}) {
	const step = lesson.steps.find((one) => one.id === id) ?? raise(`no step ${id}`);
	const view = new ViewState(catalogue, viewOf(step.view, catalogue));
	const nav = {
		isSeen: (seen: string) => seen === 'who-writes',
		stepHref: (to: string) => `/s/${to}?level=${way.level}`,
		overviewHref: '/s'
	};
	const props = {
		lesson: outline,
		step,
		stages: stagesOf(outline, way),
		way,
		nav,
		hidden: null,
		plain: null,
		...shown
	};
	return { view, ...render(LessonStage, { view, ...props, hrefOf: (light: string) => `/x/${light}` }) };
}

describe('a step', () => {
	it('says where on the way it is, asks its question, and leads on and back', () => {
		open('ask-or-tell');
		expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Ask or tell?');
		expect(document.querySelector('.place')?.textContent).toContain('Step 3 of 8');
		expect(screen.getByText('Does she ask, or does she tell?')).toBeTruthy();
		expect(screen.getByRole('link', { name: 'Next: First to last' }).getAttribute('href')).toBe(
			'/s/first-to-last?level=high'
		);
		expect(screen.getByRole('link', { name: 'Back: What she saw' }).getAttribute('href')).toBe(
			'/s/what-she-saw?level=high'
		);
		const steps = within(screen.getByRole('navigation', { name: 'Steps of the lesson' }));
		expect(
			steps.getAllByRole('link', { hidden: true }).filter((one) => one.ariaCurrent === 'step')
		).toHaveLength(1);
	});

	it('goes the shorter way where that is asked for, to its end', () => {
		open('your-claim', { level: 'middle', minutes: 15 });
		expect(document.querySelector('.place')?.textContent).toContain('Step 3 of 3');
		expect(screen.getByRole('link', { name: 'End of the way: to the overview' }).getAttribute('href')).toBe(
			'/s'
		);
	});

	it('tells what is meant for its level', () => {
		open('who-writes', { level: 'middle', minutes: 45 });
		expect(screen.getByText(/Look at the head of the letter/)).toBeTruthy();
		expect(screen.getByText('I think Anna writes because …')).toBeTruthy();
		expect(screen.getByText('drift ice')).toBeTruthy();
	});

	it('shows raw markup as the text it is', () => {
		open('who-writes');
		expect(document.querySelector('.prose b')).toBeNull();
		expect(document.querySelector('.prose')?.textContent).toContain('burns on <b>North</b> Skerry.');
	});

	it('lights a phrase of the text in the views without leaving the path', async () => {
		const { view } = open('who-writes');
		await fireEvent.click(screen.getByRole('link', { name: 'Peter' }));
		expect(view.phrase).toBe('addressee');
		expect(view.document).toBe(LETTER);
		view.moveTo({ centre: [12, 56], zoom: 5 });
		await tick();
		expect(screen.queryByText('You have left the path.')).toBeNull();
	});

	it('leads back whoever has left the path', async () => {
		const { view } = open('what-she-saw');
		const before = view.facts;
		expect(screen.queryByRole('button', { name: /^Back to step/ })).toBeNull();
		view.select('event:light-out', 'timeline');
		await tick();
		expect(screen.getByText('You have left the path.')).toBeTruthy();
		await fireEvent.click(screen.getByRole('button', { name: 'Back to step 2' }));
		expect(view.facts).toEqual(before);
		expect(screen.queryByText('You have left the path.')).toBeNull();
	});

	it('says politely that words are hidden, and that they are shown', () => {
		open('who-writes', undefined, { hidden: true });
		expect(said()).toContain(
			'The words of the document are hidden until the question is answered or skipped.'
		);
	});

	it('says the same of what stands around the words', () => {
		open('what-she-saw', undefined, { notesHidden: true });
		expect(said()).toContain('What the collection says of the document is hidden until');
		cleanup();
		open('what-she-saw', undefined, { notesHidden: false });
		expect(said()).toContain('What the collection says of the document is shown now.');
	});

	it('shows the plain version, sentence by sentence, at once or when it has come', async () => {
		const body = toy.bodies.get(LETTER) ?? raise('no letter');
		const pairs = pairPlain(body, 'en');
		open('what-she-saw', undefined, { plain: pairs });
		expect(screen.getByText('Ice came today, early.').previousElementSibling?.textContent).toContain(
			'The ice came this morning.'
		);
		cleanup();
		open('what-she-saw', undefined, { plain: Promise.resolve(pairs) });
		expect(screen.queryByText('Ice came today, early.')).toBeNull();
		expect(await screen.findByText('Ice came today, early.')).toBeTruthy();
		expect(pairPlain({ text: body.text }, 'en')).toBeNull();
	});
});

describe('the way through', () => {
	it('is chosen by radio buttons', async () => {
		const onchoose = vi.fn();
		render(WayChoice, { lesson: outline, way: { level: 'high', minutes: 45 }, onchoose });
		expect(screen.getByRole<HTMLInputElement>('radio', { name: 'High school and AP' }).checked).toBe(true);
		await fireEvent.click(screen.getByRole('radio', { name: '15 minutes' }));
		expect(onchoose).toHaveBeenCalledWith({ level: 'high', minutes: 15 });
	});
});

describe('words that wait', () => {
	it('are replaced by what may be seen, and asked for by a link that needs no script', async () => {
		const onskip = vi.fn();
		const phrases = [{ id: 'addressee', quote: 'Peter' }];
		render(HeldText, { phrases, language: 'en', pageHref: '/documents/x', onskip });
		expect(document.querySelector('[data-annotation="addressee"]')?.textContent).toBe('“Peter”');
		const link = screen.getByRole('link', { name: 'Skip and read now' });
		expect(link.getAttribute('href')).toBe('/documents/x');
		await fireEvent.click(link);
		expect(onskip).toHaveBeenCalledOnce();
	});
});
