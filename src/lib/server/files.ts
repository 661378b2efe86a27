import { lstatSync, readdirSync, readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import { join, sep } from 'node:path';
import { isIgnored, isKnown } from './folder-layout';
import type { Problem } from './problems';

/** A larger file is no handwriting, and would have to be loaded by every reader. */
const LARGEST_FILE = 5 * 1024 * 1024;

/** documents/<id>/<file> and lessons/<id>/steps/<file> are the deepest there are. */
const deepest = (path: string) => (path.startsWith('lessons/') ? 4 : 3);

/**
 * Path inside the folder, with forward slashes, to text; null for what is there but was not read. An empty folder has a path that
 * ends in a slash.
 */
export type Files = ReadonlyMap<string, string | null>;

/**
 * Reads the files of a collection. Others are only named, so that they can be reported.
 * @throws Error when there is no such folder
 */
export function readFiles(folder: string): { files: Files; problems: Problem[] } {
	if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
		throw new Error(`There is no folder ${folder}.`);
	const root = realpathSync(folder);
	const files = new Map<string, string | null>();
	const problems: Problem[] = [];
	const report = (file: string, expected: string, found: string, advice: string) =>
		problems.push({ file, line: 1, path: '', expected, found, advice });

	const readFolder = (at: string, depth: number) => {
		const names = readdirSync(join(root, at)).sort();
		if (names.length === 0) files.set(at, null);
		for (const name of names) {
			const path = at + name.normalize('NFC');
			if (isIgnored(path)) continue;
			const stats = follow(root, join(root, at, name));
			if (stats === 'outside') {
				report(
					path,
					'files inside the collection',
					'a link to something outside it',
					'copy the file itself to this place'
				);
			} else if (stats === 'broken') {
				report(
					path,
					'a file',
					'a link that leads nowhere',
					'take the link out, or copy the file to this place'
				);
			} else if (stats.isDirectory()) {
				if (depth < deepest(path)) readFolder(`${path}/`, depth + 1);
				else files.set(`${path}/`, null);
			} else if (!isKnown(path)) {
				files.set(path, null);
			} else if (!stats.isFile()) {
				report(path, 'a file', 'something that is not a file', 'take it out');
			} else if (stats.size > LARGEST_FILE) {
				const found = `${(stats.size / 1024 / 1024).toFixed(1)} MB`;
				report(path, 'a file of at most 5 MB', found, 'split it, or leave out what is not needed');
				files.set(path, null);
			} else {
				readText(path, join(root, at, name));
			}
		}
	};

	const readText = (path: string, real: string) => {
		try {
			files.set(path, new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(real)));
		} catch (error) {
			files.set(path, null);
			const unreadable = error instanceof Error && 'syscall' in error;
			if (unreadable) report(path, 'a file that may be read', error.message, 'change who may read the file');
			else report(path, 'text in UTF-8', 'other bytes', 'save it again as UTF-8 from a text editor');
		}
	};

	readFolder('', 1);
	return { files, problems };
}

/** What stands at a path once links are followed, as long as they stay inside and lead to no folder above. */
function follow(root: string, path: string): Stats | 'outside' | 'broken' {
	const stats = lstatSync(path);
	if (!stats.isSymbolicLink()) return stats;
	try {
		return realpathSync(path).startsWith(root + sep) ? statSync(path) : 'outside';
	} catch {
		return 'broken';
	}
}
