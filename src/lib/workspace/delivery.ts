import { resolve } from '$app/paths';

/**
 * Files that pages share: the records of the collection, the base map as it stands in the page itself, and the words of a document.
 */
export type SharedFile = 'collection' | 'sketch' | `document/${string}`;

/**
 * Data on its way to a page. In the page's HTML only its version is written: the browser fetches the data as a file of their own,
 * once, so that no page carries them and every page shares them.
 */
export class Delivery<Data> {
	readonly file: SharedFile;
	/** Changes whenever the data do, so that no cache gives old data to a new page. */
	readonly version: string;
	readonly data: Data | Promise<Data>;

	constructor(file: SharedFile, version: string, data: Data | Promise<Data>) {
		this.file = file;
		this.version = version;
		this.data = data;
	}

	get address(): string {
		return `${addressOf(this.file)}?v=${this.version}`;
	}
}

function addressOf(file: SharedFile): string {
	if (file === 'collection') return resolve('/data/collection.json');
	if (file === 'sketch') return resolve('/data/sketch.json');
	return resolve('/data/documents/[id].json', { id: file.slice('document/'.length) });
}

/** The last of each file that came; of documents the one last read. */
const arrived = new Map<string, Delivery<unknown>>();

/** How SvelteKit writes a delivery into a page, and what it makes of it there. */
export const deliveryTransport = {
	encode: (value: unknown) => value instanceof Delivery && [value.file, value.version],
	decode: ([file, version]: [SharedFile, string]) => {
		const kind = file.split('/')[0] ?? file;
		const known = arrived.get(kind);
		if (known?.file === file && known.version === version) return known;
		const coming = fetchData(file, version);
		// Whoever waits for it hears of it; that nobody waits yet is no second fault.
		coming.catch(() => {});
		const delivery = new Delivery(file, version, coming);
		arrived.set(kind, delivery);
		return delivery;
	}
};

/** @throws Error when the file cannot be had, at the second try too */
async function fetchData(file: SharedFile, version: string, tries = 2): Promise<unknown> {
	try {
		// What was cut off on its way may lie so in the browser's cache.
		const answer = await fetch(`${addressOf(file)}?v=${version}`, tries > 1 ? {} : { cache: 'reload' });
		if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${answer.statusText}`);
		return await answer.json();
	} catch (error) {
		if (tries > 1) return fetchData(file, version, tries - 1);
		// Asked for again, it is tried again.
		arrived.delete(file.split('/')[0] ?? file);
		throw error;
	}
}
