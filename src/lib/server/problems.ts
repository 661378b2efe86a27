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
