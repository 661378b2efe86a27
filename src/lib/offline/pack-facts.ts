/** What the build writes at the head of the worker. Two equal sites have equal facts, so that a browser sees by the worker alone whether there is anything new. */
export interface PackFacts {
	/** Names what the files say: twelve hexadecimal digits. */
	version: string;
	/** How the pages of this version call their build. */
	build: string;
	/** Address of the pack, from the site's root. */
	pack: string;
	/** Of the pack, as it is transferred. */
	bytes: number;
	/** Of the pack, in hexadecimal digits. */
	sha256: string;
	/** How many files come out of it, and how many bytes they have together. */
	files: number;
	size: number;
	/** What the host would say with each page. */
	headers: Record<string, string>;
}

/** How the whole of a version fares on the device. missing: the browser has thrown it away. */
export type PrecacheState = 'none' | 'ready' | 'missing';

/** What `/health.json` says, for a watchdog. */
export interface Health {
	version: string;
	precache: { state: PrecacheState; files?: number; bytes?: number };
	/** A newer version that is whole and waits. */
	waiting: string | null;
	/** The last version that was thrown away, and why. */
	failure: { version: string; reason: string } | null;
	/** Who draws the map; null while no page has said. */
	renderer: 'webgl' | 'svg' | null;
}
