import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Collection } from '$lib/model/collection';
import { COURSE_KINDS, type CourseKind } from '$lib/model/course';
import type { Lesson } from '$lib/model/lesson';
import type { LevelName } from '$lib/schema/records';
import { chosenFolder, nameFolder } from '$lib/server/current-collection';
import { loadCollection } from '$lib/server/load-collection';
import { describeProblems } from '$lib/server/problems';
import { didYouMean } from '$lib/server/suggest';
import { reportError, UsageError, writeWhole } from './command-errors';
import { PackageRefused } from './package-files';
import { packLesson } from './package-lesson';

interface Streams {
	stdout: { write(text: string): unknown };
	stderr: { write(text: string): unknown };
	/** Folder that relative paths start from. */
	cwd: string;
}

const USAGE = `Usage: npm run p38 -- package --lesson ID --as KIND [--level LEVEL] --out FILE.zip [--force]

Packs a lesson of the built site (npm run build) for a course system.
  --lesson ID     the lesson, as its folder is called without the number
  --as KIND       scorm12, cmi5, web (a folder for any web server) or cc13 (Common Cartridge 1.3)
  --level LEVEL   only this level: middle, high or university; without it the student chooses
  --out FILE      where to write the zip file
  --site DIR      the built site; without it build
  --force         overwrites FILE
`;

/**
 * The command `package`.
 * @param argv what follows the word "package"
 * @returns exit code: 0 done, 1 the package cannot be made or written, 2 wrong usage
 */
export function runPackage(argv: string[], streams: Streams): number {
	try {
		const options = readOptions(argv);
		if (options === 'help') {
			streams.stdout.write(USAGE);
			return 0;
		}
		const { cwd } = streams;
		const out = resolve(cwd, options.out);
		checkTarget(out, options);
		const collection = readCollection(resolve(cwd, chosenFolder()));
		const lesson = findLesson(collection, options.lesson);
		const level = findLevel(lesson, options.level);
		const order = { root: cwd, build: resolve(cwd, options.site), collection, lesson, level };
		const { zip, paths } = packLesson({ ...order, kind: options.kind });
		writeWhole(out, zip);
		const size = `${(zip.length / 1_000_000).toFixed(1)} MB`;
		streams.stdout.write(
			`Wrote ${options.out}: ${lesson.id} as ${options.kind}, ${paths.length} files, ${size}\n`
		);
		return 0;
	} catch (error) {
		return reportError(error, USAGE, streams.stderr);
	}
}

interface Options {
	lesson: string;
	kind: CourseKind;
	level: string | undefined;
	out: string;
	site: string;
	force: boolean;
}

function readOptions(argv: string[]): Options | 'help' {
	let values;
	try {
		({ values } = parseArgs({
			args: argv,
			options: {
				lesson: { type: 'string' },
				as: { type: 'string' },
				level: { type: 'string' },
				out: { type: 'string' },
				site: { type: 'string', default: 'build' },
				force: { type: 'boolean', default: false },
				help: { type: 'boolean', short: 'h', default: false }
			}
		}));
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
	const { lesson, as, level, out, site, force, help } = values;
	if (help) return 'help';
	if (!lesson) throw new UsageError('Expected --lesson ID; found none.');
	if (!as) throw new UsageError(`Expected --as KIND; found none. The kinds are ${COURSE_KINDS.join(', ')}.`);
	if (!out) throw new UsageError('Expected --out FILE.zip; found none.');
	const kind = COURSE_KINDS.find((one) => one === as);
	if (!kind)
		throw new UsageError(
			`There is no kind "${as}": ${didYouMean(as, COURSE_KINDS, `choose one of ${COURSE_KINDS.join(', ')}.`)}`
		);
	return { lesson, kind, level, out, site, force };
}

/** Before any work is done. */
function checkTarget(path: string, { out, force }: Options) {
	const found = statSync(path, { throwIfNoEntry: false });
	if (found?.isDirectory()) throw new PackageRefused(`${out} is a folder. Name the zip file itself.`);
	if (found && !force) throw new PackageRefused(`${out} is already there. Use --force to overwrite it.`);
	if (!existsSync(dirname(path)))
		throw new PackageRefused(`There is no folder ${dirname(path)}. Make it first.`);
}

function readCollection(folder: string): Collection {
	if (!existsSync(folder)) throw new PackageRefused(`There is no folder ${folder}.`);
	const { collection, problems } = loadCollection(folder);
	if (!collection)
		throw new PackageRefused(`${describeProblems(nameFolder(folder), problems)}\nNothing was packed.`);
	return collection;
}

function findLesson({ lessons }: Collection, id: string): Lesson {
	const lesson = lessons.find((one) => one.id === id);
	if (lesson) return lesson;
	const ids = lessons.map((one) => one.id);
	const all = ids.length > 0 ? `choose one of ${ids.join(', ')}.` : 'the collection has no lessons.';
	throw new PackageRefused(`There is no lesson "${id}": ${didYouMean(id, ids, all)}`);
}

function findLevel({ id, levels }: Lesson, asked: string | undefined): LevelName | null {
	if (asked === undefined) return null;
	const level = levels.find((one) => one === asked);
	if (level) return level;
	const hint = didYouMean(asked, levels, `choose one of ${levels.join(', ')}.`);
	throw new PackageRefused(`The lesson ${id} has no level "${asked}": ${hint}`);
}
