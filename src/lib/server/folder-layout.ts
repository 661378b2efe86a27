import { suggest } from './suggest';
import type { Problem } from './problems';

/** Lists of records. Each is a file at the top of a collection, or files in a folder of the same name, or both; or is missing. */
export const LIST_FILES = [
	'disputes.yaml',
	'events.yaml',
	'formations.yaml',
	'glossary.yaml',
	'movements.yaml',
	'people.yaml',
	'places.yaml',
	'sources.yaml',
	'standards.yaml'
] as const;

export type ListFile = (typeof LIST_FILES)[number];

const TOP_FILES = ['collection.yaml', 'kiosk.yaml', ...LIST_FILES];
const LIST_FOLDERS = LIST_FILES.map((file) => file.replace('.yaml', ''));
const DOCUMENT_FILES = ['document.md', 'annotations.yaml', 'plain.yaml'];
const LESSON_FILES = ['lesson.md', 'guide.md'];

/** 01-first-light: the number is the place among others, the rest the id. */
const NUMBERED = '\\d\\d-[a-z0-9]+(?:-[a-z0-9]+)*';
const LESSON = new RegExp(`^lessons/(${NUMBERED})/(?:${LESSON_FILES.join('|').replaceAll('.', '\\.')})$`);
const STEP = new RegExp(`^lessons/(${NUMBERED})/steps/${NUMBERED}\\.md$`);

/** What no part of the engine reads from here, and nobody needs to be told of. */
const IGNORED = [
	/(^|\/)\./,
	/(^|\/)(README|LICEN[CS]E)[^/]*$/i,
	/(~|\.bak|\.orig|\.swp|\.tmp)$|(^|\/)(#[^/]*#|Thumbs\.db|desktop\.ini)$/i
];

export function isIgnored(path: string): boolean {
	return IGNORED.some((pattern) => pattern.test(path));
}

/** Whether the path is one that a collection is read from. */
export function isKnown(path: string): boolean {
	if (TOP_FILES.includes(path)) return true;
	if (/^fronts\/[^/]+\.geojson$/.test(path)) return true;
	if (LESSON.test(path) || STEP.test(path)) return true;
	const [folder = '', id, name, ...deeper] = path.split('/');
	if (LIST_FOLDERS.includes(folder)) return name === undefined && /^[^.].*\.yaml$/.test(id ?? '');
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

/** Files that a list is written in: the one at the top, then those of its folder, by name. */
export function listParts(paths: Iterable<string>, file: ListFile): string[] {
	const folder = file.replace('.yaml', '/');
	return [...paths].filter((path) => path === file || (path.startsWith(folder) && isKnown(path))).sort();
}

/** Folders of documents, by name, in order. */
export function listDocumentFolders(paths: Iterable<string>): string[] {
	return listFolders('documents', paths);
}

/** Folders of lessons, by name, in order; one that is still empty is none. */
export function listLessonFolders(paths: Iterable<string>): string[] {
	return listFolders(
		'lessons',
		[...paths].filter((path) => !path.endsWith('/'))
	);
}

/** Files of a lesson's steps, in order. */
export function listSteps(paths: Iterable<string>, lesson: string): string[] {
	return [...paths].filter((path) => STEP.exec(path)?.[1] === lesson).sort();
}

/** The id that the name of a lesson's folder, or of a step's file, stands for. */
export function withoutNumber(name: string): string {
	return name.replace(/^\d\d-/, '').replace(/\.md$/, '');
}

function listFolders(kind: string, paths: Iterable<string>): string[] {
	const found = new Set<string>();
	for (const path of paths) {
		const [folder, id, ...rest] = path.split('/');
		if (folder === kind && id && rest.length > 0 && !isIgnored(path)) found.add(id);
	}
	return [...found].sort();
}

/** Folders that may be empty. */
const HOLLOW = new RegExp(
	`^(documents/([^/]+/)?|(fronts|${LIST_FOLDERS.join('|')})/|lessons/([^/]+/(steps/)?)?)$`
);

/**
 * What is missing from a folder and what does not belong there.
 * @param paths files with forward slashes; an empty folder ends in one
 */
export function checkFolder(paths: readonly string[]): Problem[] {
	const problems = paths
		.filter((path) => !isIgnored(path) && !isKnown(path) && !HOLLOW.test(path))
		.map(describeStranger);
	const missing = (file: string, expected: string, advice: string) =>
		problems.push({ file, line: 1, path: '', expected, found: 'no such file', advice });
	const known = new Set(paths);
	const add = 'copy one from another collection and change it';
	if (!known.has('collection.yaml'))
		missing('collection.yaml', 'the file that says what the collection is about', add);
	const whole = 'add the file, or take the folder out';
	const folders = listDocumentFolders(paths);
	for (const id of folders) {
		const file = `documents/${id}/document.md`;
		if (known.has(file)) continue;
		missing(file, 'a document.md in every folder of documents/', whole);
	}
	for (const lesson of listLessonFolders(paths)) {
		const has = (name: string) => known.has(`lessons/${lesson}/${name}`);
		const at = `lessons/${lesson}/`;
		if (!has('lesson.md')) missing(`${at}lesson.md`, 'a lesson.md in every folder of lessons/', whole);
		if (!has('guide.md')) missing(`${at}guide.md`, 'a guide for teachers in every lesson', whole);
		if (listSteps(paths, lesson).length === 0) {
			missing(`${at}steps/`, 'a folder with at least one step', 'add steps/01-<name>.md');
		}
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
		return { words: `one of: ${TOP_FILES.join(', ')}, documents/, fronts/, lessons/`, names: TOP_FILES };
	}
	if (folder === 'documents' && parts.length === 3) {
		return { words: 'document.md, annotations.yaml or plain.yaml', names: DOCUMENT_FILES };
	}
	if (folder === 'documents')
		return { words: 'documents/<id>/document.md and its neighbours, no deeper', names: [] };
	if (LIST_FOLDERS.includes(folder ?? '')) return { words: `${folder}/<name>.yaml, no deeper`, names: [] };
	if (folder === 'fronts') return { words: 'fronts/<date>-<name>.geojson', names: [] };
	if (folder === 'lessons' && parts.length === 3 && new RegExp(`^${NUMBERED}$`).test(parts[1] ?? ''))
		return { words: 'lesson.md, guide.md or the folder steps/', names: LESSON_FILES };
	if (folder === 'lessons')
		return {
			words: 'lessons/<number>-<id>/lesson.md, guide.md and steps/<number>-<id>.md, numbers of two digits',
			names: []
		};
	return { words: 'the folders documents/, fronts/ and lessons/', names: [] };
}
