import type { StyleSpecification } from 'maplibre-gl';
import chinese from '../../fonts/noto-serif-sc-400.woff2?url';
import korean from '../../fonts/noto-serif-kr-400.woff2?url';
import latinExt from '../../fonts/source-sans-3-latin-ext-wght-normal.woff2?url';
import latin from '../../fonts/source-sans-3-latin-wght-normal.woff2?url';
import serifItalic from '../../fonts/source-serif-4-latin-wght-italic.woff2?url';
import serifItalicExt from '../../fonts/source-serif-4-latin-ext-wght-italic.woff2?url';

const LATIN = [
	'U+0-FF',
	'U+131',
	'U+152-153',
	'U+2BB-2BC',
	'U+2C6',
	'U+2DA',
	'U+2DC',
	'U+2000-206F',
	'U+2190-2193',
	'U+2212',
	'U+2215'
];
const LATIN_EXT = ['U+100-130', 'U+132-151', 'U+154-2BA', 'U+2BD-2C5', 'U+1E00-1EFF'];
const HAN = ['U+2E80-2FDF', 'U+3000-303F', 'U+3400-4DBF', 'U+4E00-9FFF', 'U+FF00-FFEF'];
const HANGUL = ['U+1100-11FF', 'U+3130-318F', 'U+AC00-D7A3'];

export const UPRIGHT = 'P38 Map';
export const ITALIC = 'P38 Map Italic';

/** Faces of the map's labels, from the fonts the page itself uses. `home` is the page's address: the engine wants whole addresses. */
export function fontFaces(home: string): NonNullable<StyleSpecification['font-faces']> {
	const face = (url: string, range: string[]) => ({ url: new URL(url, home).href, 'unicode-range': range });
	const eastern = [face(korean, HANGUL), face(chinese, HAN)];
	return {
		[UPRIGHT]: [face(latin, LATIN), face(latinExt, LATIN_EXT), ...eastern],
		[ITALIC]: [face(serifItalic, LATIN), face(serifItalicExt, LATIN_EXT), ...eastern]
	};
}
