// The whole check, from a bare clone: `npm test`, or `npm test -- --only=unit,e2e` for a part of it.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { installPackages } from '../src/cli/install.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const results = join(root, 'test-results');
const MINUTE = 60_000;

/**
 * @typedef {{ passed: number, failed: number, notes: string[] }} Tally
 * @typedef {{ name: string, title: string, work: () => Promise<Tally> }} Step
 */

/** Two programs that write the words of the interface at once tear them from each other's hands: they are made before all else. */
const WORDS_MADE = { P38_WORDS_MADE: '1' };

/** @type {Step} */
const BUILD = {
	name: 'build',
	title: 'Build',
	work: () => check('vite/bin/vite.js', ['build', '--logLevel', 'warn'], WORDS_MADE)
};
/** @type {Step} */
const UNIT = { name: 'unit', title: 'Unit, data and component tests', work: runVitest };
/** @type {Step} */
const FORMAT = {
	name: 'format',
	title: 'Format',
	work: () => check('prettier/bin/prettier.cjs', ['--check', '.'])
};
/** @type {Step} */
const LINT = {
	name: 'lint',
	title: 'Lint',
	work: () => check('eslint/bin/eslint.js', ['.', '--max-warnings', '0'])
};
/** @type {Step} */
const TYPES = {
	name: 'types',
	title: 'Types',
	work: () => check('svelte-check/bin/svelte-check', ['--tsconfig', './tsconfig.json', '--fail-on-warnings'])
};
/** @type {Step} */
const BROWSER = { name: 'e2e', title: 'Browser tests', work: runPlaywright };

/**
 * Stages, one after the other; the lanes of a stage side by side, for two cores; the steps of a lane one after the other. What reads the
 * built site comes after the build.
 */
const STAGES = [
	[
		[BUILD, UNIT],
		[LINT, TYPES, FORMAT]
	],
	[[BROWSER]]
];

process.chdir(root);
process.exitCode = await runAll();

async function runAll() {
	const { values } = parseArgs({ options: { only: { type: 'string' } } });
	const names = STAGES.flat(2).map(({ name }) => name);
	const wanted = values.only?.split(',') ?? names;
	const unknown = wanted.filter((name) => !names.includes(name));
	if (unknown.length > 0) {
		console.error(`No such part: ${unknown.join(', ')}. The parts are: ${names.join(', ')}.`);
		return 1;
	}

	/** @type {(Tally & { title: string, seconds: number })[]} */
	const tallies = [];
	if (await setUp()) {
		for (const stage of STAGES)
			tallies.push(...(await Promise.all(stage.map((lane) => runLane(lane, wanted)))).flat());
	} else {
		tallies.push({
			title: 'Set-up',
			passed: 0,
			failed: 1,
			notes: ['the tools could not be set up'],
			seconds: 0
		});
	}
	return report(tallies);
}

/**
 * @param {readonly Step[]} lane
 * @param {readonly string[]} wanted
 */
async function runLane(lane, wanted) {
	const tallies = [];
	for (const step of lane) if (wanted.includes(step.name)) tallies.push(await timeStep(step));
	return tallies;
}

