import type { Locator, Page } from '@playwright/test';
import { expect } from './harness';

/** The written answers say who gave them, so that they can be found again. */
export const WRITTEN = 'An answer in words of my own.';

/** Presses a key on a control as someone without a pointer does. */
async function press(control: Locator, key: string) {
	await control.focus();
	await control.press(key);
}

/** Chooses by Space what is not chosen yet: an answer that is changed begins as it was given. */
async function turnOn(control: Locator) {
	if (!(await control.isChecked())) await press(control, 'Space');
}

/** What the keys do for each kind of task: they answer it in full, whether the answer holds or not. */
const KEYS: Record<string, (form: Locator) => Promise<void>> = {
	async choose(form) {
		await turnOn(form.locator('input').first());
	},
	async write(form) {
		await form.getByRole('textbox').fill(WRITTEN);
	},
	async mark(form) {
		const first = form.locator('li button').first();
		if ((await first.getAttribute('aria-pressed')) === 'false') await press(first, 'Enter');
		await expect(first).toHaveAttribute('aria-pressed', 'true');
	},
	sort: chooseInEach,
	weigh: chooseInEach,
	async order(form) {
		await press(form.locator('li button').nth(1), 'Enter');
		await expect(form.getByRole('status').first()).toContainText('now number 2');
	},
	async place(form) {
		for (const select of await form.locator('select').all()) {
			await press(select, 'End');
			await expect(select).toHaveValue(':unknown');
		}
	},
	async cite(form) {
		const fields = await form.getByRole('textbox').all();
		for (const field of fields.slice(1)) await field.fill('1950');
		await turnOn(form.getByRole('checkbox').first());
	}
};

async function chooseInEach(form: Locator) {
	for (const card of await form.locator('fieldset').all()) await turnOn(card.getByRole('radio').first());
}

/** Answers the task of the open step by keyboard, and reads what is said of the answer. Tells the kind; null where there is no task. */
export async function answerTask(page: Page): Promise<string | null> {
	const task = page.locator('#step [data-task]');
	if ((await task.count()) === 0) return null;
	const kind = (await task.getAttribute('data-kind')) ?? '';
	const again = task.getByRole('button', { name: 'Change my answer' });
	if ((await again.count()) > 0) await press(again, 'Enter');
	await KEYS[kind]?.(task.locator('form'));
	await press(task.getByRole('button', { name: 'Commit my answer' }), 'Enter');
	// The focus is where the reasons begin: they are the next thing read out.
	await expect(task.getByRole('heading', { name: 'Your answer, and the reasons' })).toBeFocused();
	const said = await task.locator('.reasons').evaluate((reasons) => ({
		sample: reasons.querySelector('.sample')?.textContent?.trim() ?? '',
		rows: [...reasons.querySelectorAll('[data-verdict]')].map((row) => ({
			verdict: row.getAttribute('data-verdict'),
			because: row.querySelector('.because')?.textContent?.trim() ?? ''
		}))
	}));
	if (kind === 'write') expect(said.sample).not.toBe('');
	else expect(said.rows.length).toBeGreaterThan(0);
	expect(said.rows.filter(({ because }) => because === '')).toEqual([]);
	return kind;
}

/** Goes from the open step to the last by "next", answering every task on the way. Tells the kinds of task met. */
export async function goToTheEnd(page: Page): Promise<string[]> {
	const kinds: string[] = [];
	const place = page.locator('#step .place');
	for (let number = 1, count = 1; number <= count; number++) {
		await expect(place).toContainText(`Step ${number} of`);
		count = Number(/of (\d+)/.exec(await place.innerText())?.[1]);
		const kind = await answerTask(page);
		if (kind) kinds.push(kind);
		await press(page.locator('[data-nav="next"]'), 'Enter');
	}
	await expect(page.locator('.way ol')).toBeVisible();
	return kinds;
}
