import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

// A test browser has no business on the network: without these it looks for its maker's hosts at every start.
export const BROWSER_ARGS = [
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
	'--disable-quic',
	// Scripts compiled once serve the next page too.
	'--v8-cache-options=code',
	// Letters as wide as a screen of many dots makes them, whatever the browser.
	'--font-render-hinting=none'
];

/** Also the names of their programs. The one wanted most comes first. */
const DEBIAN_PACKAGES = ['chromium-headless-shell', 'chromium'];

/**
 * Finds a Chromium: the one named by PLAYWRIGHT_CHROMIUM_EXECUTABLE, then one on the path, then Playwright's own. The headless shell is
 * the same engine without a window to draw; it loads a page in half the time.
 *
 * @returns {{ executablePath: string | undefined, name: string } | undefined} without a path it is Playwright's own;
 *   undefined when this machine has none
 * @throws {Error} when the variable names something that cannot be run
 */
export function findBrowser() {
	const named = process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE;
	if (named) {
		if (isExecutable(named)) return { executablePath: named, name: named };
		throw new Error(`PLAYWRIGHT_CHROMIUM_EXECUTABLE is "${named}", which is not a program that can be run.`);
	}
	for (const name of [...DEBIAN_PACKAGES, 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
		const found = findOnPath(name);
		if (found) return { executablePath: found, name: found };
	}
	return existsSync(chromium.executablePath())
		? { executablePath: undefined, name: "Playwright's own Chromium" }
		: undefined;
}

/**
 * Finds a Chromium or installs one, saying what each failing step tried.
 *
 * @returns {{ executablePath: string | undefined, name: string } | undefined} undefined when none could be had
 */
export function ensureBrowser() {
	const found = findBrowser();
	if (found) return found;

	console.log("No Chromium here. Trying Playwright's own …");
	const playwright = join('node_modules', '@playwright', 'test', 'cli.js');
	if (run(process.execPath, [playwright, 'install', 'chromium'])) {
		if (!run(process.execPath, [playwright, 'install-deps', 'chromium'])) {
			console.log('Its system libraries could not be installed; perhaps they are there already.');
		}
		return findBrowser();
	}
	console.log('Playwright could not download its Chromium (see above).');

	if (existsSync('/etc/debian_version')) {
		console.log(`Trying Debian's packages ${DEBIAN_PACKAGES.join(', then ')} …`);
		const root = process.getuid?.() === 0;
		if (!root && !findOnPath('sudo')) {
			console.log('That needs root, and there is no sudo.');
		} else if (
			runAsRoot(root, ['apt-get', 'update']) &&
			DEBIAN_PACKAGES.some((name) =>
				runAsRoot(root, ['apt-get', 'install', '-y', '--no-install-recommends', name])
			)
		) {
			return findBrowser();
		} else {
			console.log("Debian's chromium could not be installed (see above).");
		}
	}
	console.error(
		'There is no Chromium for the browser tests. Install one (on Debian: apt-get install chromium), or set ' +
			'PLAYWRIGHT_CHROMIUM_EXECUTABLE to the program.'
	);
	return undefined;
}

/**
 * @param {boolean} root
 * @param {string[]} words
 */
function runAsRoot(root, words) {
	// -n: nobody may be there to type a password.
	const line = root ? words : ['sudo', '-n', ...words];
	return run(/** @type {string} */ (line[0]), line.slice(1));
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
	const { status, error } = spawnSync(command, args, {
		stdio: ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
	});
	if (error) console.error(`${command}: ${error.message}`);
	return status === 0;
}

/** @param {string} name */
function findOnPath(name) {
	return (process.env.PATH ?? '')
		.split(delimiter)
		.filter(Boolean)
		.map((folder) => join(folder, name))
		.find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
