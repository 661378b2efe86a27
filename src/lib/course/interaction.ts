import { readAnswer } from '$lib/model/answers';
import { grade, type Knowing } from '$lib/model/grade';
import type { TaskRecord } from '$lib/schema/records';

/** One answer, as SCORM 1.2 reports it. */
export interface Interaction {
	id: string;
	type: 'choice' | 'matching' | 'sequencing' | 'performance';
	/** Letters for the parts of the task, in its own order; null where the answer is free: words stay with the student. */
	response: string | null;
	/** `neutral`: nobody judges it here. */
	result: 'correct' | 'wrong' | 'neutral';
}

/** SCORM 1.2: a string of 255. */
const LONGEST_RESPONSE = 255;

/** null when the answer does not fit the task. */
export function describeInteraction(task: TaskRecord, answer: unknown, knowing: Knowing): Interaction | null {
	const graded = grade(task, answer, knowing);
	if (!graded) return null;
	const { type, response } = respond(task, answer);
	const isJudged = graded.length > 0;
	const isRight = graded.every(({ verdict }) => verdict !== 'wrong');
	return {
		id: task.id,
		type,
		response: response !== null && response.length <= LONGEST_RESPONSE ? response : null,
		result: isJudged ? (isRight ? 'correct' : 'wrong') : 'neutral'
	};
}

const FREE = { type: 'performance', response: null } as const;

function respond(task: TaskRecord, answer: unknown): Pick<Interaction, 'type' | 'response'> {
	switch (task.kind) {
		case 'choose':
			return { type: 'choice', response: list(task.options, readAnswer(task, answer) ?? []) };
		case 'order':
			return { type: 'sequencing', response: list(task.items, readAnswer(task, answer) ?? []) };
		case 'sort':
			return {
				type: 'matching',
				response: match(task.cards, readAnswer(task, answer) ?? {}, idsOf(task.bins))
			};
		case 'weigh':
			return { type: 'matching', response: match(task.points, readAnswer(task, answer) ?? {}, WEIGHINGS) };
		case 'place': {
			const placings = Object.entries(readAnswer(task, answer) ?? {});
			const named = placings.map(([token, placing]): [string, string] => [
				token,
				placing === 'unknown' ? placing : 'place' in placing ? placing.place : ''
			]);
			// A point that was set by hand has no letter.
			if (named.some(([, place]) => place === '')) return FREE;
			return {
				type: 'matching',
				response: match(task.tokens, Object.fromEntries(named), ['unknown', ...task.choices])
			};
		}
		case 'mark':
		case 'write':
		case 'cite':
			return FREE;
	}
}

const WEIGHINGS = ['agree', 'differ', 'silent'];

function list(parts: readonly { id: string }[], chosen: readonly string[]): string {
	return chosen.map((id) => letter(idsOf(parts), id)).join(',');
}

function match(
	parts: readonly { id: string }[],
	given: Record<string, string>,
	targets: readonly string[]
): string {
	return parts.map(({ id }) => `${letter(idsOf(parts), id)}.${letter(targets, given[id] ?? '')}`).join(',');
}

/** a to z, then 0 to 9: SCORM 1.2 knows no longer names. */
function letter(ids: readonly string[], id: string): string {
	return 'abcdefghijklmnopqrstuvwxyz0123456789'[ids.indexOf(id)] ?? '';
}

function idsOf(parts: readonly { id: string }[]): string[] {
	return parts.map(({ id }) => id);
}
