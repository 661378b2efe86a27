import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { drawPicture, PICTURES } from './images';
import { channelsOf, INKS, readPalette } from './palette';
import { buildStyle, TOUCHABLE } from './style';

const palette = readPalette({ getPropertyValue: (name) => (name === '--sea' ? ' #123456' : '#abc') });
const style = buildStyle(palette, (layer) => `https://localhost/${layer}.geojson`);

describe('the style of the engine', () => {
	it('is one the engine accepts', () => {
		expect(validateStyleMin(style).map(({ message }) => message)).toEqual([]);
	});

	it('asks nobody for letters, signs or tiles', () => {
		expect(style).not.toHaveProperty('glyphs');
		expect(style).not.toHaveProperty('sprite');
		expect(Object.values(style.sources).map(({ type }) => type)).toEqual(
			Object.keys(style.sources).map(() => 'geojson')
		);
	});

	it('takes its colours from the theme', () => {
		expect(style.layers[0]).toMatchObject({ id: 'sea', paint: { 'background-color': '#123456' } });
		expect(channelsOf('#abc')).toEqual([170, 187, 204]);
	});

	it('writes nothing: words stand over the picture, the same in both', () => {
		const layouts = style.layers.map((layer) => Object.keys(layer.layout ?? {}));
		expect(layouts.flat().filter((name) => name.startsWith('text-'))).toEqual([]);
	});

	it('draws the front and the parallel wider than any other line', () => {
		const ids = style.layers.map(({ id }) => id);
		expect(ids.indexOf('front-ink')).toBeGreaterThan(ids.indexOf('formation-sure'));
		expect(ids.indexOf('parallel')).toBeGreaterThan(ids.indexOf('formation-sure'));
	});

	it('has every layer that can be pointed at', () => {
		const ids = new Set(style.layers.map(({ id }) => id));
		expect(TOUCHABLE.filter((id) => !ids.has(id))).toEqual([]);
	});
});

describe('the pictures of the style', () => {
	it('are all known before the style asks for them', () => {
		expect(PICTURES).toHaveLength(INKS.length * 5);
		expect(PICTURES.filter((name) => !drawPicture(name, palette))).toEqual([]);
	});

	it('are there for every ink, differ by hatch, and are none for other names', () => {
		for (const ink of INKS) {
			const [rising, falling] = ['rising', 'falling'].map((hatch) =>
				drawPicture(`hatch-${hatch}-${ink}`, palette)
			);
			expect(rising?.data.some((value, index) => index % 4 === 3 && value > 200)).toBe(true);
			expect(rising?.data).not.toEqual(falling?.data);
			expect(drawPicture(`head-open-${ink}`, palette)?.data).not.toEqual(
				drawPicture(`head-filled-${ink}`, palette)?.data
			);
		}
		expect(drawPicture('hatch-rising-pink', palette)).toBeUndefined();
	});
});
