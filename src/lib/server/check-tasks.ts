import type { StepRecord, TaskRecord } from '$lib/schema/records';
import { problemAt, type DataPath } from './data-file';
import type { Draft, Entry } from './draft';
import type { Problem } from './problems';
import { listTasks } from './read-lessons';
import { didYouMean } from './suggest';

interface Finding {
	path: DataPath;
	expected: string;
	found: string;
	advice: string;
}

/** Tasks that cannot be done, or be done right. */
export function checkTasks({ lessons, documents }: Draft): Problem[] {
	const withoutText = new Set(documents.flatMap(({ id, body }) => (body && !body.text ? id : [])));
	return lessons.flatMap(({ steps }) =>
		steps.flatMap(({ entry }) => {
			if (!entry) return [];
			const inTasks = listTasks(entry.record).flatMap(({ task, path }) =>
				[...checkParts(task), ...checkAnswers(task, withoutText)].map((finding) => ({
					...finding,
					path: [...path, ...finding.path]
				}))
			);
			return [...inTasks, ...checkKinds(entry)].map(({ path, ...words }) =>
				problemAt(entry.data, path, words)
			);
		})
	);
}

/** Where levels share a task's id they share its answer, which must be of one kind. */
function checkKinds({ record }: Entry<StepRecord>): Finding[] {
	const tasks = listTasks(record);
	return tasks.flatMap(({ task, path }) => {
		const first = tasks.find((other) => other.task.id === task.id)?.task;
		if (!first || first.kind === task.kind) return [];
		const expected = `"kind: ${first.kind}", as in the other task "${task.id}" of this step`;
		const advice = 'give this task an id of its own, and an answer in guide.md';
		return { path: [...path, 'kind'], expected, found: `"${task.kind}"`, advice };
	});
}

/** Lists whose entries have ids, by kind of task. */
function listParts(task: TaskRecord): [list: string, parts: readonly { id: string }[]][] {
	switch (task.kind) {
		case 'choose':
			return [['options', task.options]];
		case 'sort':
			return [
				['bins', task.bins],
				['cards', task.cards]
			];
		case 'order':
			return [['items', task.items]];
		case 'place':
			return [['tokens', task.tokens]];
		case 'weigh':
			return [['points', task.points]];
		case 'cite':
			return [['fields', task.fields]];
		default:
			return [];
	}
}

function checkParts(task: TaskRecord): Finding[] {
	return listParts(task).flatMap(([list, parts]) =>
		parts.flatMap(({ id }, index) => {
			if (parts.findIndex((other) => other.id === id) === index) return [];
			const advice = 'change one of the two';
			const expected = `an id that no other of the ${list} has`;
			return { path: [list, index, 'id'], expected, found: `"${id}" again`, advice };
		})
	);
}

function checkAnswers(task: TaskRecord, withoutText: ReadonlySet<string>): Finding[] {
	switch (task.kind) {
		case 'choose': {
			const right = task.options.filter((option) => option.right).length;
			if (task.several || right === 1) return [];
			const advice = right === 0 ? 'say "right: true" of one' : 'write "several: true", or leave one right';
			return [{ path: ['options'], expected: 'exactly one right option', found: `${right}`, advice }];
		}
		case 'mark':
			if (!withoutText.has(task.document)) return [];
			return [
				{
					path: ['document'],
					expected: 'a document with words to mark',
					found: `"${task.document}", which has none`,
					advice: 'take another document'
				}
			];
		case 'sort': {
			const bins = task.bins.map(({ id }) => id);
			return task.cards.flatMap((card, index) =>
				card.bins.flatMap((bin, place) =>
					bins.includes(bin)
						? []
						: {
								path: ['cards', index, 'bins', place],
								expected: 'the id of one of the bins',
								found: `"${bin}"`,
								advice: didYouMean(bin, bins, 'add the bin')
							}
				)
			);
		}
		case 'place':
			return task.tokens.flatMap(({ answer }, index) => {
				if (answer === 'unknown' || !('place' in answer) || task.choices.includes(answer.place)) return [];
				return {
					path: ['tokens', index, 'answer', 'place'],
					expected: 'one of the choices, for those who choose by name',
					found: `"${answer.place}"`,
					advice: didYouMean(answer.place, task.choices, 'add it to the choices')
				};
			});
		case 'weigh':
			return task.points.flatMap(({ phrases }, index) =>
				phrases.flatMap(({ document }, place) =>
					task.documents.includes(document)
						? []
						: {
								path: ['points', index, 'phrases', place, 'document'],
								expected: 'one of the two documents that are weighed',
								found: `"${document}"`,
								advice: 'take a phrase of one of them, or leave it out'
							}
				)
			);
		default:
			return [];
	}
}
