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
