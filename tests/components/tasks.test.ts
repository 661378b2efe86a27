import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { Catalogue } from '$lib/model/catalogue';
import { outlineOf, stagesOf, type Way } from '$lib/model/lesson';
import { Task } from '$lib/schema/task';
import { viewOf } from '$lib/state/step-view';
import { ViewState } from '$lib/state/view.svelte';
import { loadToy } from '../data/toy-collection';
import TaskInStep from './TaskInStep.svelte';
import TaskStage from './TaskStage.svelte';

const LETTER = '1911-02-03-skerry-to-head';
const toy = loadToy();
const catalogue = new Catalogue(toy.data);
const phrases = (toy.bodies.get(LETTER)?.annotations ?? []).map(({ id, quote, start, end }) => ({
	...{ document: LETTER, id, quote },
	...{ start, end }
}));
const phrase = (annotation: string) => ({ document: LETTER, annotation });

function open(record: object, more: { kept?: unknown; starters?: string[] } = {}) {
	const task = Task.parse({ id: 'one', prompt: 'What is so?', standards: ['OPVL origin'], ...record });
	const view = new ViewState(catalogue);
	const oncommit = vi.fn();
	return { view, oncommit, ...render(TaskStage, { view, task, phrases, oncommit, ...more }) };
}

/** What the keys do to a control that has the focus: Space or Enter. Fails where it cannot get the focus. */
async function press(control: HTMLElement) {
	control.focus();
	expect(document.activeElement).toBe(control);
	expect(control.tabIndex).toBe(0);
	await fireEvent.click(control);
}
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const radioOf = (group: string | RegExp, name: string) =>
	within(screen.getByRole('group', { name: group })).getByRole('radio', { name });
async function commit() {
	await press(button('Commit my answer'));
	await tick();
}
const reopen = () => press(button('Change my answer'));

/** The part of the feedback about one item. */
function about(item: string): HTMLElement {
	const row = document.querySelector<HTMLElement>(`[data-verdict][data-item="${item}"]`);
	if (!row) throw new Error(`nothing is said of ${item}`);
	return row;
}

const CHOOSE = {
	kind: 'choose',
	options: [
		{ id: 'ask', text: 'To ask', right: true, because: 'She asks for it.', phrase: phrase('asks-for-boat') },
		{ id: 'thank', text: 'To thank', right: false, because: 'Nothing came yet.', phrase: phrase('send-boat') }
	]
};

describe('choose', () => {
	it('says why the answer does not hold, with the words that show it, and can be changed', async () => {
		const { view, oncommit } = open(CHOOSE);
		await press(screen.getByRole('radio', { name: 'To thank' }));
		await commit();
		expect(oncommit).toHaveBeenCalledWith(['thank']);
		expect(document.activeElement).toBe(
			screen.getByRole('heading', { name: 'Your answer, and the reasons' })
		);
		const wrong = within(about('thank'));
		expect(wrong.getByText('Look again')).toBeTruthy();
		expect(wrong.getByText('Nothing came yet.')).toBeTruthy();
		const link = wrong.getByRole('link', { name: /send the boat/ });
		expect(link.getAttribute('href')).toBe(`/x/annotation:${LETTER}/send-boat`);
		await press(link);
		expect([view.document, view.phrase]).toEqual([LETTER, 'send-boat']);

		await reopen();
		expect(screen.getByRole<HTMLInputElement>('radio', { name: 'To thank' }).checked).toBe(true);
		await press(screen.getByRole('radio', { name: 'To ask' }));
		await commit();
		expect(within(about('ask')).getByText('Holds')).toBeTruthy();
	});

	it('gives the words of an act, which the list of phrases does not have', () => {
		open(CHOOSE, { kept: ['ask'] });
		expect(within(about('ask')).getByText('Please send the boat')).toBeTruthy();
	});

	it('several: tells of what was left out', async () => {
		open({ ...CHOOSE, several: true });
		await press(screen.getByRole('checkbox', { name: 'To thank' }));
		await commit();
		expect(within(about('ask')).getByText('Belongs to the answer')).toBeTruthy();
		expect(within(about('ask')).getByText('You left it out.')).toBeTruthy();
	});

	it('commits nothing while there is no answer, and says so', async () => {
		const { oncommit } = open(CHOOSE);
		await commit();
		expect(oncommit).not.toHaveBeenCalled();
		expect(screen.getByRole('status').textContent).toContain('Parts without an answer: 1.');
	});

	it('asks again when what was kept does not fit', () => {
		open(CHOOSE, { kept: { gone: 7 } });
		expect(screen.getAllByRole('radio')).toHaveLength(2);
	});
});

