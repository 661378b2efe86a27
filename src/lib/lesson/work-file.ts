import { readWorkData, type WorkData } from './work-data';

const FORMAT = 'p38-work';
const VERSION = 1;

/** Why a file, or what stood in the storage, cannot be taken. */
export type Refusal = 'foreign' | 'version' | 'collection' | 'damaged';

export type ReadWork = { ok: true; data: WorkData } | { ok: false; reason: Refusal };

/** The whole of the work as JSON; reading it gives the same work back. */
export function printWork(data: WorkData, collection: string): string {
	const { answers, seen, notes } = data;
	return `${JSON.stringify({ format: FORMAT, version: VERSION, collection, answers, seen, notes }, null, '\t')}\n`;
}

export function readWork(text: string, collection: string): ReadWork {
	let value: unknown;
	try {
		value = JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		// A file of ours that was cut off is worth another word than somebody else's.
		return { ok: false, reason: text.includes(`"format": "${FORMAT}"`) ? 'damaged' : 'foreign' };
	}
	if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== FORMAT)
		return { ok: false, reason: 'foreign' };
	if (!('version' in value) || value.version !== VERSION) return { ok: false, reason: 'version' };
	if (!('collection' in value) || value.collection !== collection) return { ok: false, reason: 'collection' };
	const data = readWorkData(value);
	return data ? { ok: true, data } : { ok: false, reason: 'damaged' };
}
