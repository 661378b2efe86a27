import type { OfflineProgress } from '$lib/state/offline.svelte';
import type { Health } from './pack-facts';

/** What a page asks of a worker. state is answered with a WorkerState over the port sent with it. */
export type Asked =
	{ ask: 'state'; build: string } | { ask: 'take-over' } | { ask: 'renderer'; renderer: Health['renderer'] };

export interface WorkerState {
	version: string;
	/** Whether all of it is on the device. */
	isWhole: boolean;
	failure: string | null;
}

/** What a worker tells all pages while it fetches a version. */
export type Told = { tell: 'progress'; progress: OfflineProgress } | { tell: 'failed'; failure: string };

const ASKED = ['state', 'take-over', 'renderer'];

/** Whether a message is one of ours; what else speaks to the worker is not heard. */
export function isAsked(data: unknown): data is Asked {
	return typeof data === 'object' && data !== null && 'ask' in data && ASKED.includes(data.ask as string);
}

export function isTold(data: unknown): data is Told {
	return typeof data === 'object' && data !== null && 'tell' in data;
}
