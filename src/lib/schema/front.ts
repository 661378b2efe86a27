import { z } from 'zod';
import { Id, Name, Text, provenance } from './basics';
import { Path, Position, Ring } from './geometry';
import { When } from './time';

/** The claim itself rides on the line's properties, so that any GeoJSON editor keeps it. */
const FrontLine = z.strictObject({
	type: z.literal('Feature'),
	properties: z.strictObject({
		role: z.literal('front'),
		id: Id,
		label: Text,
		when: When,
		/** Half-width of the band in which the line probably lay, in km. */
		uncertainty_km: z.number().positive(),
		known: Text.optional(),
		guessed: Text.optional(),
		/** true when the line did not grow out of the one before: nothing is drawn between the two. */
		breaks: z.boolean().default(false),
		...provenance
	}),
	geometry: z.strictObject({ type: z.literal('LineString'), coordinates: Path })
});

/** Ground held apart from the line: beachheads, pockets, columns. */
const Pocket = z.strictObject({
	type: z.literal('Feature'),
	properties: z.strictObject({
		role: z.literal('pocket'),
		label: Text,
		/** The label in other languages. */
		labels: z.array(Name).optional(),
		side: Id,
		note: Text.optional()
	}),
	geometry: z.discriminatedUnion('type', [
		z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) }),
		z.strictObject({ type: z.literal('LineString'), coordinates: Path }),
		z.strictObject({ type: z.literal('MultiPoint'), coordinates: z.array(Position).min(1) })
	])
});

/** fronts/<date>-<slug>.geojson: first the line, then what lay apart from it. */
export const FrontFile = z.strictObject({
	type: z.literal('FeatureCollection'),
	features: z.tuple([FrontLine], Pocket)
});
