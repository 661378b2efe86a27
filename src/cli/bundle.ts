import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { zipSync, type Zippable } from 'fflate';
import { chosenFolder } from '$lib/server/current-collection';
import { collectBundle, MARK } from './bundle-files';
import { reportError, UsageError, writeWhole } from './command-errors';
import { PackageRefused } from './package-files';
import { DATE } from './package-lesson';

interface Streams {
	stdout: { write(text: string): unknown };
	stderr: { write(text: string): unknown };
	/** Folder that relative paths start from. */
	cwd: string;
}

const USAGE = `Usage: npm run p38 -- bundle --kiosk --out DIR|FILE.zip [--force]

Makes a folder of the built site (npm run build) that any static web server serves, with what the installer of a screen in a room
needs: installer/INSTALL.md says it all.
  --kiosk      the only kind of bundle there is so far
  --out PATH   where to write it: a folder, or a zip file if the name ends in .zip
  --site DIR   the built site; without it build
  --force      overwrites the zip file, or the folder of an earlier bundle
`;

/** Packed already: to pack them again takes time and gives nothing. */
const PACKED = /\.(pack|woff2|png)$/;

/**
 * The command `bundle`.
 * @param argv what follows the word "bundle"
 * @returns exit code: 0 done, 1 the bundle cannot be made or written, 2 wrong usage
 */
export function runBundle(argv: string[], streams: Streams): number {
	try {
		const options = readOptions(argv);
		if (options === 'help') {
			streams.stdout.write(USAGE);
			return 0;
		}
		const { cwd } = streams;
		const out = resolve(cwd, options.out);
		const isZip = out.endsWith('.zip');
		checkTarget(out, options, isZip);
		const files = collectBundle({
			...{ root: cwd, build: resolve(cwd, options.site) },
			collection: resolve(cwd, chosenFolder())
		});
		if (isZip) writeWhole(out, zip(files));
		else writeFolder(out, files);
		const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0);
		streams.stdout.write(
			`Wrote ${options.out}: ${files.size} files, ${(bytes / 1_000_000).toFixed(1)} MB. Read installer/INSTALL.md.\n`
		);
		return 0;
	} catch (error) {
		return reportError(error, USAGE, streams.stderr);
	}
}

interface Options {
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
				kiosk: { type: 'boolean', default: false },
				out: { type: 'string' },
				site: { type: 'string', default: 'build' },
				force: { type: 'boolean', default: false },
				help: { type: 'boolean', short: 'h', default: false }
			}
		}));
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
	const { kiosk, out, site, force, help } = values;
	if (help) return 'help';
	if (!kiosk) throw new UsageError('Expected --kiosk; found none.');
	if (!out) throw new UsageError('Expected --out DIR or --out FILE.zip; found none.');
	return { out, site, force };
}

/** Before any work is done. */
function checkTarget(path: string, { out, force }: Options, isZip: boolean) {
	const found = statSync(path, { throwIfNoEntry: false });
	if (!existsSync(dirname(path)))
		throw new PackageRefused(`There is no folder ${dirname(path)}. Make it first.`);
	if (!found) return;
	if (found.isDirectory() === isZip)
		throw new PackageRefused(`${out} is ${isZip ? 'a folder' : 'a file'}. Choose another name.`);
	if (!isZip && readdirSync(path).length === 0) return;
	if (!force) throw new PackageRefused(`${out} is already there. Use --force to overwrite it.`);
	// A folder with anything else in it is not ours to take away.
	if (!isZip && !existsSync(join(path, MARK)))
		throw new PackageRefused(`${out} is no earlier bundle: it is left as it is. Choose another folder.`);
}

/** Under another name first, so that no half of a bundle is ever taken for a whole. */
function writeFolder(path: string, files: Map<string, Uint8Array>) {
	const part = `${path}.${process.pid}.part`;
	const old = `${path}.${process.pid}.old`;
	try {
		for (const [name, bytes] of files) {
			mkdirSync(dirname(join(part, name)), { recursive: true });
			writeFileSync(join(part, name), bytes, { flag: 'wx' });
		}
		if (existsSync(path)) renameSync(path, old);
		renameSync(part, path);
	} catch (error) {
		if (existsSync(old) && !existsSync(path)) renameSync(old, path);
		rmSync(part, { recursive: true, force: true });
		throw error;
	}
	rmSync(old, { recursive: true, force: true });
}

function zip(files: Map<string, Uint8Array>): Uint8Array {
	const entries = [...files].map(([path, bytes]) => [path, [bytes, { level: PACKED.test(path) ? 0 : 9 }]]);
	return zipSync(Object.fromEntries(entries) as Zippable, { mtime: DATE });
}
