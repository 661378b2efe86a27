/** One line of the table. */
export interface Line {
	what: string;
	value: string;
	bound: string;
	/** What was measured, for the file. */
	raw?: readonly number[];
}

export function kilobytes(bytes: number): string {
	return `${(bytes / 1000).toFixed(1)} kB`;
}

/** The value below which a share of all lies. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** "median 4.1, p95 6.0 ms" */
export function spread(values: readonly number[], unit: string): string {
	return `median ${quantile(values, 0.5).toFixed(1)}, p95 ${quantile(values, 0.95).toFixed(1)} ${unit}`;
}

/** p95 against the p95 of the smallest collection of the same run. */
export function ratio(values: readonly number[], base: readonly number[]): string {
	return `× ${(quantile(values, 0.95) / quantile(base, 0.95)).toFixed(2)}`;
}

export function printTable(lines: readonly Line[]) {
	const wide = Math.max(...lines.map(({ what }) => what.length));
	const value = Math.max(...lines.map((line) => line.value.length));
	for (const line of lines)
		console.log(`${line.what.padEnd(wide)}  ${line.value.padStart(value)}  ${line.bound}`);
}
