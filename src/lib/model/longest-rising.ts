/** The longest run of ever greater numbers, others left out; the first such where there are several. */
export function longestRising(numbers: readonly number[]): number[] {
	const runs: number[][] = [];
	let longest: number[] = [];
	numbers.forEach((number, index) => {
		const before = runs
			.slice(0, index)
			.filter((run) => (run.at(-1) ?? Infinity) < number)
			.reduce<number[]>((best, run) => (run.length > best.length ? run : best), []);
		const run = [...before, number];
		runs.push(run);
		if (run.length > longest.length) longest = run;
	});
	return longest;
}
