import type { Annotation, Paragraph } from '$lib/model/collection';

/** A stretch of text over which the same annotations lie; the longest of them first. */
export interface Piece {
	start: number;
	end: number;
	text: string;
	covering: Annotation[];
}

/**
 * Neighbouring pieces that answer to one annotation. Each annotation has one run, or one place in `margin`, that can be reached and
 * pressed; the rest of its pieces only look the same.
 */
export interface Run {
	pieces: Piece[];
	/** The shortest mention over these pieces. */
	owner: Annotation | null;
	/** Whether this is the run by which the owner is reached. */
	isAnchor: boolean;
	/** What begins here and is told beside the text, not in it. */
	margin: Annotation[];
}

/** Acts speak of whole passages in which mentions lie: their place is beside the text. */
export function isPassage({ kind }: Annotation): boolean {
	return kind === 'act';
}

/** Cuts text[start, end) wherever an annotation begins or ends. Joined again, the pieces are the text. */
export function cutIntoPieces(
	text: string,
	{ start, end }: { start: number; end: number },
	annotations: readonly Annotation[]
): Piece[] {
	const inside = annotations.filter((one) => one.start < end && one.end > start);
	const cuts = new Set([start, end]);
	for (const one of inside) {
		cuts.add(Math.max(one.start, start));
		cuts.add(Math.min(one.end, end));
	}
	const edges = [...cuts].sort((a, b) => a - b);
	return edges.slice(1).map((to, index) => {
		const from = edges[index] ?? start;
		return {
			start: from,
			end: to,
			text: text.slice(from, to),
			covering: inside.filter((one) => one.start <= from && one.end >= to).sort(byLength)
		};
	});
}

/** Lays out every paragraph so that each annotation is reached exactly once. */
export function layOut(
	text: string,
	paragraphs: readonly Paragraph[],
	annotations: readonly Annotation[]
): Run[][] {
	const laid = paragraphs.map((paragraph) => gatherRuns(cutIntoPieces(text, paragraph, annotations)));
	const anchors = findAnchors(laid.flat());
	const waiting = new Set(annotations.filter((one) => !anchors.has(one)));
	for (const run of laid.flat()) {
		run.isAnchor = run.owner !== null && anchors.get(run.owner) === run;
		const beginning = run.pieces.flatMap(({ covering }) => covering).filter((one) => waiting.delete(one));
		run.margin.push(...beginning);
	}
	return laid;
}

function gatherRuns(pieces: readonly Piece[]): Run[] {
	const runs: Run[] = [];
	for (const piece of pieces) {
		const owner = piece.covering.findLast((one) => !isPassage(one)) ?? null;
		const last = runs.at(-1);
		// Plain text is parted where a passage begins, so that what stands in the margin stands beside its first word.
		if (last && owner && last.owner === owner) last.pieces.push(piece);
		else runs.push({ pieces: [piece], owner, isAnchor: false, margin: [] });
	}
	return runs;
}

function findAnchors(runs: readonly Run[]): Map<Annotation, Run> {
	const anchors = new Map<Annotation, Run>();
	for (const run of runs) {
		if (!run.owner) continue;
		const known = anchors.get(run.owner);
		if (!known || lengthOf(run) > lengthOf(known)) anchors.set(run.owner, run);
	}
	return anchors;
}

function lengthOf({ pieces }: Run): number {
	return (pieces.at(-1)?.end ?? 0) - (pieces[0]?.start ?? 0);
}

function byLength(a: Annotation, b: Annotation): number {
	return b.end - b.start - (a.end - a.start);
}
