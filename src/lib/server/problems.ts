/** Something in a collection that a person has to put right. Lines and columns count from 1. */
export interface Problem {
	/** Path inside the collection's folder, with forward slashes. */
	file: string;
	line: number;
	column?: number;
	/** Where in the file: `events[3].places[0]`; empty for the file as a whole. */
	path: string;
	expected: string;
	found: string;
	/** What to do about it, as a sentence for someone who does not program. */
	advice: string;
}

/** Colours of a terminal; without them the text stays as it is. */
export interface Paint {
	place(text: string): string;
	label(text: string): string;
}

const PLAIN: Paint = { place: (text) => text, label: (text) => text };

export function sortProblems(problems: readonly Problem[]): Problem[] {
	return [...problems].sort(
		(a, b) =>
			compare(a.file, b.file) ||
			a.line - b.line ||
			(a.column ?? 0) - (b.column ?? 0) ||
			compare(a.path, b.path) ||
			compare(a.expected, b.expected)
	);
}

/** Of one file; whoever has more to mend begins with these. */
const MOST_OF_A_FILE = 200;

/** The first problems of each file, and how many more it has. */
export function cutProblems(sorted: readonly Problem[]): Problem[] {
	const counts = new Map<string, number>();
	const kept: Problem[] = [];
	for (const problem of sorted) {
		const count = (counts.get(problem.file) ?? 0) + 1;
		counts.set(problem.file, count);
		if (count <= MOST_OF_A_FILE) kept.push(problem);
	}
	for (const [file, count] of counts) {
		if (count <= MOST_OF_A_FILE) continue;
		const last = kept.findLastIndex((problem) => problem.file === file);
		const { line } = kept[last] ?? { line: 1 };
		const found = `${count - MOST_OF_A_FILE} more below`;
		const advice = 'mend those above first; most of these may have the same cause';
		const expected = `at most ${MOST_OF_A_FILE} problems in a file`;
		kept.splice(last + 1, 0, { file, line, path: '', expected, found, advice });
	}
	return kept;
}

/** The problems as text, one block of four lines each, an empty line between; in the order given. */
export function printProblems(problems: readonly Problem[], paint: Paint = PLAIN): string {
	return problems.map((problem) => printProblem(problem, paint)).join('\n\n');
}

/** What `validate` and the build say of a collection that cannot be used. */
export function describeProblems(folder: string, problems: readonly Problem[], paint: Paint = PLAIN): string {
	const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
	return `${count} in ${folder}\n\n${printProblems(sortProblems(problems), paint)}`;
}

function printProblem({ file, line, path, expected, found, advice }: Problem, paint: Paint): string {
	const place = paint.place(`${file}:${line}`);
	return [
		path ? `${place}  ${path}` : place,
		...[
			['expected', expected],
			['found', found],
			['do', advice]
		].map(([label = '', text = '']) => {
			// Further lines stand under the first, so that the labels keep their column.
			const lines = text.split('\n').join(`\n${' '.repeat(12)}`);
			return `  ${paint.label(label.padEnd(8))}  ${lines}`;
		})
	].join('\n');
}

/** By code unit, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
