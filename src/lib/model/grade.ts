import type { TaskRecord } from '$lib/schema/records';
import { readAnswer, type Placing, type TaskOf } from './answers';
import { distanceKm, type Point } from './geodesy';
import { longestRising } from './longest-rising';

/** `arguable`: it can be defended, and something else can too. */
export type Verdict = 'right' | 'arguable' | 'wrong';

export interface EvidenceOf {
	document: string;
	annotation?: string | undefined;
}

/** What is to be said of one part of an answer. */
export interface Graded {
	/** Id of the option, card, item, token, point, field or annotation. */
	item: string;
	verdict: Verdict;
	/** false: the student left it out. Wrong then means that it belongs to the answer. */
	given: boolean;
	/** null where the task's author has foreseen no such answer. */
	because: string | null;
	/** Words that show it. */
	phrases: EvidenceOf[];
}

/** What grading must know beyond the task; without it, only what the task itself says counts. */
export interface Knowing {
	/** Where a place is; undefined when it has no point. */
	pointOf?: (place: string) => Point | undefined;
	/** First offset and one past the last of a phrase in its document's text. */
	rangeOf?: (document: string, annotation: string) => [number, number] | undefined;
}

/** How far off a point may be set beside the place that is meant, km: a hand's aim on a map of a country. */
const AIM_KM = 30;

/**
 * Part by part what holds; null when the answer does not fit the task. A written answer has no parts to grade: its writer holds it
 * against the list of what to look for.
 */
export function grade(task: TaskRecord, answer: unknown, knowing: Knowing = {}): Graded[] | null {
	switch (task.kind) {
		case 'choose':
			return gradeChoice(task, readAnswer(task, answer));
		case 'write':
			return readAnswer(task, answer) === null ? null : [];
		case 'mark':
			return gradeMarks(task, readAnswer(task, answer), knowing);
		case 'order':
			return gradeOrder(task, readAnswer(task, answer));
		case 'sort': {
			const bins = readAnswer(task, answer);
			return gradeEach(bins && task.cards, (card) => {
				if (!card.bins.includes(bins?.[card.id] ?? '')) return 'wrong';
				return card.bins.length > 1 ? 'arguable' : 'right';
			});
		}
		case 'place': {
			const placings = readAnswer(task, answer);
			return gradeEach(placings && task.tokens, (token) =>
				gradePlacing(token.answer, placings?.[token.id] ?? 'unknown', knowing)
			);
		}
		case 'weigh': {
			const weighings = readAnswer(task, answer);
			const points = weighings && task.points;
			return (
				points?.map(({ id, because, phrases, answer }) => ({
					...{ item: id, because, phrases, given: true },
					verdict: weighings?.[id] === answer ? 'right' : 'wrong'
				})) ?? null
			);
		}
		case 'cite': {
			const words = readAnswer(task, answer);
			return gradeEach(words && task.fields, ({ id, accept }) => {
				const given = words?.[id] ?? null;
				if (accept === 'unknown' || given === null) return accept === 'unknown' && given === null;
				return accept.some((one) => plain(one) === plain(given));
			});
		}
	}
}

/** Every phrase that a task's reasons point at, and those it asks for. */
export function listEvidence(task: TaskRecord): EvidenceOf[] {
	switch (task.kind) {
		case 'choose':
			return task.options.flatMap(phrasesOf);
		case 'write':
			return task.look_for.flatMap(phrasesOf);
		case 'mark':
			return [...task.wanted, ...task.near].map(({ annotation }) => ({
				document: task.document,
				annotation
			}));
		case 'sort':
			return task.cards.flatMap(phrasesOf);
		case 'order':
			return task.items.flatMap(phrasesOf);
		case 'place':
			return task.tokens.flatMap(phrasesOf);
		case 'weigh':
			return task.points.flatMap(({ phrases }) => phrases);
		case 'cite':
			return task.fields.flatMap(phrasesOf);
	}
}

interface Part {
	id: string;
	because: string;
	phrase?: EvidenceOf | undefined;
}

function phrasesOf({ phrase }: { phrase?: EvidenceOf | undefined }): EvidenceOf[] {
	return phrase ? [phrase] : [];
}

