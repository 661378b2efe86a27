import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Collection } from '../../src/lib/model/collection';
import { readCollection } from '../../src/lib/server/load-collection';
import { printProblems } from '../../src/lib/server/problems';

const FIXTURES = join(dirname(fileURLToPath(import.meta.url)), '..', 'fixtures');

export const VALID = join(FIXTURES, 'collections', 'valid');
export const PROBLEMS = join(FIXTURES, 'problems');

const LETTER = '1911-02-03-skerry-to-head';

/** Files of a case that are not part of its collection. */
const NOTES = ['expected.txt', 'removed.txt'];

/** The small collection that has no problems, as path to text. */
export function readValid(): Map<string, string> {
	return readFolder(VALID);
}

/**
 * The valid collection as a case changes it: a file of the case replaces the one of the same name; what removed.txt names, a path or
 * the beginning of paths, is left out. Lessons lean on everything else: they stand only in the cases that are about them.
 */
export function readCase(name: string): Map<string, string> {
	const folder = join(PROBLEMS, name);
	const removed = existsSync(join(folder, 'removed.txt'))
		? readFileSync(join(folder, 'removed.txt'), 'utf8').split('\n').filter(Boolean)
		: [];
	const changed = readFolder(folder);
	const isOfLesson = (path: string) => path.startsWith('lessons/') || path.endsWith('/plain.yaml');
	if (![...changed.keys()].some(isOfLesson)) removed.push('lessons/', `documents/${LETTER}/plain.yaml`);
	const files = readValid();
	for (const path of [...files.keys()]) if (removed.some((one) => path.startsWith(one))) files.delete(path);
	for (const [path, text] of changed) if (!NOTES.includes(path)) files.set(path, text);
	return files;
}

function readFolder(folder: string): Map<string, string> {
	const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
	return new Map(
		paths
			.filter((path) => statSync(join(folder, path)).isFile())
			.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')])
	);
}

/** The valid collection, joined. */
export function loadToy(): Collection {
	const { collection, problems } = readCollection(readValid());
	if (!collection) throw new Error(printProblems(problems));
	return collection;
}
