import { z } from 'zod';
import { Id, Name, Text, provenance } from './basics';
import { Path, Position, Ring } from './geometry';
import { Zone } from './time';

/** One of: a point, a parallel of latitude, a line, an outline; or none, when a place is named but cannot be shown. */
export const PlaceGeometry = z.union([
	z.strictObject({ point: Position }),
	z.strictObject({ latitude: z.number().min(-90).max(90), from: z.number(), to: z.number() }),
	z.strictObject({ line: Path }),
	z.strictObject({ outline: Ring })
]);

export const PlaceEntry = z.strictObject({
	id: Id,
	/** The name on the map: that of the collection's time. */
	name: Text,
	names: z.array(Name).default([]),
	kind: z.enum([
		'capital',
		'city',
		'town',
		'village',
		'port',
		'pass',
		'river',
		'sea',
		'island',
		'mountains',
		'region',
		'country',
		'parallel',
		'reservoir',
		'other'
	]),
	geometry: PlaceGeometry.optional(),
	/** Half-width of the doubt about the point, in km. */
	plus_minus_km: z.number().positive().optional(),
	beyond_extent: z.boolean().default(false),
	zone: Zone.optional(),
	/** 1 shows at every zoom, 4 only close by. */
	rank: z.number().int().min(1).max(4).default(3),
	description: Text.optional(),
	...provenance
});

export const PlacesFile = z.array(PlaceEntry);
