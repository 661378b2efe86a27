import { resolve } from '$app/paths';
import type { CollectionData } from '$lib/model/collection';

/**
 * The collection on its way to a page. In the page's HTML only its version is written: the browser fetches the records as a file of
 * their own, once, so that no page carries them and every page shares them.
 */
export class Delivery {
	readonly data: CollectionData | Promise<CollectionData>;
	/** Changes whenever the records do, so that no cache gives old records to a new page. */
	readonly version: string;

	constructor(data: CollectionData | Promise<CollectionData>, version: string) {
		this.data = data;
		this.version = version;
	}
}

export function addressOfRecords(version: string): string {
	return `${resolve('/data/collection.json')}?v=${version}`;
}

let arrived: { version: string; data: Promise<CollectionData> } | undefined;

/** How SvelteKit writes a delivery into a page, and what it makes of it there. */
export const deliveryTransport = {
	encode: (value: unknown) => value instanceof Delivery && value.version,
	decode: (version: string) => {
		if (arrived?.version !== version) arrived = { version, data: fetchRecords(version) };
		return new Delivery(arrived.data, version);
	}
};

/** @throws Error when the file cannot be had, at the second try too */
async function fetchRecords(version: string, tries = 2): Promise<CollectionData> {
	try {
		const answer = await fetch(addressOfRecords(version));
		if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${answer.statusText}`);
		return (await answer.json()) as CollectionData;
	} catch (error) {
		if (tries > 1) return fetchRecords(version, tries - 1);
		// Asked for again, it is tried again.
		arrived = undefined;
		throw error;
	}
}