function gradeEach<T extends Part>(
	parts: readonly T[] | null,
	judge: (part: T) => Verdict | boolean
): Graded[] | null {
	if (!parts) return null;
	return parts.map((part) => {
		const found = judge(part);
		const verdict = typeof found === 'string' ? found : found ? 'right' : 'wrong';
		return { item: part.id, verdict, given: true, because: part.because, phrases: phrasesOf(part) };
	});
}

function gradeChoice({ options }: TaskOf<'choose'>, chosen: string[] | null): Graded[] | null {
	if (!chosen) return null;
	return options.map((option) => {
		const given = chosen.includes(option.id);
		const verdict = given === option.right ? 'right' : 'wrong';
		return { item: option.id, verdict, given, because: option.because, phrases: phrasesOf(option) };
	});
}

/** Marking a part of wanted words is right; marking more than them can be defended. */
function gradeMarks(task: TaskOf<'mark'>, marks: string[] | null, { rangeOf }: Knowing): Graded[] | null {
	if (!marks) return null;
	const { document, wanted, near } = task;
	const range = (annotation: string) => rangeOf?.(document, annotation);
	const isIn = (inner: string, outer: string) => {
		const [a, b] = [range(inner), range(outer)];
		return inner === outer || (!!a && !!b && b[0] <= a[0] && a[1] <= b[1]);
	};
	const meets = (one: string, other: string) => {
		const [a, b] = [range(one), range(other)];
		return one === other || (!!a && !!b && a[0] < b[1] && b[0] < a[1]);
	};
	const answering = wanted.map(({ annotation }) => ({ document, annotation }));
	const found = new Set<string>();
	const marked = marks.map((mark): Graded => {
		const foreseen = near.find(({ annotation }) => annotation === mark);
		const hit =
			wanted.find(({ annotation }) => isIn(mark, annotation)) ??
			(foreseen ? undefined : wanted.find(({ annotation }) => meets(mark, annotation)));
		const item = { item: mark, given: true };
		if (!hit) return { ...item, verdict: 'wrong', because: foreseen?.because ?? null, phrases: answering };
		found.add(hit.annotation);
		const verdict = isIn(mark, hit.annotation) ? 'right' : 'arguable';
		return { ...item, verdict, because: hit.because, phrases: [{ document, annotation: hit.annotation }] };
	});
	const missed = wanted.flatMap(({ annotation, because }): Graded[] =>
		found.has(annotation)
			? []
			: [{ item: annotation, verdict: 'wrong', given: false, because, phrases: [{ document, annotation }] }]
	);
	return [...marked, ...missed];
}

/** What stands in the right order among itself holds; the fewest possible items are out of place. */
function gradeOrder({ items }: TaskOf<'order'>, order: string[] | null): Graded[] | null {
	if (!order) return null;
	const places = order.map((id) => items.findIndex((item) => item.id === id));
	const holding = new Set(longestRising(places));
	return gradeEach(items, (item) => holding.has(items.indexOf(item)));
}

function gradePlacing(
	answer: TaskOf<'place'>['tokens'][number]['answer'],
	placing: Placing,
	{ pointOf }: Knowing
): Verdict {
	if (answer === 'unknown' || placing === 'unknown') return answer === placing ? 'right' : 'wrong';
	if ('place' in answer && 'place' in placing) return answer.place === placing.place ? 'right' : 'wrong';
	const meant = 'place' in answer ? pointOf?.(answer.place) : answer.centre;
	const given = 'place' in placing ? pointOf?.(placing.place) : placing.centre;
	if (!meant || !given) return 'wrong';
	const radius = 'place' in answer ? AIM_KM : answer.radius_km;
	const off = distanceKm(meant, given);
	if (off <= radius) return 'right';
	return off <= 2 * radius ? 'arguable' : 'wrong';
}

/** Without what writers of a citation may do as they like: capitals, spaces, the form of quotes and dashes, a last full stop. */
function plain(words: string): string {
	return words
		.normalize('NFKC')
		.replace(/[‘’ʼ`]/g, "'")
		.replace(/[“”„]/g, '"')
		.replace(/[‐‑–—]/g, '-')
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/\.$/, '')
		.toLowerCase();
}
