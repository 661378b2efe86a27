import { problemAt, type DataPath } from './data-file';
import type { Draft, Entry } from './draft';
import type { Problem } from './problems';
import { listTasks } from './read-lessons';
import type { StepRecord } from '$lib/schema/records';
import { didYouMean } from './suggest';

/** Codes of tasks that standards.yaml does not list, and codes it lists twice. A collection without the file uses what it likes. */
export function checkStandards({ standards, lessons, unread }: Draft): Problem[] {
	const codes = standards.map(({ record }) => record.code);
	const twice = standards.flatMap(({ record, data, path }, index) =>
		codes.indexOf(record.code) === index
			? []
			: problemAt(data, [...path, 'code'], {
					expected: 'each code once',
					found: `"${record.code}" again`,
					advice: 'take one of the two out'
				})
	);
	if (codes.length === 0 || unread.has('standard')) return twice;
	const steps = lessons.flatMap((lesson) => lesson.steps.flatMap(({ entry }) => entry ?? []));
	return [...twice, ...steps.flatMap((step) => findUnlisted(step, codes))];
}

function findUnlisted({ record, data }: Entry<StepRecord>, codes: readonly string[]): Problem[] {
	return listTasks(record).flatMap(({ task, path }) =>
		task.standards.flatMap((code, index) => {
			const at: DataPath = [...path, 'standards', index];
			if (codes.includes(code)) return [];
			const advice = didYouMean(code, codes, 'add the code to standards.yaml');
			return problemAt(data, at, { expected: 'a code of standards.yaml', found: `"${code}"`, advice });
		})
	);
}
