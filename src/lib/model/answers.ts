import type { TaskRecord } from '$lib/schema/records';

export type TaskKind = TaskRecord['kind'];
export type TaskOf<K extends TaskKind> = Extract<TaskRecord, { kind: K }>;

export type Weighing = TaskOf<'weigh'>['points'][number]['answer'];

/** Where a student puts a token. `centre` is longitude, latitude in degrees WGS84. */
export type Placing = 'unknown' | { place: string } | { centre: [number, number] };

/** What a student has given so far, by kind of task; kept as JSON. An answer is a draft that lacks nothing. */
export interface Drafts {
	/** Ids of options. */
	choose: string[];
	write: string;
	/** Ids of annotations of the task's document. */
	mark: string[];
	/** Bin by card. */
	sort: Record<string, string>;
	/** Ids of all items. */
	order: string[];
	/** By token. */
	place: Record<string, Placing>;
	/** By point. */
	weigh: Record<string, Weighing>;
	/** Words by field; null: the document does not give it. */
	cite: Record<string, string | null>;
}

const WEIGHINGS: readonly Weighing[] = ['agree', 'differ', 'silent'];

/** As much of what was stored as fits the task; what belongs to no part of it is left out. */
export function draftOf<T extends TaskRecord>(task: T, stored: unknown): Drafts[T['kind']];
export function draftOf(task: TaskRecord, stored: unknown): Drafts[TaskKind] {
	switch (task.kind) {
		case 'choose': {
			const chosen = idsIn(stored, task.options);
			return task.several ? chosen : chosen.slice(0, 1);
		}
		case 'write':
			return typeof stored === 'string' ? stored : '';
		case 'mark':
			return [...new Set(listOf(stored).filter((one) => typeof one === 'string' && one !== ''))] as string[];
		case 'sort':
			return pick(task.cards, stored, (bin) => task.bins.find(({ id }) => id === bin)?.id);
		case 'order':
			return idsIn(stored, task.items);
		case 'place':
			return pick(task.tokens, stored, (placing) => readPlacing(placing, task.choices));
		case 'weigh':
			return pick(task.points, stored, (weighing) => WEIGHINGS.find((one) => one === weighing));
		case 'cite':
			return pick(task.fields, stored, (words) =>
				words === null || (typeof words === 'string' && words.trim() !== '') ? words : undefined
			);
	}
}

/** How many parts of the task have no answer yet. */
export function countMissing(task: TaskRecord, stored: unknown): number {
	const draft = draftOf(task, stored);
	switch (task.kind) {
		case 'choose':
		case 'mark':
			return Array.isArray(draft) && draft.length > 0 ? 0 : 1;
		case 'write':
			return typeof draft === 'string' && draft.trim() !== '' ? 0 : 1;
		default:
			return partsOf(task).length - Object.keys(draft).length;
	}
}

/** The answer as far as it belongs to the task; null when it does not fit it or lacks a part. */
export function readAnswer<T extends TaskRecord>(task: T, stored: unknown): Drafts[T['kind']] | null {
	return countMissing(task, stored) === 0 ? draftOf(task, stored) : null;
}

function partsOf(task: TaskOf<'sort' | 'order' | 'place' | 'weigh' | 'cite'>): readonly { id: string }[] {
	switch (task.kind) {
		case 'sort':
			return task.cards;
		case 'order':
			return task.items;
		case 'place':
			return task.tokens;
		case 'weigh':
			return task.points;
		case 'cite':
			return task.fields;
	}
}

function idsIn(stored: unknown, parts: readonly { id: string }[]): string[] {
	const known = new Set(parts.map(({ id }) => id));
	return [...new Set(listOf(stored))].filter(
		(one): one is string => typeof one === 'string' && known.has(one)
	);
}

function pick<T>(parts: readonly { id: string }[], stored: unknown, read: (given: unknown) => T | undefined) {
	const given = new Map(typeof stored === 'object' && stored !== null ? Object.entries(stored) : []);
	const entries = parts.flatMap(({ id }): [string, T][] => {
		const value = given.has(id) ? read(given.get(id)) : undefined;
		return value === undefined ? [] : [[id, value]];
	});
	return Object.fromEntries(entries);
}

function listOf(stored: unknown): unknown[] {
	return Array.isArray(stored) ? stored : [];
}

function readPlacing(given: unknown, choices: readonly string[]): Placing | undefined {
	if (given === 'unknown') return given;
	if (typeof given !== 'object' || given === null) return undefined;
	if ('place' in given) {
		const place = choices.find((one) => one === given.place);
		return place === undefined ? undefined : { place };
	}
	const [longitude, latitude] = 'centre' in given ? listOf(given.centre) : [];
	const isPosition =
		typeof longitude === 'number' &&
		typeof latitude === 'number' &&
		Math.abs(longitude) <= 180 &&
		Math.abs(latitude) <= 90;
	return isPosition ? { centre: [longitude, latitude] } : undefined;
}
