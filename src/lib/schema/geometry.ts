import { z } from 'zod';

/** WGS84 degrees, longitude first as in GeoJSON. */
export const Position = z.tuple([
	z.number().min(-180).max(180, 'a longitude between -180 and 180 (longitude comes first)'),
	z.number().min(-90).max(90, 'a latitude between -90 and 90 (latitude comes second)')
]);

export const Path = z.array(Position).min(2, 'a line of at least two positions');

/** A ring whose last position repeats the first. */
export const Ring = z
	.array(Position)
	.min(4, 'a ring of at least four positions, the last equal to the first')
	.refine((ring) => {
		const first = ring[0];
		const last = ring.at(-1);
		return first?.[0] === last?.[0] && first?.[1] === last?.[1];
	}, 'a closed ring: the last position must repeat the first');

/** Where something was as far as it is known: an outline or a circle, never a bare point. */
export const Area = z.union([
	z.strictObject({ outline: Ring, plus_minus_km: z.number().positive().optional() }),
	z.strictObject({ centre: Position, radius_km: z.number().positive() })
]);
