import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeXml } from '$lib/exporters/xml';
import type { Collection } from '$lib/model/collection';
import type { CourseKind } from '$lib/model/course';
import type { Lesson } from '$lib/model/lesson';

/** Texts of terms in the project, and what they are called in a package. */
const TERMS: Record<string, string> = {
	'licence/parallel-38.txt': 'LICENSE',
	'licence/data.md': 'data/LICENSES.md',
	'licence/basemap.md': 'data/basemap/PROVENANCE.md',
	'licence/fonts.txt': 'src/fonts/OFL.txt'
};

/** Packages whose code is in the pages. */
const LIBRARIES = [
	'svelte',
	'@sveltejs/kit',
	'd3',
	'maplibre-gl',
	'edtf',
	'temporal-polyfill',
	'@lucide/svelte'
];

const USES: Record<CourseKind, string> = {
	scorm12:
		'Upload the zip file as a SCORM 1.2 package. It reports status, bookmark, state and each answer; no score.',
	cmi5: 'Upload the zip file as a cmi5 course. It reports initialized, completed and terminated; no score, no single answers.',
	web: 'Unpack the zip file into any folder of a web server, and link to index.html. It does not run from a disk without a server.',
	cc13: 'Import the zip file as a Common Cartridge 1.3. It holds the lesson as web content, and reports nothing.'
};

/** Terms, provenance and directions: text by path in the package. */
export function writePapers(
	root: string,
	collection: Collection,
	lesson: Lesson,
	{ kind, version }: { kind: CourseKind; version: string }
): Map<string, string> {
	const papers = listTerms(root);
	papers.set('PROVENANCE.txt', writeProvenance(collection, lesson, version));
	papers.set(
		'README.txt',
		`${lesson.title}\n\n${USES[kind]}\n\nTerms: the folder licence. Sources: PROVENANCE.txt.\n`
	);
	return papers;
}

/** The terms of everything that is handed on: text by path. */
export function listTerms(root: string): Map<string, string> {
	const terms = new Map(
		Object.entries(TERMS).flatMap(([path, file]): [string, string][] =>
			existsSync(join(root, file)) ? [[path, readFileSync(join(root, file), 'utf8')]] : []
		)
	);
	return terms.set('licence/libraries.txt', LIBRARIES.map((name) => writeTerms(root, name)).join('\n'));
}

/**
 * The page that opens first: it only leads on, and does so without a script.
 * @param target address of the lesson's first page, from the root of the package
 */
export function writeStartPage({ title }: Lesson, language: string, target: string): string {
	const address = escapeXml(target);
	return [
		'<!doctype html>',
		`<html lang="${escapeXml(language)}">`,
		'<head>',
		'<meta charset="utf-8" />',
		'<meta name="viewport" content="width=device-width, initial-scale=1" />',
		`<meta http-equiv="content-security-policy" content="default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'" />`,
		`<meta http-equiv="refresh" content="0; url=${address}" />`,
		'<link rel="icon" href="data:," />',
		`<title>${escapeXml(title)}</title>`,
		'</head>',
		`<body><p><a href="${address}">${escapeXml(title)}</a></p></body>`,
		'</html>',
		''
	].join('\n');
}

function writeTerms(root: string, name: string): string {
	const folder = join(root, 'node_modules', name);
	const file = existsSync(folder) && readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
	return file ? `== ${name}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n` : `== ${name}\n`;
}

function writeProvenance({ data }: Collection, lesson: Lesson, version: string): string {
	const cited = [...lesson.sources, ...lesson.steps.flatMap(({ sources }) => sources)];
	const ids = new Set(cited.map(({ source }) => source));
	const sources = data.sources.filter(({ id }) => ids.has(id));
	const lines = sources.map(({ authors, title, container, publisher, year, url }) =>
		[authors.join(', '), title, container, publisher, year, url].filter(Boolean).join('. ')
	);
	return [
		`${data.about.title}: ${lesson.title}`,
		'',
		`Lesson ${lesson.id} of the collection ${data.about.id}; records ${version}.`,
		'Made by Parallel 38 out of its built site: the pages of this lesson, and the records and base map they show.',
		'',
		'Sources of this lesson:',
		...lines.map((line) => `- ${line}`),
		'',
		'Each document names its own archive, translation and terms in the reader; licence/data.md has the terms of all.',
		''
	].join('\n');
}
