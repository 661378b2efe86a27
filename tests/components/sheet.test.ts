import { render, screen, within } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import type { PaperTask } from '$lib/sheet/paper-task';
import SheetFrame from '$lib/sheet/SheetFrame.svelte';
import Worksheet from '$lib/sheet/Worksheet.svelte';

afterEach(() => {
	history.replaceState(null, '', '/');
	vi.restoreAllMocks();
});

function renderFrame(query: string) {
	history.replaceState(null, '', `/${query}`);
	const children = createRawSnippet(() => ({ render: () => '<p>Sheet</p>' }));
	render(SheetFrame, { doors: [], children });
}

it('takes the paper from the address, and A4 where it names none that is known', () => {
	renderFrame('?paper=letter');
	expect(screen.getByRole('radio', { name: 'Letter' })).toHaveProperty('checked', true);
});

it('does not take a paper that is not known', () => {
	renderFrame('?paper=foolscap');
	expect(screen.getByRole('radio', { name: 'A4' })).toHaveProperty('checked', true);
});

it('prints at a press of the button', () => {
	const print = vi.fn();
	vi.stubGlobal('print', print);
	renderFrame('');
	screen.getByRole('button', { name: 'Print' }).click();
	expect(print).toHaveBeenCalledOnce();
});

const common = { minutes: 5, given: [], starters: [], phrases: [], isBeforeText: false };

it('gives each kind of task its own room for the answer', () => {
	const tasks: PaperTask[] = [
		{
			...{ ...common, id: 'a', number: 1, title: 'Order', prompt: 'In which order?' },
			body: { kind: 'order', items: ['It thaws', 'It snows'] }
		},
		{
			...{ ...common, id: 'b', number: 2, title: 'Weigh', prompt: 'Do they agree?' },
			phrases: [{ name: 'A letter, 1911', isOurs: true, quotes: ['in spring'] }],
			body: { kind: 'weigh', points: ['The thaw'] }
		},
		{
			...{ ...common, id: 'c', number: 3, title: 'Cite', prompt: 'Who wrote?' },
			body: { kind: 'cite', fields: ['Written by'] }
		}
	];
	const page = tasks.map((task) => ({ kind: 'task' as const, task }));
	render(Worksheet, {
		...{ title: 'Ice', question: 'When?', level: 'All', pages: [page, []], left: 2 },
		...{ address: 'lessons/ice/', credits: ['Ours'] }
	});
	expect(screen.getAllByRole('article')).toHaveLength(1);
	expect(screen.getByText('It thaws')).toBeTruthy();
	expect(screen.getByText('“in spring”', { exact: false }).textContent).toContain(
		'our summary of A letter, 1911'
	);
	const table = screen.getByRole('table');
	expect(within(table).getAllByRole('columnheader')).toHaveLength(4);
	expect(within(table).getByRole('rowheader').textContent).toBe('The thaw');
	expect(screen.getByText('Written by')).toBeTruthy();
	expect(screen.getByText('lessons/ice/', { exact: false }).textContent).toContain('More steps');
	expect(screen.getByText('Room for your reasons')).toBeTruthy();
});
