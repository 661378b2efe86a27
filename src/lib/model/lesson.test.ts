import { describe, expect, it } from 'vitest';
import { loadToy } from '../../../tests/data/toy-collection';
import { chooseWay, outlineOf, stagesOf, type Lesson } from './lesson';
import { lightsIn, linesOf } from './prose';

const toy = loadToy();
const [lesson] = toy.lessons as [Lesson];
const stepOf = (id: string) => lesson.steps.find((step) => step.id === id) ?? lesson.steps[0];

describe('a lesson, joined', () => {
	it('has its steps in the order of their files', () => {
		expect(lesson.id).toBe('ask-for-the-boat');
		expect(lesson.steps.map(({ id }) => id).slice(0, 3)).toEqual([
			'who-writes',
			'what-she-saw',
			'ask-or-tell'
		]);
		expect(lightsIn(lesson.introduction)).toEqual(['term:drift-ice']);
	});

	it('tells each level what is meant for it, and else what is meant for all', () => {
		const { tellings } = stepOf('who-writes') ?? { tellings: null };
		expect(linesOf(tellings?.middle.text ?? [])[0]).toMatch(/^Look at the head/);
		expect(tellings?.high.text).toBe(tellings?.university.text);
		expect(tellings?.middle.task?.id).toBe('predict');
		expect(tellings?.middle.words).toEqual(['drift-ice']);
		expect(tellings?.high.starters).toEqual([]);
		expect(stepOf('ask-or-tell')?.tellings.university.task).toBeNull();
		expect(stepOf('your-claim')?.tellings.high.task?.prompt).toMatch(/two phrases/);
	});

	it('shows the plain version to the youngest, and keeps back what would tell the answer', () => {
		const { tellings, holdBack } = stepOf('what-she-saw') ?? { tellings: null, holdBack: null };
		expect([tellings?.middle.plain, tellings?.high.plain]).toEqual([true, false]);
		expect(holdBack).toEqual(['acts', 'notes']);
		expect(stepOf('who-writes')?.holdBack).toEqual([]);
	});

	it('has the times of its views in milliseconds UTC', () => {
		expect(stepOf('who-writes')?.view.cursor).toBe(Date.UTC(1911, 1, 3, 20, 30));
		expect(stepOf('what-she-saw')?.view.window).toEqual([Date.UTC(1911, 1, 1, 23), Date.UTC(1911, 1, 6, 23)]);
	});

	it('has all eight kinds of task', () => {
		const kinds = lesson.steps.map(({ tellings }) => tellings.middle.task?.kind);
		expect(kinds.sort()).toEqual(['choose', 'cite', 'mark', 'order', 'place', 'sort', 'weigh', 'write']);
	});

	it('keeps the guide apart', () => {
		const guide = toy.guides.get('ask-for-the-boat');
		expect(guide?.answers['claim']?.university).toMatch(/GUIDE-ONLY/);
		expect(guide?.answers['predict']?.middle).toBe(guide?.answers['predict']?.high);
		expect(JSON.stringify([toy.lessons, toy.data, [...toy.bodies.values()]])).not.toContain('GUIDE-ONLY');
	});

	it('sets the plain sentences beside the text', () => {
		const body = toy.bodies.get('1911-02-03-skerry-to-head');
		const [, second] = body?.plain?.sentences ?? [];
		expect(body?.text.slice(second?.start, second?.end)).toBe('The ice came this morning.');
		expect(second?.plain).toBe('Ice came today, early.');
	});
});

describe('the way through a lesson', () => {
	const outline = outlineOf(lesson);

	it('is the one asked for, as far as the lesson has it', () => {
		expect(chooseWay(lesson, { level: 'middle', minutes: '15' })).toEqual({ level: 'middle', minutes: 15 });
		expect(chooseWay(lesson, { level: 'infant', minutes: '7' })).toEqual({ level: 'high', minutes: 45 });
		const narrow = { levels: ['middle' as const], variants: lesson.variants.slice(0, 1) };
		expect(chooseWay(narrow, {})).toEqual({ level: 'middle', minutes: 15 });
	});

	it('takes the steps of its variant, in its order', () => {
		const stages = stagesOf(outline, { level: 'high', minutes: 90 });
		expect(stages.map(({ step, minutes }) => [step.id, minutes])).toEqual([
			['who-writes', 10],
			['what-she-saw', 15],
			['two-letters', 15],
			['your-claim', 15]
		]);
		expect(stages[0]?.step.tasks).toEqual({ middle: 'predict', high: 'predict', university: 'predict' });
	});

	it('says nothing of the steps’ words or answers, nor what is said to the teacher', () => {
		expect(JSON.stringify(outline)).not.toMatch(/because|sample|Look at the head|spoken|read it aloud/);
	});
});
