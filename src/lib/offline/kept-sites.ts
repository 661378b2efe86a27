import type { Place } from './find-file';

interface Failure {
	version: string;
	reason: string;
	/** Milliseconds since 1970. */
	since: number;
}

/** A page that is being opened is not listed among the clients yet: its note is not taken away before. Milliseconds. */
const OPENING = 60_000;
const MARK = 'offline/whole.json';

/**
 * The versions of the site on this device, each in a cache of its own, and which page was opened from which. Other sites of the
 * same host keep theirs under other names.
 */
export class KeptSites {
	readonly #caches: CacheStorage;
	readonly #scope: string;
	readonly #prefix: string;
	readonly #known = new Map<string, string>();

	/** @param scope address of the site's root, ending in a stroke */
	constructor(caches: CacheStorage, scope: string) {
		this.#caches = caches;
		this.#scope = scope;
		this.#prefix = `p38:${new URL(scope).pathname}:`;
	}

	/** Adds files to a version. */
	async put(version: string, files: readonly { path: string; response: Response }[]): Promise<void> {
		const cache = await this.#caches.open(this.#prefix + version);
		await Promise.all(files.map(({ path, response }) => cache.put(this.#address(path), response)));
	}

	/** Says that a version is whole. */
	markWhole(version: string): Promise<void> {
		return this.put(version, [{ path: MARK, response: new Response('true') }]);
	}

	async isWhole(version: string): Promise<boolean> {
		return (await this.#match(version, MARK)) !== undefined;
	}

	async find(
		version: string,
		places: readonly Place[]
	): Promise<{ place: Place; response: Response } | null> {
		for (const place of places) {
			const response = await this.#match(version, place.file);
			if (response) return { place, response };
		}
		return null;
	}

	async drop(version: string): Promise<void> {
		await this.#caches.delete(this.#prefix + version);
	}

	/**
	 * Drops the versions that nobody needs any more, and what was noted of pages that are gone.
	 * @param clients ids of all that are open
	 */
	async tidy(version: string, clients: readonly string[]): Promise<void> {
		const open = new Set(clients);
		const needed = new Set([version, 'notes']);
		const notes = await this.#notes();
		for (const request of await notes.keys()) {
			const id = new URL(request.url).searchParams.get('client');
			if (id === null) continue;
			const note = (await (await notes.match(request))?.json()) as { version: string; since: number };
			if (open.has(id) || Date.now() - note.since < OPENING) needed.add(note.version);
			else await notes.delete(request);
		}
		for (const name of await this.#caches.keys())
			if (name.startsWith(this.#prefix) && !needed.has(name.slice(this.#prefix.length)))
				await this.#caches.delete(name);
	}

	/** Remembers, beyond the life of this worker, from which version a page was opened. */
	async noteClient(id: string, version: string): Promise<void> {
		if (id === '' || this.#known.get(id) === version) return;
		this.#known.set(id, version);
		try {
			await this.note(`?client=${encodeURIComponent(id)}`, { version, since: Date.now() });
		} catch {
			// No room for a note: it is known as long as this worker lives.
		}
	}

	/** The version a page was opened from; null for one that came over the network. */
	async versionOf(id: string): Promise<string | null> {
		if (id === '') return null;
		const known = this.#known.get(id);
		if (known !== undefined) return known;
		const note = await this.read<{ version: string }>(`?client=${encodeURIComponent(id)}`);
		if (note) this.#known.set(id, note.version);
		return note?.version ?? null;
	}

	async noteFailure(version: string, reason: string): Promise<void> {
		await this.note('failure', { version, reason, since: Date.now() } satisfies Failure);
	}

	readFailure(): Promise<Failure | null> {
		return this.read<Failure>('failure');
	}

	/** Keeps a few words under a name. @param value null takes them away */
	async note(name: string, value: unknown): Promise<void> {
		const notes = await this.#notes();
		if (value === null) await notes.delete(this.#address(`offline/note/${name}`));
		else await notes.put(this.#address(`offline/note/${name}`), Response.json(value));
	}

	async read<T>(name: string): Promise<T | null> {
		const found = await this.#match('notes', `offline/note/${name}`);
		return found ? ((await found.json()) as T) : null;
	}

	#notes(): Promise<Cache> {
		return this.#caches.open(`${this.#prefix}notes`);
	}

	#match(version: string, path: string): Promise<Response | undefined> {
		return this.#caches.match(this.#address(path), { cacheName: this.#prefix + version });
	}

	#address(path: string): string {
		const [bare = '', query] = path.split('?');
		const address = new URL(bare.split('/').map(encodeURIComponent).join('/'), this.#scope).href;
		return query === undefined ? address : `${address}?${query}`;
	}
}
