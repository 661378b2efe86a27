import { existsSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Collection } from '$lib/model/collection';
import { digest } from './digest';
import { loadCollection } from './load-collection';
import { describeProblems } from './problems';

let loaded: Collection | undefined;

/**
 * The collection this site is built from, read once.
 * @throws Error that lists all problems of the collection, each with file and line
 */
export function currentCollection(): Collection {
	loaded ??= readCurrent();
	return loaded;
}

/** All records but the words, as the browser fetches them, and a short digest of them. */
export const currentRecords = once(() => digested(JSON.stringify(currentCollection().data)));

/** A short digest of the words of all documents. */
export const currentBodies = once(() => digested(JSON.stringify([...currentCollection().bodies])));

function digested(text: string): { text: string; version: string } {
	return { text, version: digest(text) };
}

function once<T>(make: () => T): () => T {
	let made: T | undefined;
	return () => (made ??= make());
}

/**
 * The folder named by P38_COLLECTION, or the one that package.json names under `config.collection`; from the working folder.
 * @throws Error when neither names one
 */
export function chosenFolder(): string {
	const named = process.env['P38_COLLECTION'];
	if (named) return named;
	const file = existsSync('package.json') ? readFileSync('package.json', 'utf8') : '{}';
	const { config } = JSON.parse(file) as { config?: { collection?: string } };
	if (config?.collection) return config.collection;
	throw quietError(
		'No collection is named. Set P38_COLLECTION to its folder, or "config": {"collection": …} in package.json.'
	);
}

/** How a folder is called in messages: as seen from the working folder, where that is shorter. */
export function nameFolder(folder: string): string {
	const short = relative(process.cwd(), resolve(folder));
	return short === '' ? '.' : short.startsWith('..') ? resolve(folder) : short;
}

function readCurrent(): Collection {
	const folder = chosenFolder();
	let result;
	try {
		result = loadCollection(resolve(folder));
	} catch (error) {
		throw quietError(error instanceof Error ? error.message : String(error));
	}
	if (result.collection) return result.collection;
	throw quietError(describeProblems(nameFolder(folder), result.problems));
}

/** The trace would lead into this code, where there is nothing to mend. */
function quietError(message: string): Error {
	const error = new Error(message);
	error.name = 'Collection';
	error.stack = message;
	return error;
}
