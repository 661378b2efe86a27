import { gzipSync } from 'node:zlib';

/** A piece shorter than this is not worth a number. Bytes. */
const SHORTEST = 24;
/** Pages repeat each other from tag to tag, data from field to field. */
const BORDERS = /[>\n]|","|\},\{/g;
/** Pieces are looked for in these; the rest goes in whole. */
const TEXTS = /\.(html|json|geojson|js|css|svg|txt|xml|webmanifest)$/;

export const FORMAT = 'P38PACK1';
export const LITERAL = 0;
export const DEFINED = 1;
export const NEXT = 2;
/** The first code that is a distance to another piece. */
export const FAR = 3;

/**
 * Packs files into one: pieces that pages share are written once, then all is compressed. `lib/offline/unpack.ts` reads it.
 *
 * The bytes before compression: the eight letters of FORMAT; then for each file, in the order given, the length of its path and
 * the path (UTF-8), its size, and codes until that size is reached: 0 and 1 are followed by a length and as many bytes, and those
 * of 1 get the next number; 2 means the piece after the last one meant or defined; otherwise it is 3 and twice the distance from
 * there, and one more if backwards. Numbers are written seven bits a byte, the lowest first, the eighth bit says that more follow.
 *
 * @param {[path: string, bytes: Uint8Array][]} files
 * @returns {Uint8Array} the same bytes for the same files
 */
export function packFiles(files) {
	const pieces = files.map(([path, bytes]) => cut(path, bytes));
	/** @type {Map<string, number>} */
	const counts = new Map();
	for (const piece of pieces.flat()) counts.set(piece, (counts.get(piece) ?? 0) + 1);

	const out = new Writer();
	out.bytes(Buffer.from(FORMAT, 'latin1'));
	/** @type {Map<string, number>} */
	const numbers = new Map();
	let last = -1;
	files.forEach(([path, { length }], index) => {
		const name = Buffer.from(path);
		out.number(name.length);
		out.bytes(name);
		out.number(length);
		let waiting = '';
		const flush = () => {
			if (waiting) out.text(LITERAL, waiting);
			waiting = '';
		};
		for (const piece of pieces[index] ?? []) {
			const known = numbers.get(piece);
			if (known === undefined && counts.get(piece) === 1) {
				waiting += piece;
				continue;
			}
			flush();
			if (known === undefined) {
				last = numbers.size;
				numbers.set(piece, last);
				out.text(DEFINED, piece);
				continue;
			}
			const distance = known - last;
			if (distance === 1) out.number(NEXT);
			else out.number(FAR + (distance < 0 ? -distance * 2 + 1 : distance * 2));
			last = known;
		}
		flush();
	});
	return zip(out.whole());
}

/**
 * @param {string} path
 * @param {Uint8Array} bytes
 * @returns {string[]} a letter a byte
 */
function cut(path, bytes) {
	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
	if (!TEXTS.test(path)) return text ? [text] : [];
	const pieces = [];
	let start = 0;
	for (const { index, 0: border } of text.matchAll(BORDERS)) {
		const end = index + border.length;
		if (end - start < SHORTEST) continue;
		pieces.push(text.slice(start, end));
		start = end;
	}
	if (start < text.length) pieces.push(text.slice(start));
	return pieces;
}

/** @param {Buffer} bytes */
function zip(bytes) {
	const zipped = gzipSync(bytes, { level: 9 });
	// The system that packed it is written there; it would make two equal packs differ.
	zipped[9] = 255;
	return zipped;
}

class Writer {
	/** @type {Buffer[]} */
	#parts = [];
	/** @type {number[]} */
	#small = [];

	/** @param {number} value */
	number(value) {
		let rest = value;
		for (; rest > 127; rest = Math.floor(rest / 128)) this.#small.push((rest & 127) | 128);
		this.#small.push(rest);
	}

	/** @param {Buffer} bytes */
	bytes(bytes) {
		this.#parts.push(Buffer.from(this.#small), bytes);
		this.#small = [];
	}

	/**
	 * @param {number} code
	 * @param {string} text a letter a byte
	 */
	text(code, text) {
		this.number(code);
		this.number(text.length);
		this.bytes(Buffer.from(text, 'latin1'));
	}

	whole() {
		return Buffer.concat([...this.#parts, Buffer.from(this.#small)]);
	}
}