/** @param {Step} step */
async function timeStep({ title, work }) {
	console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 74 - title.length))}`);
	const begun = Date.now();
	const tally = await work();
	return { ...tally, title, seconds: Math.round((Date.now() - begun) / 1000) };
}

async function setUp() {
	if (!installPackages(root)) return false;
	rmSync(results, { recursive: true, force: true });
	mkdirSync(results, { recursive: true });
	// Only now, because its packages may not have been there before.
	const [{ compile }, { WORDS }] = await Promise.all([
		import('@inlang/paraglide-js'),
		import('../src/cli/words.mjs')
	]);
	await compile(WORDS);
	return (await runTool('@sveltejs/kit/svelte-kit.js', ['sync'])) === 0;
}

/**
 * A tool that either is content or is not: one check.
 *
 * @param {string} script
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<Tally>}
 */
async function check(script, args, env = {}) {
	const code = await runTool(script, args, env);
	return code === 0
		? { passed: 1, failed: 0, notes: [] }
		: { passed: 0, failed: 1, notes: [`exit code ${code}`] };
}

/** @returns {Promise<Tally>} */
async function runVitest() {
	const file = join(results, 'vitest.json');
	const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	const code = await runTool('vitest/vitest.mjs', args, WORDS_MADE);
	const json = readJson(file);
	const skipped = (json?.numPendingTests ?? 0) + (json?.numTodoTests ?? 0);
	const failed = json?.numFailedTests ?? 0;
	return complete({ passed: json?.numPassedTests ?? 0, failed, skipped, code });
}

/** @returns {Promise<Tally>} */
async function runPlaywright() {
	if (!existsSync(join(root, 'build', 'index.html'))) {
		return { passed: 0, failed: 1, notes: ['there is no built site to look at'] };
	}
	// Only now, because its packages may not have been there before.
	const { ensureBrowser } = await import('./browser.mjs');
	const browser = ensureBrowser();
	if (!browser) return { passed: 0, failed: 1, notes: ['no browser'] };
	console.log(`Browser: ${browser.name}`);

	const file = join(results, 'playwright.json');
	const code = await runTool('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
		PLAYWRIGHT_JSON_OUTPUT_FILE: file,
		P38_TEST_PORT: String(await findFreePort())
	});
	const stats = readJson(file)?.stats;
	// A test that passed only when tried again has not passed.
	const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0);
	return complete({ passed: stats?.expected ?? 0, failed, skipped: stats?.skipped ?? 0, code });
}

/**
 * Counts as failed what no single test stands for: a skipped test, a file that could not be loaded, a run of nothing.
 *
 * @param {{ passed: number, failed: number, skipped: number, code: number }} outcome
 * @returns {Tally}
 */
function complete({ passed, failed, skipped, code }) {
	const notes = [];
	if (skipped > 0) notes.push(`${skipped} did not run`);
	if (passed + failed + skipped === 0) notes.push('no test ran');
	else if (code !== 0 && failed + skipped === 0)
		notes.push(`the runner failed outside of its tests (exit code ${code})`);
	const more = passed + failed + skipped === 0 || (code !== 0 && failed + skipped === 0) ? 1 : 0;
	return { passed, failed: failed + skipped + more, notes };
}

/** @param {(Tally & { title: string, seconds: number })[]} tallies */
function report(tallies) {
	console.log('\n── Summary ────────────────────────────────────────────────────────────────');
	for (const { title, passed, failed, notes, seconds } of tallies) {
		const remarks = notes.length > 0 ? `: ${notes.join('; ')}` : '';
		console.log(`${failed > 0 ? '✗' : '✓'} ${title}: ${passed} good, ${failed} bad, ${seconds} s${remarks}`);
	}
	const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
	const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
	console.log(`\n${passed} passed, ${failed} failed`);
	return failed > 0 || passed === 0 ? 1 : 0;
}

/**
 * @param {string} script path inside node_modules
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>} exit code; 1 also when it had to be stopped
 */
function runTool(script, args, env = {}) {
	return new Promise((done) => {
		const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], {
			stdio: ['ignore', 'inherit', 'inherit'],
			env: { ...process.env, ...env }
		});
		const limit = setTimeout(() => {
			console.error(`Stopped after 12 minutes: ${script}`);
			child.kill('SIGKILL');
		}, 12 * MINUTE);
		child.on('close', (code) => {
			clearTimeout(limit);
			done(code ?? 1);
		});
	});
}

/** @param {string} file */
function readJson(file) {
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** @returns {Promise<number>} */
function findFreePort() {
	return new Promise((done, fail) => {
		const probe = createServer();
		probe.once('error', fail);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => done(address && typeof address === 'object' ? address.port : 4273));
		});
	});
}