describe('write', () => {
	it('shows a possible answer and what to look for only after one’s own', async () => {
		const look_for = [{ text: 'You name the boat.', phrase: phrase('send-boat') }];
		const { oncommit } = open(
			{ kind: 'write', length: 'short', sample: 'She asks.', look_for },
			{ starters: ['She wants …'] }
		);
		expect(screen.queryByText('She asks.')).toBeNull();
		await press(button('She wants …'));
		const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'What is so?' });
		expect(document.activeElement).toBe(field);
		await fireEvent.input(field, { target: { value: `${field.value} a boat` } });
		await commit();
		expect(oncommit).toHaveBeenCalledWith('She wants … a boat');
		expect(screen.getByText('She asks.')).toBeTruthy();
		expect(screen.getByText('You name the boat.')).toBeTruthy();
		expect(screen.getByRole('link', { name: /send the boat/ })).toBeTruthy();
		await reopen();
		expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('She wants … a boat');
	});
});

describe('mark', () => {
	const MARK = {
		kind: 'mark',
		document: LETTER,
		wanted: [{ annotation: 'asks-for-boat', because: 'Here she asks.' }],
		near: [{ annotation: 'ice-came', because: 'She reports.' }]
	};

	it('from the list: a word often taken for it has its reason and the words that answer', async () => {
		open(MARK);
		await press(button('The ice came this morning'));
		expect(button('The ice came this morning').ariaPressed).toBe('true');
		await commit();
		const wrong = within(about('ice-came'));
		expect(wrong.getByText('She reports.')).toBeTruthy();
		expect(wrong.getByRole('link', { name: /Please send the boat/ })).toBeTruthy();
		expect(within(about('asks-for-boat')).getByText('You did not mark it.')).toBeTruthy();
		await reopen();
		await press(button('The ice came this morning'));
		await press(button('send the boat'));
		await commit();
		expect(within(about('send-boat')).getByText('Holds')).toBeTruthy();
	});

	it('from the reader: the chosen words can be taken', async () => {
		const { view, oncommit } = open(MARK);
		expect(screen.queryByRole('button', { name: 'Take the words chosen in the text' })).toBeNull();
		view.read(LETTER, 'asks-for-boat', 'reader');
		await tick();
		await press(button('Take the words chosen in the text'));
		await commit();
		expect(oncommit).toHaveBeenCalledWith(['asks-for-boat']);
		expect(within(about('asks-for-boat')).getByText('Holds')).toBeTruthy();
	});
});

describe('sort', () => {
	it('by a row of radio buttons for each card; two bins can be defended', async () => {
		const cards = [
			{ id: 'boat', bins: ['asks'], because: 'Please.', phrase: phrase('asks-for-boat') },
			{ id: 'ice', text: 'The ice came', bins: ['tells', 'asks'], because: 'Both.' }
		];
		const bins = [
			{ id: 'asks', name: 'asks' },
			{ id: 'tells', name: 'tells' }
		];
		open({ kind: 'sort', bins, cards });
		expect(screen.getByText('“Please send the boat”').getAttribute('lang')).toBe('en');
		await press(radioOf('“Please send the boat”', 'tells'));
		await commit();
		expect(screen.getByRole('status').textContent).toContain('Parts without an answer: 1.');
		await press(radioOf('The ice came', 'tells'));
		await commit();
		expect(within(about('boat')).getByText('Yours: tells')).toBeTruthy();
		expect(within(about('boat')).getByRole('link', { name: /Please send the boat/ })).toBeTruthy();
		expect(within(about('ice')).getByText('Can be defended')).toBeTruthy();
		await reopen();
		await press(radioOf('“Please send the boat”', 'asks'));
		await commit();
		expect(within(about('boat')).getByText('Holds')).toBeTruthy();
	});
});

describe('order', () => {
	const items = ['first', 'second', 'third'].map((id) => ({ id, text: id, because: `${id} is dated.` }));
	items[0] = { ...items[0], phrase: phrase('ice-came') } as (typeof items)[0];
	const shown = () =>
		[...document.querySelectorAll<HTMLElement>('form [data-item]')].map(({ dataset }) => dataset['item']);

	it('by buttons that keep the focus and say the place', async () => {
		open({ kind: 'order', items });
		expect(shown()).not.toEqual(['first', 'second', 'third']);
		await fireEvent.submit(button('Commit my answer').closest('form') as HTMLFormElement);
		await tick();
		expect(document.querySelector('[data-verdict="wrong"]')).toBeTruthy();
		expect(within(about('first')).getByRole('link', { name: /The ice came/ })).toBeTruthy();
		await reopen();
		for (const id of ['first', 'second', 'third']) {
			const place = ['first', 'second', 'third'].indexOf(id);
			while (shown().indexOf(id) > place) {
				await press(button(`Move up: ${id}`));
				await tick();
				expect(document.activeElement).toBe(button(`Move up: ${id}`));
				const now = shown().indexOf(id) + 1;
				const said = screen.getAllByRole('status').map((one) => one.textContent);
				expect(said).toContain(`${id}: now number ${now} of 3`);
			}
		}
		await press(button('Move up: first'));
		expect(shown()).toEqual(['first', 'second', 'third']);
		await commit();
		expect(document.querySelector('[data-verdict="wrong"]')).toBeNull();
	});
});

