import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCommand } from '../../src/cli/run-command';
import { runValidate } from '../../src/cli/validate';
import { VALID } from './toy-collection';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const TSX = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');
const SLOW = 60_000;

/** As a process of its own, as `npm run` starts it. */
function start(...argv: string[]) {
	const options = { cwd: ROOT, encoding: 'utf8' as const, env: { ...process.env, P38_COLLECTION: '' } };
	const { status, stdout, stderr } = spawnSync(process.execPath, [TSX, 'src/cli/p38.ts', ...argv], options);
	return { status, stdout, stderr };
}

async function run(...argv: string[]) {
	const said = { stdout: '', stderr: '' };
	const streams = {
		stdin: process.stdin,
		stdout: { write: (text: string) => void (said.stdout += text) },
		stderr: { write: (text: string) => void (said.stderr += text) },
		cwd: ROOT
	};
	const status = await runCommand(argv, streams);
	return { status, ...said };
}

describe('p38', () => {
	let folder = '';
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'p38-'));
		cpSync(VALID, folder, { recursive: true });
	});
	afterEach(() => {
		vi.unstubAllEnvs();
		rmSync(folder, { recursive: true });
	});

	const damage = () => {
		const path = join(folder, 'events.yaml');
		writeFileSync(path, readFileSync(path, 'utf8').replace('[anna-holm]', '[ana-holm]'));
	};

	it('validate counts what a sound collection holds', { timeout: SLOW }, () => {
		const { status, stdout } = start('validate', folder);
		expect(stdout).toMatch(/: 2 documents, 5 phrases, 3 events, .*, 1 lessons, 8 steps, \d+ tasks; no problems\n$/);
		expect(status).toBe(0);
	});

	it('validate names file and line, and the build says the same', { timeout: SLOW }, async () => {
		damage();
		const { status, stdout } = await run('validate', folder);
		expect(status).toBe(1);
		expect(stdout).toContain('events.yaml:10  events[0].people[0]\n');
		expect(stdout).toContain('did you mean "anna-holm"?');
		expect(stdout).not.toContain('\u001b');

		vi.stubEnv('P38_COLLECTION', folder);
		// Another file may have read a collection before.
		vi.resetModules();
		const { currentCollection } = await import('../../src/lib/server/current-collection');
		let said = '';
		try {
			currentCollection();
		} catch (error) {
			said = (error as Error).message;
		}
		expect(`${said}\n`).toBe(stdout);
	});

	it('validate without a folder checks the collection that is shipped', { timeout: SLOW }, async () => {
		vi.stubEnv('P38_COLLECTION', '');
		expect((await run('validate')).stdout).toMatch(/data\/collections\//);
	});

	it.each([
		['a folder that is not there', ['no/such/folder'], 1, /There is no folder .*no\/such\/folder/],
		['a folder of something else', ['src'], 1, /There is no collection in .*src/],
		['two folders', ['a', 'b'], 2, /Expected one DIR; found 2/],
		['an option that is not known', ['--fast'], 2, /--fast/]
	])('validate refuses %s', (_title, argv, code, words) => {
		const stdout = { write: vi.fn() };
		const stderr = { write: vi.fn<(text: string) => void>() };
		expect(runValidate(argv, { stdout, stderr, cwd: ROOT })).toBe(code);
		expect(stderr.write.mock.calls.join('')).toMatch(words);
		expect(stdout.write).not.toHaveBeenCalled();
	});

	it('paints for a terminal only', () => {
		damage();
		const said = (isTTY: boolean) => {
			const stdout = { isTTY, write: vi.fn<(text: string) => void>() };
			runValidate([folder], { stdout, stderr: { write: vi.fn() }, cwd: ROOT });
			return stdout.write.mock.calls.join('');
		};
		vi.stubEnv('NO_COLOR', '');
		vi.stubEnv('FORCE_COLOR', '1');
		expect(said(true)).toContain('\u001b');
		expect(said(false)).not.toContain('\u001b');
		vi.stubEnv('NO_COLOR', '1');
		expect(said(true)).not.toContain('\u001b');
	});

	it.each([
		['a command that is not known', ['validat'], /did you mean "validate"/],
		['no command', [], /Usage:/]
	])('refuses %s', async (_title, argv, words) => {
		const { status, stderr } = await run(...argv);
		expect(stderr).toMatch(words);
		expect(status).toBe(2);
	});

	it('help lists the commands', async () => {
		expect(await run('help')).toMatchObject({ status: 0, stdout: expect.stringContaining('validate [DIR]') as string });
	});
});
