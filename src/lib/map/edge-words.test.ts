import { describe, expect, it } from 'vitest';
import { edgeWords } from './edge-words';
import { lineAlong, tell } from './told';

describe('words at the edge of the picture', () => {
	it('have names of their own where a cable by way of others leaves the picture twice', () => {
		const stretch = (to: [number, number]) =>
			tell(lineAlong([[11, 56], to]), {
				...{ light: 'document:letter' as const, layer: 'cable' as const, status: 'open' },
				ends: ['North Skerry', 'South Head']
			});
		const camera = { centre: [11, 56] as [number, number], zoom: 7 };
		const words = edgeWords([stretch([40, 56]), stretch([-20, 56])], camera, { width: 800, height: 560 });
		expect(words).toHaveLength(2);
		expect(new Set(words.map(({ id }) => id)).size).toBe(2);
	});
});
