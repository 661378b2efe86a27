import { z } from 'zod';
import { Id, Language, Name, Text, WebAddress } from './basics';
import { Position } from './geometry';
import { Clock, Edtf, Zone } from './time';

/** Inks of the house; what each means is the collection's to say. */
export const Ink = z.enum(['madder', 'prussian', 'ochre', 'moss', 'plum', 'slate']);

const Desk = z.strictObject({
	id: Id,
	name: Text,
	/** In other languages; without one, that of the place. */
	names: z.array(Name).optional(),
	place: Id,
	side: Id.optional(),
	/** Desks with a clock in the strip above the chart. */
	clock: z.boolean().default(false),
	/** What is doubtful of the clock shown: summer times, zones in dispute. */
	clock_note: Text.optional()
});

const Side = z.strictObject({
	id: Id,
	name: Text,
	names: z.array(Name).optional(),
	ink: Ink,
	note: Text.optional()
});

const EventKind = z.strictObject({
	id: Id,
	name: Text,
	names: z.array(Name).optional(),
	lane: Id,
	/** The event is that a document was sent: where the document is held, its stroke in the chart stands for the event. */
	told_by_stroke: z.boolean().default(false)
});

const Lane = z.strictObject({
	id: Id,
	name: Text,
	names: z.array(Name).optional(),
	holds: z.enum(['events', 'fronts']).default('events')
});

/** collection.yaml: what the whole is about and how it opens. */
export const CollectionFile = z.strictObject({
	id: Id,
	title: Text,
	/** The title in other languages. */
	titles: z.array(Name).optional(),
	subtitle: Text.optional(),
	description: Text,
	language: Language,
	/** Zone of dates that name no place. */
	zone: Zone,
	/** Every coordinate lies inside, unless the place says `beyond_extent: true`. Degrees. */
	extent: z.strictObject({
		west: z.number().min(-180).max(180),
		south: z.number().min(-90).max(90),
		east: z.number().min(-180).max(180),
		north: z.number().min(-90).max(90)
	}),
	/** The time the chart covers when zoomed out. */
	span: Edtf,
	desks: z.array(Desk).min(1),
	sides: z.array(Side).min(1),
	event_kinds: z.array(EventKind).min(1),
	lanes: z.array(Lane).min(1),
	opening: z.strictObject({
		document: Id,
		cursor: z.strictObject({ date: Edtf, clock: Clock, zone: Zone.optional() }),
		window: Edtf,
		/** As in a map of 800 × 560 px; a smaller or larger one shows about the same ground. */
		camera: z.strictObject({ centre: Position, zoom: z.number().min(0).max(22) })
	}),
	credits: z.array(z.strictObject({ text: Text, url: WebAddress.optional() })).default([]),
	rights: Text
});
