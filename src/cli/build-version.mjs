import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Everything a build is made from. */
export const INPUTS = [
	...['src', 'data', 'static'],
	...['package.json', 'package-lock.json', 'svelte.config.js', 'vite.config.ts']
];
/** What the build itself writes among them, and what no page contains. */
const NO_INPUT = /[/\\](paraglide|project\.inlang[/\\](?!settings\.json)[^/\\]+|[^/\\]*\.test\.ts)$/;

/**
 * The name of a build: the same files give the same name, and so the same site byte for byte.
 *
 * @param {string} root the project's folder
 * @returns {string}
 */
export function nameBuild(root) {
	const { P38_COLLECTION: collection, P38_ADDRESS: address } = process.env;
	const hash = createHash('sha256').update(address ?? '');
	for (const name of INPUTS) addFiles(hash, join(root, name), name);
	if (collection) addFiles(hash, resolve(collection), 'collection');
	return hash.digest('hex').slice(0, 12);
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path
 * @param {string} name how it is called wherever the project lies
 */
function addFiles(hash, path, name) {
	const stats = statSync(path, { throwIfNoEntry: false });
	if (!stats || NO_INPUT.test(path)) return;
	if (stats.isFile()) {
		hash.update(`${name}\0${stats.size}\0`).update(readFileSync(path));
		return;
	}
	for (const entry of readdirSync(path).sort()) addFiles(hash, join(path, entry), `${name}/${entry}`);
}
