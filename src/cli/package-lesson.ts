import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { writeCmi5Structure } from '$lib/exporters/cmi5-structure';
import { writeCommonCartridge } from '$lib/exporters/common-cartridge';
import { lintPackage, MANIFEST_NAMES } from '$lib/exporters/lint-manifest';
import type { PackageFacts } from '$lib/exporters/package-facts';
import { writeScorm12Manifest } from '$lib/exporters/scorm12-manifest';
import type { Collection } from '$lib/model/collection';
import { listCourseTasks, type CourseFile, type CourseKind } from '$lib/model/course';
import type { Lesson } from '$lib/model/lesson';
import type { LevelName } from '$lib/schema/records';
import { collectSite, PackageRefused, SITE_FOLDER } from './package-files';
import { writePapers, writeStartPage } from './package-words';

/** Some schools' lines and systems take no more. Bytes. */
export const LARGEST = 6_000_000;

/** Zip knows no zone: built from local parts, it is the same date everywhere. */
export const DATE = new Date(1980, 0, 1, 12);

/** What is to be packed. */
export interface PackageOrder {
	/** The project's folder, for the texts of its terms. */
	root: string;
	/** Folder with the built site. */
	build: string;
	collection: Collection;
	lesson: Lesson;
	kind: CourseKind;
	/** null: the student chooses. */
	level: LevelName | null;
}

/**
 * A lesson as a zip file; the same order over the same site gives the same bytes.
 * @throws PackageRefused when the site is missing or older than the collection, or the package would be too large
 */
export function packLesson(order: PackageOrder): { zip: Uint8Array; paths: string[] } {
	const { root, build, collection, lesson, kind, level } = order;
	const version = checkBuild(build, collection);
	const overview = `lessons/${lesson.id}/`;
	const course: CourseFile = {
		...{ kind, lesson: lesson.id, level },
		steps: lesson.steps.map(({ id }) => id),
		tasks: listCourseTasks(lesson, (document) =>
			(collection.bodies.get(document)?.annotations ?? []).map(({ id }) => id)
		),
		pages: [overview, ...lesson.steps.map(({ id }) => `${overview}${id}/`), 'lessons/work/']
	};
	const entry = `${SITE_FOLDER}/${overview}index.html${level ? `?level=${level}` : ''}`;
	const language = 'en';
	const files = collectSite(build, course);
	const write = (path: string, text: string) => files.set(path, new TextEncoder().encode(text));
	write('index.html', writeStartPage(lesson, language, entry));
	for (const [path, text] of writePapers(root, collection, lesson, { kind, version })) write(path, text);

	const manifest = writeManifest(kind, {
		...{ collection: collection.data.about.id, lesson: lesson.id, language },
		...{ title: lesson.title, summary: lesson.summary },
		// A cmi5 launch adds to the address: it must be that of the page which reads it.
		start: kind === 'cmi5' ? entry : 'index.html',
		files: [...files.keys()].sort()
	});
	const name = MANIFEST_NAMES[kind];
	if (name !== null && manifest !== null) write(name, manifest);

	const paths = [...files.keys()].sort();
	const faults = lintPackage(kind, manifest, paths);
	if (faults.length > 0)
		throw new PackageRefused(`The package would not be valid:\n  ${faults.join('\n  ')}`);
	const zip = zipSync(Object.fromEntries(paths.map((path) => [path, files.get(path)])) as Zippable, {
		level: 9,
		mtime: DATE
	});
	if (zip.length > LARGEST)
		throw new PackageRefused(`The package would have ${zip.length} bytes; at most ${LARGEST} are wanted.`);
	return { zip, paths };
}

function writeManifest(kind: CourseKind, facts: PackageFacts): string | null {
	switch (kind) {
		case 'scorm12':
			return writeScorm12Manifest(facts);
		case 'cmi5': {
			const id = `${facts.collection}/${facts.lesson}`;
			return writeCmi5Structure(facts, { course: nameUuid(`course ${id}`), unit: nameUuid(`unit ${id}`) });
		}
		case 'cc13':
			return writeCommonCartridge(facts);
		case 'web':
			return null;
	}
}

/** An IRI that stays the same from edition to edition, and needs no host. Version 8 of a UUID: its bits are a digest's. */
function nameUuid(name: string): string {
	const hex = createHash('sha256').update(`parallel-38 ${name}`).digest('hex');
	const variant = '89ab'[parseInt(hex[16] ?? '0', 16) % 4] ?? '8';
	const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, variant + hex.slice(17, 20)];
	return `urn:uuid:${[...parts, hex.slice(20, 32)].join('-')}`;
}

/** @returns digest of the records that the site was built from */
function checkBuild(build: string, { data }: Collection): string {
	const file = join(build, 'data', 'collection.json');
	if (!existsSync(file))
		throw new PackageRefused(`There is no built site in ${build}. Run "npm run build" first.`);
	const built = readFileSync(file, 'utf8');
	if (built !== JSON.stringify(data))
		throw new PackageRefused(`The site in ${build} was built from other records. Run "npm run build" first.`);
	return createHash('sha256').update(built).digest('hex').slice(0, 10);
}
