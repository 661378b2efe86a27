import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { headersFor, parseHeaders } from '../site-headers.mjs';
import { packFiles } from './pack-files.mjs';

export const WORKER = 'service-worker.js';
export const HEALTH = 'health.json';
export const PACK_FOLDER = 'offline';

/** For the server, or about the keeping itself: no visitor without a network asks for them. */
const LEFT_OUT = new RegExp(`^(_headers|\\.htaccess|${WORKER}|${HEALTH}|${PACK_FOLDER}/.*|.*\\.map)$`);

/** Takes back what was kept, on devices that kept it before. */
const FAREWELL = `self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil((async () => {
	const mine = 'p38:' + new URL(self.registration.scope).pathname + ':';
	for (const name of await caches.keys()) if (name.startsWith(mine)) await caches.delete(name);
	await self.registration.unregister();
})()));
`;

/**
 * What the worker has to know of its version; `lib/offline/pack-facts.ts` says what each means.
 *
 * @typedef {{ version: string, build: string, pack: string, bytes: number, sha256: string, files: number, size: number,
 *   headers: Record<string, string> }} PackFacts
 */

/**
 * Makes a built site ready to be kept by browsers: one pack of all its files, the worker told of it, and a file that says its health.
 * Done twice it is the same as done once.
 *
 * @param {string} dir the built site
 * @returns {PackFacts}
 */
export function packSite(dir) {
	const files = listSite(dir);
	const facts = { ...describeSite(dir, files), ...writePack(dir, files) };
	const worker = join(dir, WORKER);
	writeFileSync(
		worker,
		`self.p38Pack = ${JSON.stringify(facts)};\n${stripFacts(readFileSync(worker, 'utf8'))}`
	);
	writeHealth(dir, facts.version);
	return facts;
}

/**
 * The same site without the keeping; a browser that kept it before lets go of it.
 *
 * @param {string} dir the built site
 */
export function unpackSite(dir) {
	rmSync(join(dir, PACK_FOLDER), { recursive: true, force: true });
	writeFileSync(join(dir, WORKER), FAREWELL);
	writeHealth(dir, describeSite(dir, listSite(dir)).version);
}

/**
 * @param {string} dir the built site
 * @returns {[path: string, bytes: Buffer][]} files of a kind beside each other: they are alike
 */
export function listSite(dir) {
	/** @param {string} folder @returns {string[]} */
	const walk = (folder) =>
		readdirSync(join(dir, folder), { withFileTypes: true }).flatMap((entry) =>
			entry.isDirectory() ? walk(`${folder}${entry.name}/`) : [`${folder}${entry.name}`]
		);
	const key = (/** @type {string} */ path) => `${extname(path)} ${path}`;
	return walk('')
		.filter((path) => !LEFT_OUT.test(path))
		.sort((a, b) => (key(a) < key(b) ? -1 : 1))
		.map((path) => [path, readFileSync(join(dir, path))]);
}

/**
 * @param {string} dir
 * @param {[string, Buffer][]} files
 */
function describeSite(dir, files) {
	const hash = createHash('sha256');
	for (const [path, bytes] of files) hash.update(`${path}\0${bytes.length}\0`).update(bytes);
	const rules = join(dir, '_headers');
	const headers = existsSync(rules) ? headersFor(parseHeaders(readFileSync(rules, 'utf8')), '/') : new Map();
	headers.delete('Cache-Control');
	hash.update(JSON.stringify([...headers]));
	return {
		version: hash.digest('hex').slice(0, 12),
		build: /** @type {string} */ (JSON.parse(readFileSync(join(dir, '_app/version.json'), 'utf8')).version),
		headers: /** @type {Record<string, string>} */ (Object.fromEntries(headers)),
		files: files.length,
		size: files.reduce((sum, [, { length }]) => sum + length, 0)
	};
}

/**
 * @param {string} dir
 * @param {[string, Buffer][]} files
 */
function writePack(dir, files) {
	const bytes = packFiles(files);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	// Named by its own bytes, so that it may be kept for ever by whatever lies between.
	const pack = `${PACK_FOLDER}/${sha256.slice(0, 12)}.pack`;
	rmSync(join(dir, PACK_FOLDER), { recursive: true, force: true });
	mkdirSync(join(dir, PACK_FOLDER));
	writeFileSync(join(dir, pack), bytes);
	return { pack, bytes: bytes.length, sha256 };
}

/** @param {string} worker */
function stripFacts(worker) {
	return worker.replace(/^self\.p38Pack = .*\n/, '');
}

/**
 * What the server itself answers; the worker answers for the device.
 *
 * @param {string} dir
 * @param {string} version
 */
function writeHealth(dir, version) {
	const health = { version, precache: { state: 'none' }, waiting: null, failure: null, renderer: null };
	writeFileSync(join(dir, HEALTH), `${JSON.stringify(health)}\n`);
}