describe('place', () => {
	it('by name, by the middle of the map, or as not known', async () => {
		const tokens = [
			{ id: 'tower', name: 'The tower', answer: { place: 'north-skerry' }, because: 'Hers.' },
			{ id: 'edge', name: 'The edge', answer: 'unknown', because: 'Not seen.', phrase: phrase('ice-came') }
		];
		const { view, oncommit } = open({ kind: 'place', choices: ['north-skerry', 'south-head'], tokens });
		view.moveTo({ centre: [11.21, 57.9], zoom: 6 });
		await press(button('Take the middle of the map for: The tower'));
		const edge = screen.getByRole('combobox', { name: 'The edge' });
		await fireEvent.change(edge, { target: { value: 'south-head' } });
		await commit();
		expect(oncommit).toHaveBeenCalledWith({
			tower: { centre: [11.21, 57.9] },
			edge: { place: 'south-head' }
		});
		expect(within(about('tower')).getByText('Holds')).toBeTruthy();
		expect(within(about('tower')).getByText('Yours: Latitude 57.90, longitude 11.21')).toBeTruthy();
		expect(within(about('edge')).getByText('Look again')).toBeTruthy();
		expect(within(about('edge')).getByRole('link', { name: /The ice came/ })).toBeTruthy();
		await reopen();
		const again = screen.getByRole<HTMLSelectElement>('combobox', { name: 'The edge' });
		expect(again.value).toBe('south-head');
		const unknown = within(again).getByRole<HTMLOptionElement>('option', { name: /^Not known/ });
		await fireEvent.change(again, { target: { value: unknown.value } });
		await commit();
		expect(within(about('edge')).getByText('Holds')).toBeTruthy();
	});
});

describe('weigh', () => {
	it('point by point, with the phrases of both', async () => {
		const documents = [LETTER, '1911-02-05-head-to-skerry'];
		const points = [
			{ id: 'boat', text: 'A boat', answer: 'agree', because: 'Both.', phrases: [phrase('send-boat')] }
		];
		open({ kind: 'weigh', documents, points });
		await press(radioOf('A boat', 'They differ'));
		await commit();
		expect(within(about('boat')).getByText('Yours: They differ')).toBeTruthy();
		expect(within(about('boat')).getByRole('link', { name: /send the boat/ })).toBeTruthy();
		await reopen();
		await press(radioOf('A boat', 'They agree'));
		await commit();
		expect(within(about('boat')).getByText('Holds')).toBeTruthy();
	});
});

describe('cite', () => {
	it('by words, or as not given', async () => {
		const fields = [
			{ id: 'writer', label: 'Writer', accept: ['Anna Holm'], because: 'She signs.' },
			{ id: 'number', label: 'Number', accept: 'unknown', because: 'None.', phrase: phrase('addressee') }
		];
		const { oncommit } = open({ kind: 'cite', fields });
		await fireEvent.input(screen.getByRole('textbox', { name: 'Writer' }), {
			target: { value: 'anna holm' }
		});
		await fireEvent.input(screen.getByRole('textbox', { name: 'Number' }), { target: { value: '7' } });
		await commit();
		expect(within(about('writer')).getByText('Holds')).toBeTruthy();
		expect(within(about('number')).getByText('Look again')).toBeTruthy();
		expect(within(about('number')).getByRole('link', { name: /Peter/ })).toBeTruthy();
		await reopen();
		const number = within(screen.getByRole('group', { name: 'Number' }));
		await press(number.getByRole('checkbox', { name: 'Not given' }));
		await commit();
		expect(oncommit).toHaveBeenLastCalledWith({ writer: 'anna holm', number: null });
		expect(within(about('number')).getByText('Yours: Not given')).toBeTruthy();
	});
});

describe('in a step', () => {
	it('lights the words of a reason without leaving the path', async () => {
		const lesson = toy.lessons[0];
		const step = lesson?.steps.find(({ id }) => id === 'ask-or-tell');
		const record = step?.tellings.high.task;
		if (!lesson || !step || !record) throw new Error('the toy has no such step');
		const view = new ViewState(catalogue, viewOf(step.view, catalogue));
		const way: Way = { level: 'high', minutes: 45 };
		const outline = outlineOf(lesson);
		const nav = { isSeen: () => false, stepHref: (to: string) => `/s/${to}`, overviewHref: '/s' };
		const panel = {
			lesson: outline,
			step,
			stages: stagesOf(outline, way),
			way,
			nav,
			hidden: null,
			plain: null
		};
		const hrefOf = (light: string) => `/x/${light}`;
		render(TaskInStep, { view, record, answer: { boat: 'tells', ice: 'tells' }, hrefOf, ...panel });
		await press(within(about('boat')).getByRole('link', { name: /send the boat/ }));
		await tick();
		expect(view.phrase).toBe('send-boat');
		expect(screen.queryByText('You have left the path.')).toBeNull();
	});
});
