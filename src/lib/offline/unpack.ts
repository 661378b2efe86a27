/** A file of the site, as it lies on the server. */
export interface UnpackedFile {
	/** Path below the site's root, such as `lessons/index.html`. */
	path: string;
	/** Of its own: the rest of the pack may be forgotten. */
	bytes: Uint8Array<ArrayBuffer>;
}

const FORMAT = 'P38PACK1';

/** The pack is not one, or ends too soon. */
export class BrokenPack extends Error {}

/**
 * Reads a pack file by file, so that no more than one is in the memory beside the pack. The format is told in `cli/offline/pack-files.mjs`.
 * @param pack what `inflate` returned
 * @throws BrokenPack
 */
export function* unpackFiles(pack: Uint8Array): Generator<UnpackedFile> {
	const reader = new Reader(pack);
	if (reader.text(FORMAT.length) !== FORMAT) throw new BrokenPack('this is no pack');
	/** Where each piece that is used again begins in the pack, and how long it is. */
	const starts: number[] = [];
	const lengths: number[] = [];
	let last = -1;
	while (!reader.isAtEnd) {
		const path = reader.text(reader.number());
		const size = reader.number();
		// More than a pack of this size can hold would only fill the memory.
		if (size > MOST_BYTES) throw new BrokenPack(`${path} would have ${size} bytes`);
		const bytes = new Uint8Array(size);
		for (let filled = 0; filled < size;) {
			const code = reader.number();
			let start: number;
			let length: number;
			if (code < 2) {
				length = reader.number();
				start = reader.skip(length);
				if (code === 1) {
					last = starts.push(start) - 1;
					lengths.push(length);
				}
			} else {
				const distance = code === 2 ? 1 : code % 2 === 1 ? (code - 3) / 2 : -(code - 4) / 2;
				last += distance;
				start = starts[last] ?? -1;
				length = lengths[last] ?? 0;
			}
			if (start < 0 || length === 0 || filled + length > size)
				throw new BrokenPack(`${path} does not come out`);
			bytes.set(pack.subarray(start, start + length), filled);
			filled += length;
		}
		yield { path, bytes };
	}
}

const MOST_BYTES = 64_000_000;

/** @throws TypeError when the bytes are not a whole gzip file */
export async function inflate(zipped: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
	const stream = new Blob([zipped]).stream().pipeThrough(new DecompressionStream('gzip'));
	return new Uint8Array(await new Response(stream).arrayBuffer());
}

class Reader {
	readonly #bytes: Uint8Array;
	#at = 0;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	get isAtEnd(): boolean {
		return this.#at >= this.#bytes.length;
	}

	number(): number {
		let value = 0;
		for (let place = 1; ; place *= 128) {
			const byte = this.#bytes[this.#at++];
			if (byte === undefined || place > 2 ** 42) throw new BrokenPack('the pack ends too soon');
			value += (byte & 127) * place;
			if (byte < 128) return value;
		}
	}

	/** @returns where the bytes passed over begin */
	skip(length: number): number {
		const start = this.#at;
		this.#at += length;
		if (this.#at > this.#bytes.length) throw new BrokenPack('the pack ends too soon');
		return start;
	}

	text(length: number): string {
		const start = this.skip(length);
		return new TextDecoder().decode(this.#bytes.subarray(start, start + length));
	}
}
