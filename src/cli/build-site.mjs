import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { INPUTS } from './build-version.mjs';

/**
 * Checks the collection and builds the site, unless the last build was made from the very same files.
 * Both steps write what they find to the terminal.
 *
 * @param {string} root the project's folder
 * @returns {'fresh' | 'built' | 'failed'}
 */
export function buildSite(root) {
	const mark = takeFingerprint(root);
	const markFile = join(root, 'node_modules', '.cache', 'parallel-38', 'build.txt');
	if (hasBuild(root) && existsSync(markFile) && readFileSync(markFile, 'utf8') === mark) return 'fresh';

	console.log('Checking the collection …');
	if (!runTool(root, 'tsx/dist/cli.mjs', ['src/cli/p38.ts', 'validate', ...collectionArgument()]))
		return 'failed';
	console.log('Building the pages; this takes about half a minute …');
	if (!runTool(root, 'vite/bin/vite.js', ['build', '--logLevel', 'warn'])) return 'failed';

	mkdirSync(join(markFile, '..'), { recursive: true });
	writeFileSync(markFile, mark);
	return 'built';
}

/**
 * @param {string} root
 * @returns {boolean} whether there is a built site to show
 */
export function hasBuild(root) {
	return existsSync(join(root, 'build', 'index.html'));
}

/**
 * Two equal marks mean that nothing the site is built from has changed.
 *
 * @param {string} root
 * @returns {string}
 */
export function takeFingerprint(root) {
	const hash = createHash('sha256');
	const collection = process.env.P38_COLLECTION;
	for (const input of [
		...INPUTS.map((name) => join(root, name)),
		...(collection ? [resolve(collection)] : [])
	]) {
		for (const line of listFiles(input)) hash.update(line);
	}
	return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]} a line per file: path, size, time of the last change
 */
function listFiles(path) {
	const stats = statSync(path, { throwIfNoEntry: false });
	if (!stats) return [`${path} is missing\n`];
	if (stats.isFile()) return [`${path} ${stats.size} ${stats.mtimeMs}\n`];
	// Made by the build itself.
	if (path.endsWith(join('lib', 'paraglide')) || path.endsWith('project.inlang')) return [];
	return readdirSync(path)
		.sort()
		.flatMap((name) => listFiles(join(path, name)));
}

/**
 * @param {string} root
 * @param {string} script path inside node_modules
 * @param {string[]} args
 */
function runTool(root, script, args) {
	const { status } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit']
	});
	return status === 0;
}

function collectionArgument() {
	return process.env.P38_COLLECTION ? [process.env.P38_COLLECTION] : [];
}
