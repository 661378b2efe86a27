import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PackageRefused } from './package-files';
import { listTerms } from './package-words';

/** In the bundle; beside it lies the site. */
const INSTALLER = 'installer';
/** By this a folder is known to be a bundle. */
export const MARK = `${INSTALLER}/version.txt`;

/** Where the project keeps what an installer needs. */
const SHEETS = join('src', 'cli', 'kiosk');
const HEADERS = join('src', 'cli', 'site-headers.mjs');

/** What is to be bundled. */
export interface BundleOrder {
	/** The project's folder. */
	root: string;
	/** The built site. */
	build: string;
	/** The collection's folder. */
	collection: string;
}

/**
 * The built site with what the installer of a screen needs.
 * @returns bytes by path, in the order of the paths; the same site gives the same
 * @throws PackageRefused when the site is missing or cannot be kept by a browser
 */
export function collectBundle({ root, build, collection }: BundleOrder): Map<string, Uint8Array> {
	const version = readVersion(build);
	const files = new Map<string, Uint8Array>();
	for (const path of listFiles(build)) files.set(path, readFileSync(join(build, path)));
	const add = (name: string, text: string) =>
		files.set(`${INSTALLER}/${name}`, new TextEncoder().encode(text));
	const hasKiosk = files.has('kiosk/index.html');
	for (const name of listFiles(join(root, SHEETS))) {
		const text = readFileSync(join(root, SHEETS, name), 'utf8').replace(
			'../site-headers.mjs',
			'./site-headers.mjs'
		);
		// A collection without a kiosk opens as it does for everyone.
		add(name, hasKiosk ? text : text.replaceAll('${SITE}kiosk/', '${SITE}'));
	}
	add('site-headers.mjs', readFileSync(join(root, HEADERS), 'utf8'));
	const settings = join(collection, 'kiosk.yaml');
	if (existsSync(settings)) add('kiosk.yaml', readFileSync(settings, 'utf8'));
	for (const [path, text] of listTerms(root)) add(path, text);
	add('version.txt', `${version}\n`);
	return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function readVersion(build: string): string {
	if (!existsSync(join(build, 'index.html')))
		throw new PackageRefused(`There is no built site at ${build}. Run "npm run build" first.`);
	const health = join(build, 'health.json');
	const isKept = existsSync(health) && existsSync(join(build, 'offline'));
	if (!isKept)
		throw new PackageRefused(
			'The built site was made without offline use, and a screen must go on without a network. Run "npm run build" without P38_OFFLINE=off.'
		);
	return (JSON.parse(readFileSync(health, 'utf8')) as { version: string }).version;
}

function listFiles(folder: string, below = ''): string[] {
	return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) =>
		entry.isDirectory() ? listFiles(folder, `${below}${entry.name}/`) : [`${below}${entry.name}`]
	);
}
