import { receivedWhen, sentWhen } from '$lib/model/catalogue';
import type { CollectionData, DocumentSummary } from '$lib/model/collection';
import { middleOf } from '$lib/model/interval';

/** A message in the strip: from where and when it was sent to where and when it came. Milliseconds UTC, numbers of desks. */
export interface Stroke {
	id: string;
	ink: string;
	from: number;
	to: number;
	sent: number;
	/** null where nobody recorded its arrival. */
	received: number | null;
}

const DAY = 86_400_000;

/** The days to be named in a stretch of time, every so many days; without a step, the first days of its months. Milliseconds UTC. */
export function daysIn([from, to]: readonly [number, number], step?: number): number[] {
	if (step !== undefined) {
		const first = Math.ceil(from / DAY) * DAY;
		return Array.from(
			{ length: Math.floor((to - first) / DAY / step) + 1 },
			(_, index) => first + index * step * DAY
		);
	}
	const start = new Date(from);
	const months = Math.ceil((to - from) / (28 * DAY)) + 1;
	return Array.from({ length: months }, (_, index) =>
		Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + index, 1)
	).filter((day) => day >= from && day <= to);
}

/** The messages between desks that were sent in a stretch of time. */
export function strokesOf(
	{ documents, about }: Pick<CollectionData, 'documents' | 'about'>,
	[from, to]: readonly [number, number]
): Stroke[] {
	const lanes = new Map(about.desks.map(({ id }, index) => [id, index]));
	const inks = new Map(about.sides.map(({ id, ink }) => [id, ink]));
	return documents.flatMap((document) => {
		const sent = sentWhen(document);
		const start = laneOf(document.from, lanes);
		const end = laneOf([...document.to, ...document.via], lanes, start);
		if (!sent || start === undefined || end === undefined) return [];
		const at = middleOf(sent);
		if (at < from || at > to) return [];
		const received = receivedWhen(document);
		return [
			{
				...{ id: document.id, ink: inks.get(document.side ?? '') ?? 'slate', from: start, to: end, sent: at },
				received: received && received !== sent ? middleOf(received) : null
			}
		];
	});
}

function laneOf(
	parties: DocumentSummary['from'],
	lanes: ReadonlyMap<string, number>,
	except?: number
): number | undefined {
	return parties.flatMap(({ desk }) => lanes.get(desk ?? '') ?? []).find((lane) => lane !== except);
}
