import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Says in plain words why this Node cannot run the project.
 *
 * @param {string} range the `engines.node` of package.json, such as `^20.19.0 || >=22.12`
 * @param {string} version such as `20.20.2`
 * @returns {string | undefined} undefined when the version will do
 */
export function explainNodeVersion(range, version) {
	const found = toNumbers(version);
	const fits = range.split('||').some((part) => {
		const wanted = toNumbers(part);
		const sameLine = !part.includes('^') || wanted[0] === found[0];
		return sameLine && compareNumbers(found, wanted) >= 0;
	});
	if (fits) return undefined;
	return `This needs Node.js ${range.replaceAll(' || ', ', or ')}; here is ${version}. Install a current one from nodejs.org and run the command again.`;
}

/**
 * Lists the packages that the lock file names and node_modules does not have in that version.
 *
 * @param {string} root the project's folder
 * @returns {string[]} paths inside the project, such as `node_modules/vite`
 */
export function findMissingPackages(root) {
	const wanted = readPackages(join(root, 'package-lock.json'));
	const present = readPackages(join(root, 'node_modules', '.package-lock.json'));
	return Object.entries(wanted)
		.filter(([path, entry]) => path !== '' && !entry.optional && !entry.link)
		.filter(
			([path, { version }]) =>
				present[path]?.version !== version || !existsSync(join(root, path, 'package.json'))
		)
		.map(([path]) => path);
}

/**
 * Brings node_modules to the state of the lock file; does nothing when it is there already.
 *
 * @param {string} root the project's folder
 * @returns {boolean} false when it failed; the reason is then on the error stream
 */
export function installPackages(root) {
	const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	const complaint = explainNodeVersion(engines.node, process.versions.node);
	if (complaint) {
		console.error(complaint);
		return false;
	}
	if (findMissingPackages(root).length === 0) return true;

	console.log('Installing packages (npm ci); the first time takes about a minute …');
	// Said aloud because NODE_ENV=production would leave out the tools that build the site.
	const { command, args } = npmCommand(['ci', '--include=dev', '--no-audit', '--no-fund']);
	const { status, error } = spawnSync(command, args, {
		cwd: root,
		stdio: ['ignore', 'inherit', 'inherit'],
		shell: command.endsWith('.cmd')
	});
	if (status === 0) return true;
	console.error(
		[
			'',
			`The packages could not be installed${error ? `: ${error.message}` : ' (the reason is above)'}.`,
			'- Is there a connection to the npm registry, or a mirror set with `npm config set registry ADDRESS`?',
			'- Does this user own the folder, and is there about 1 GB of room on the disk?',
			'- If package.json and package-lock.json disagree, run `npm install` once.'
		].join('\n')
	);
	return false;
}

/**
 * The npm that started this command, or the one on the path.
 *
 * @param {string[]} args
 * @returns {{ command: string, args: string[] }}
 */
export function npmCommand(args) {
	const running = process.env.npm_execpath;
	if (running?.endsWith('npm-cli.js') && existsSync(running)) {
		return { command: process.execPath, args: [running, ...args] };
	}
	return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args };
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }>}
 */
function readPackages(file) {
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

/** @param {string} text */
function toNumbers(text) {
	return (text.match(/\d+/g) ?? []).slice(0, 3).map(Number);
}

/**
 * @param {number[]} left
 * @param {number[]} right
 */
function compareNumbers(left, right) {
	for (const index of [0, 1, 2]) {
		const difference = (left[index] ?? 0) - (right[index] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
