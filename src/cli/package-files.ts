import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CourseFile } from '$lib/model/course';
import { packPage } from './package-page';

/** Folder of the packed site inside the package: the root is for the manifest and the start page. */
export const SITE_FOLDER = 'site';

/** What the packed pages ask for by address, beside themselves. */
const FOLDERS = ['_app', 'data'];
const FILES = ['favicon.svg', 'theme.js'];
/** A package has no search: it would lead to pages that are not there. */
const LEFT_OUT = /\.map$|^data\/search\.json$/;

/** A package that cannot be made, in words for whoever asked for it. */
export class PackageRefused extends Error {}

/**
 * The part of the built site that a lesson needs.
 * @param build folder with the built site
 * @param course what the pages are to know
 * @returns bytes by path, the path below SITE_FOLDER
 * @throws PackageRefused when the built site lacks something
 */
export function collectSite(build: string, course: CourseFile): Map<string, Uint8Array> {
	const files = new Map<string, Uint8Array>();
	const add = (path: string, content: string | Uint8Array) =>
		files.set(
			`${SITE_FOLDER}/${path}`,
			typeof content === 'string' ? new TextEncoder().encode(content) : content
		);
	const plan = { kind: course.kind, pages: new Set(course.pages) };
	for (const page of course.pages) {
		add(`${page}index.html`, packPage(readText(build, `${page}index.html`), page, plan));
		add(`${page}__data.json`, readText(build, `${page}__data.json`));
	}
	const listed = FOLDERS.flatMap((folder) => listFiles(build, folder));
	for (const path of [...listed, ...FILES].filter((path) => !LEFT_OUT.test(path)))
		add(path, read(build, path));
	add('data/lessons.json', keepLesson(readText(build, 'data/lessons.json'), course.lesson));
	add('course.json', `${JSON.stringify(course)}\n`);
	return files;
}

function keepLesson(text: string, lesson: string): string {
	const lessons = JSON.parse(text) as { id: string }[];
	return JSON.stringify(lessons.filter(({ id }) => id === lesson));
}

function readText(build: string, path: string): string {
	return new TextDecoder().decode(read(build, path));
}

function read(build: string, path: string): Uint8Array {
	const file = join(build, path);
	if (!existsSync(file))
		throw new PackageRefused(
			`The built site has no ${path}: it is older than the collection. Run "npm run build".`
		);
	return readFileSync(file);
}

function listFiles(build: string, folder: string): string[] {
	if (!existsSync(join(build, folder)))
		throw new PackageRefused(`The built site has no folder ${folder}. Run "npm run build".`);
	return readdirSync(join(build, folder), { withFileTypes: true }).flatMap((entry) =>
		entry.isDirectory() ? listFiles(build, `${folder}/${entry.name}`) : [`${folder}/${entry.name}`]
	);
}
