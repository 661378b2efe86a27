import type { FrontClaim, Pocket } from './collection';

/** The line at a moment: one claim, or a drawing between two; `between` tells which. Widths in km. */
export interface FrontAt {
	line: [number, number][];
	uncertainty_km: number;
	pockets: Pocket[];
	/** One claim when it speaks for the moment; two when the line is drawn between them. */
	claims: [FrontClaim] | [FrontClaim, FrontClaim];
	/** claim: dated to the moment. between: drawn by us. held: the last claim, because what follows did not grow out of it. */
	status: 'claim' | 'between' | 'held';
}

/** Positions along a line at which two claims are compared. */
const STATIONS = 60;

/**
 * The front at an instant (milliseconds). Claims come in order of time. Between two claims the line is drawn half-way in
 * proportion to the time passed, its band as wide as the further claim's plus half of the movement; where a claim `breaks`
 * with the one before, the earlier line is held until the later one's date, a week at most. Where no claim speaks: null.
 */
export function frontAt(claims: readonly FrontClaim[], instant: number): FrontAt | null {
	const current = claims.findLast((claim) => claim.when.earliestStart <= instant);
	if (!current) return null;
	const next = claims[claims.indexOf(current) + 1];
	if (instant <= current.when.latestEnd) return alone(current, 'claim');
	if (!next) return null;
	if (next.breaks) return instant - current.when.latestEnd <= LONGEST_HOLD ? alone(current, 'held') : null;
	const share = (instant - current.when.latestEnd) / (next.when.earliestStart - current.when.latestEnd);
	const from = resample(current.line, STATIONS);
	const to = resample(next.line, STATIONS);
	const moved = Math.max(...from.map((position, station) => kilometres(position, to[station] ?? position)));
	return {
		line: from.map((position, station) => mix(position, to[station] ?? position, share)),
		uncertainty_km: Math.min(
			Math.max(current.uncertainty_km, next.uncertainty_km) + (moved / 2) * Math.min(share, 1 - share),
			WIDEST_BAND_KM
		),
		pockets: current.pockets,
		claims: [current, next],
		status: 'between'
	};
}

/** The last claim before an instant that no claim speaks for, and the first after it. Claims come in order of time. */
export function claimsAround(
	claims: readonly FrontClaim[],
	instant: number
): { before: FrontClaim | undefined; after: FrontClaim | undefined } {
	return {
		before: claims.findLast(({ when }) => when.latestEnd < instant),
		after: claims.find(({ when }) => when.earliestStart > instant)
	};
}

/** Longer than this the last claim says nothing of the ground. Milliseconds. */
const LONGEST_HOLD = 7 * 24 * 60 * 60_000;

/** A wider band would cover the map and say nothing. */
const WIDEST_BAND_KM = 60;

function alone(claim: FrontClaim, status: 'claim' | 'held'): FrontAt {
	return {
		line: claim.line,
		uncertainty_km: claim.uncertainty_km,
		pockets: claim.pockets,
		claims: [claim],
		status
	};
}

/** The line as `count` positions at equal distances along it. */
export function resample(line: readonly [number, number][], count: number): [number, number][] {
	const marks = [0];
	for (let index = 1; index < line.length; index++) {
		marks.push((marks[index - 1] ?? 0) + kilometres(line[index - 1] ?? [0, 0], line[index] ?? [0, 0]));
	}
	const whole = marks.at(-1) ?? 0;
	return Array.from({ length: count }, (_, station) => {
		const target = (whole * station) / (count - 1);
		const index = Math.max(
			1,
			marks.findIndex((mark) => mark >= target - 1e-9)
		);
		const [before, after] = [marks[index - 1] ?? 0, marks[index] ?? 0];
		const share = after > before ? (target - before) / (after - before) : 0;
		return mix(line[index - 1] ?? [0, 0], line[index] ?? line[0] ?? [0, 0], share);
	});
}

function mix(a: readonly [number, number], b: readonly [number, number], share: number): [number, number] {
	return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

const KM_PER_DEGREE = 111.2;

/** Distance on a plane fitted to the middle latitude: good to 1 % over a few hundred km. */
export function kilometres(a: readonly [number, number], b: readonly [number, number]): number {
	const east = (b[0] - a[0]) * KM_PER_DEGREE * Math.cos((((a[1] + b[1]) / 2) * Math.PI) / 180);
	return Math.hypot(east, (b[1] - a[1]) * KM_PER_DEGREE);
}
