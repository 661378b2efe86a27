import type { OfflineProgress } from '$lib/state/offline.svelte';
import { typeOf } from './find-file';
import type { KeptSites } from './kept-sites';
import type { PackFacts } from './pack-facts';
import { inflate, unpackFiles } from './unpack';

/** Files written at a time. */
const BATCH = 32;
/** A version found broken is not fetched again before this. Milliseconds. */
const PATIENCE = 10 * 60_000;

/** The version is not what it should be: fetched again at once it would be no better. */
class BrokenVersion extends Error {}

interface Means {
	kept: KeptSites;
	/** Address of the site's root. */
	scope: string;
	fetch: (address: string, options: RequestInit) => Promise<Response>;
	tell: (progress: OfflineProgress) => void;
}

/**
 * Brings a version to the device, whole or not at all.
 * @throws Error with the reason in a few words; nothing of the version is then left
 */
export async function keepSite(facts: PackFacts, means: Means): Promise<void> {
	const { kept } = means;
	const { version } = facts;
	const last = await kept.readFailure();
	const isFresh = last?.version === version && Math.abs(Date.now() - last.since) < PATIENCE;
	if (isFresh && last.reason.startsWith('broken')) throw new Error(last.reason);
	try {
		// What an earlier try left behind, where the browser was closed in the middle of it.
		await kept.drop(version);
		const pack = await fetchPack(facts, means);
		await store(facts, await inflate(pack), means);
		await kept.markWhole(version);
	} catch (error) {
		const reason = explain(error);
		await kept.drop(version);
		// On a full device there may be no room for the note either.
		await kept.noteFailure(version, reason).catch(() => undefined);
		throw new Error(reason, { cause: error });
	}
	if (last) await kept.note('failure', null);
}

async function fetchPack({ pack, bytes, sha256 }: PackFacts, { scope, fetch, tell }: Means) {
	// It is kept file by file: the browser need not keep it a second time.
	const answer = await fetch(new URL(pack, scope).href, { cache: 'no-store' });
	if (!answer.ok || !answer.body) throw new BrokenVersion(`${pack}: the server says ${answer.status}`);
	const whole = new Uint8Array(bytes);
	const reader = answer.body.getReader();
	let done = 0;
	let told = 0;
	for (;;) {
		const { value } = await reader.read();
		if (!value) break;
		if (done + value.length > bytes) throw new BrokenVersion(`${pack} is longer than it should be`);
		whole.set(value, done);
		done += value.length;
		if (done - told < bytes / 50) continue;
		told = done;
		tell({ part: 'fetching', done, total: bytes });
	}
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
	const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
	if (done !== bytes || found !== sha256) throw new BrokenVersion(`${pack} has other bytes than it should`);
	return whole;
}

async function store({ version, files, headers }: PackFacts, pack: Uint8Array, { kept, tell }: Means) {
	let batch: { path: string; response: Response }[] = [];
	let done = 0;
	const flush = async () => {
		await kept.put(version, batch);
		done += batch.length;
		batch = [];
		tell({ part: 'storing', done, total: files });
	};
	for (const { path, bytes } of unpackFiles(pack)) {
		const response = new Response(bytes, { headers: { ...headers, 'Content-Type': typeOf(path) } });
		batch.push({ path, response });
		if (batch.length === BATCH) await flush();
	}
	await flush();
	if (done !== files) throw new BrokenVersion(`${done} files instead of ${files}`);
}

/** Nothing of a visitor is in it: it may stand in a log. */
function explain(error: unknown): string {
	if (!(error instanceof Error)) return 'unknown reason';
	if (error instanceof BrokenVersion) return `broken version: ${error.message}`;
	if (/quota/i.test(error.name)) return 'no room on this device';
	return `not fetched: ${error.message}`;
}
