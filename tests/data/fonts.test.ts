import { readdirSync, readFileSync, statSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { expect, it } from 'vitest';

const FONTS = 'src/fonts';
const CSS = readFileSync('src/fonts.css', 'utf8');
const files = readdirSync(FONTS).filter((file) => file.endsWith('.woff2'));

/** The characters a WOFF2 font has, read from its cmap table (formats 4 and 12), which that format leaves as it is. */
function readCharacters(path: string): Set<number> {
	const font = readFileSync(path);
	let at = 48;
	const readLength = () => {
		let value = 0;
		for (;;) {
			const byte = font.readUInt8(at++);
			value = value * 128 + (byte & 127);
			if (byte < 128) return value;
		}
	};
	let start = 0;
	let cmap = -1;
	for (let table = 0; table < font.readUInt16BE(12); table++) {
		const flags = font.readUInt8(at++);
		const [tag, version] = [flags & 63, flags >> 6];
		if (tag === 63) at += 4;
		const plain = readLength();
		const transformed = tag === 10 || tag === 11 ? version === 0 : version !== 0;
		const length = transformed ? readLength() : plain;
		if (tag === 0) cmap = start;
		start += length;
	}
	const body = brotliDecompressSync(font.subarray(at, at + font.readUInt32BE(20))).subarray(cmap);
	const found = new Set<number>();
	const add = (from: number, to: number) => {
		for (let point = from; point <= to && point !== 0xffff; point++) found.add(point);
	};
	for (let i = 0; i < body.readUInt16BE(2); i++) {
		const part = body.subarray(body.readUInt32BE(8 + 8 * i));
		const format = part.readUInt16BE(0);
		const size = format === 4 ? part.readUInt16BE(6) : 0;
		for (let end = 0; end < size; end += 2) add(part.readUInt16BE(16 + size + end), part.readUInt16BE(14 + end));
		if (format !== 12) continue;
		for (let group = 0; group < part.readUInt32BE(12); group++)
			add(part.readUInt32BE(16 + 12 * group), part.readUInt32BE(20 + 12 * group));
	}
	return found;
}

const { locales } = JSON.parse(readFileSync('src/messages/project.inlang/settings.json', 'utf8')) as {
	locales: string[];
};

/** Words in a language that is not shown yet need no letters yet. */
const isShown = (folder: string, path: string) =>
	folder !== 'src/messages' || locales.some((locale) => path === `${locale}.json`);

/** Letters, and the marks of Korean and Chinese writing, in what a reader may be shown: each once, with one file. */
function readUsedLetters(): Map<string, string> {
	const used = new Map<string, string>();
	for (const folder of ['data/collections', 'src/messages'])
		for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
			if (/\.(ya?ml|md|json|geojson)$/.test(path) && isShown(folder, path))
				for (const letter of readFileSync(`${folder}/${path}`, 'utf8').normalize('NFC').match(/[\p{L}\u3000-\u303f\uff00-\uffef]/gu) ?? [])
					if (!used.has(letter)) used.set(letter, `${folder}/${path}`);
	return used;
}

it.each(['P38 Serif', 'P38 Sans'])('%s has every letter in use (or run: node src/cli/fonts/subset.mjs)', (family) => {
	// Korean and Chinese are families of their own that stand in every stack.
	const stack = [family, 'P38 Hangul', 'P38 Hanzi'];
	const faces = CSS.split('@font-face').filter((face) => stack.some((name) => face.includes(`'${name}'`)));
	const has = new Set(
		faces.flatMap((face) => [...readCharacters(`src/${/url\('\.\/(.+?)'\)/.exec(face)?.[1] ?? 'none'}`)])
	);
	const missing = [...readUsedLetters()].filter(([letter]) => !has.has(letter.codePointAt(0) ?? 0));
	expect(missing, 'Run: node src/cli/fonts/subset.mjs').toEqual([]);
});

it('has in its Korean and Chinese fonts what charset.txt lists, in both weights', () => {
	const [hangul = '', hanzi = ''] = readFileSync(`${FONTS}/charset.txt`, 'utf8').split('\n');
	for (const weight of [400, 600])
		for (const [name, letters] of [
			['kr', hangul],
			['sc', hanzi]
		] as const) {
			const has = readCharacters(`${FONTS}/noto-serif-${name}-${weight}.woff2`);
			expect([...letters].filter((letter) => !has.has(letter.codePointAt(0) ?? 0))).toEqual([]);
		}
});

it('names every font file in the style sheet, and no file that is not there', () => {
	const named = new Set([...CSS.matchAll(/url\('\.\/fonts\/(.+?)'\)/g)].map(([, file]) => file));
	expect([...named].sort()).toEqual([...files].sort());
});

it('keeps the fonts within their budget', () => {
	const bytes = files.reduce((sum, file) => sum + statSync(`${FONTS}/${file}`).size, 0);
	expect(bytes).toBeLessThanOrEqual(1_000_000);
	expect(files.length).toBeGreaterThan(10);
});

it('has in every font stack the Korean and Chinese families', () => {
	const stacks = [...readFileSync('src/app.css', 'utf8').matchAll(/--(?:serif|sans|mono): ([^;]+);/g)];
	expect(stacks).toHaveLength(3);
	for (const [, stack] of stacks) expect(stack).toMatch(/'P38 Hangul', 'P38 Hanzi'/);
});

it('never joins fixed weights to a variable family: they would be the closer match and hide its letters', () => {
	const weights = new Map<string, Set<string>>();
	for (const face of CSS.split('@font-face').slice(1)) {
		const family = /font-family: '([^']+)'/.exec(face)?.[1] ?? '';
		const weight = /font-weight: ([^;]+)/.exec(face)?.[1] ?? '';
		weights.set(family, new Set([...(weights.get(family) ?? []), weight.includes(' ') ? 'range' : 'fixed']));
	}
	for (const [family, kinds] of weights) expect(kinds.size, family).toBe(1);
});
