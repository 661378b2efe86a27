import { suggest } from './suggest';
import type { Problem } from './problems';

/** Files at the top of a collection that are lists of records; each may be missing. */
export const LIST_FILES = [
	'disputes.yaml',
	'events.yaml',
	'formations.yaml',
	'glossary.yaml',
	'movements.yaml',
	'people.yaml',
	'places.yaml',
	'sources.yaml'
] as const;

export type ListFile = (typeof LIST_FILES)[number];

const TOP_FILES = ['collection.yaml', ...LIST_FILES];
const DOCUMENT_FILES = ['document.md', 'annotations.yaml'];

/** What no part of the engine reads from here, and nobody needs to be told of. */
const IGNORED = [
	/(^|\/)\./,
	/(^|\/)(README|LICEN[CS]E)[^/]*$/i,
	/^lessons(\/|$)/,
	/^kiosk\.yaml$/,
	/(~|\.bak|\.orig|\.swp|\.tmp)$|(^|\/)(#[^/]*#|Thumbs\.db|desktop\.ini)$/i
];

export function isIgnored(path: string): boolean {
	return IGNORED.some((pattern) => pattern.test(path));
}

/** Whether the path is one that a collection is read from. */
export function isKnown(path: string): boolean {
	if (TOP_FILES.includes(path)) return true;
	if (/^fronts\/[^/]+\.geojson$/.test(path)) return true;
	const [folder, id, name, ...deeper] = path.split('/');
	return folder === 'documents' && Boolean(id) && DOCUMENT_FILES.includes(name ?? '') && deeper.length === 0;
}

/** Whether the path, known or nearly, shows that its folder is meant to be a collection. */
export function isCollection(path: string): boolean {
	return isKnown(path) || /^collection\.ya?ml$/i.test(path) || path.startsWith('documents/');
}

/** Whether a file at the top seems to be this one under a wrong name. */
export function isMisnamed(paths: Iterable<string>, file: string): boolean {
	return [...paths].some((path) => {
		if (path.includes('/') || isIgnored(path) || isKnown(path)) return false;
		return nearestName(path, TOP_FILES) === file;
	});
}

function nearestName(name: string, names: readonly string[]): string | null {
	return suggest(name, names) ?? suggest(name.replace(/\.\w+$/, '.yaml'), names);
}

/** Folders of documents, by name, in order. */
export function listDocumentFolders(paths: Iterable<string>): string[] {
	const found = new Set<string>();
	for (const path of paths) {
		const [folder, id, ...rest] = path.split('/');
		if (folder === 'documents' && id && rest.length > 0 && !isIgnored(path)) found.add(id);
	}
	return [...found].sort();
}

/**
 * What is missing from a folder and what does not belong there.
 * @param paths files with forward slashes; an empty folder ends in one
 */
export function checkFolder(paths: readonly string[]): Problem[] {
	const problems = paths
		.filter((path) => !isIgnored(path) && !isKnown(path) && !/^(documents\/([^/]+\/)?|fronts\/)$/.test(path))
		.map(describeStranger);
	const missing = (file: string, expected: string, advice: string) =>
		problems.push({ file, line: 1, path: '', expected, found: 'no such file', advice });
	const known = new Set(paths);
	const add = 'copy one from another collection and change it';
	if (!known.has('collection.yaml'))
		missing('collection.yaml', 'the file that says what the collection is about', add);
	const folders = listDocumentFolders(paths);
	for (const id of folders) {
		const file = `documents/${id}/document.md`;
		if (known.has(file)) continue;
		missing(file, 'a document.md in every folder of documents/', 'add the file, or take the folder out');
	}
	if (folders.length === 0) {
		missing('documents/', 'a folder with at least one document', 'add documents/<id>/document.md');
	}
	return problems;
}

function describeStranger(path: string): Problem {
	const parts = path.split('/');
	const here = parts.slice(0, -1).join('/');
	const name = parts.at(-1) ?? '';
	const inside = describeContents(parts);
	const better = nearestName(name, inside.names);
	return {
		file: path,
		line: 1,
		path: '',
		expected: inside.words,
		found: name ? `a file named "${name}"` : 'a folder that is not known here',
		advice: better
			? `did you mean ${here ? `${here}/` : ''}${better}? Rename it`
			: 'rename it, move it out of the collection, or put a dot before its name'
	};
}

/** What may stand where the path stands. */
function describeContents(parts: readonly string[]): { words: string; names: string[] } {
	const [folder] = parts;
	if (parts.length === 1) {
		return { words: `one of: ${TOP_FILES.join(', ')}, documents/, fronts/`, names: TOP_FILES };
	}
	if (folder === 'documents' && parts.length === 3) {
		return { words: `document.md or annotations.yaml`, names: DOCUMENT_FILES };
	}
	if (folder === 'documents')
		return { words: 'documents/<id>/document.md and annotations.yaml, no deeper', names: [] };
	if (folder === 'fronts') return { words: 'fronts/<date>-<name>.geojson', names: [] };
	return { words: 'the folders documents/ and fronts/', names: [] };
}
