import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DocumentFile } from '$lib/schema/document';
import { runImport } from './import';

const page = join(process.cwd(), 'tests/fixtures/import/zhou-to-kim-1950-10-01/input.txt');
const draft = 'drafts/1950-10-01-telegram-from-zhou-enlai-to-kim-il-sung/document.md';
let cwd = '';

beforeEach(async () => {
	cwd = await mkdtemp(join(tmpdir(), 'import-'));
});
afterEach(() => rm(cwd, { recursive: true }));

async function run(argv: string[], stdin: Iterable<Uint8Array | string> = []) {
	let out = '';
	let err = '';
	const code = await runImport(argv, {
		stdin: Readable.from(stdin),
		stdout: { write: (text) => (out += text) },
		stderr: { write: (text) => (err += text) },
		cwd
	});
	return { code, out, err };
}

describe('p38 import', () => {
	it('prints one JSON object and nothing else', async () => {
		const { code, out, err } = await run([page, '--json']);
		const keys =
			'title date authors addressees via signature dateline body abstract related credit rights times blocks notes';
		expect({ code, err }).toEqual({ code: 0, err: '' });
		expect(Object.keys(JSON.parse(out) as object)).toEqual(keys.split(' '));
	});

	it('reads standard input for -, in whatever pieces it comes', async () => {
		const bytes = await readFile(page);
		const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, at) =>
			bytes.subarray(at * 7, at * 7 + 7)
		);
		expect((await run(['-', '--json'], pieces)).out).toBe((await run([page, '--json'])).out);
	});

	it('writes a draft that the schema accepts but for the sources a person must add', async () => {
		const { code, out } = await run([page, '--to', 'drafts']);
		const [, front = '', text = ''] = (await readFile(join(cwd, draft), 'utf8')).split('---\n');
		const checked = DocumentFile.safeParse(parse(front));
		expect(code).toBe(0);
		expect(out).toContain(draft);
		expect(checked.error?.issues.map((issue) => issue.path.join('.'))).toEqual(['sources']);
		expect(text.trim().split('\n\n')).toHaveLength(4);
		expect(front + text).not.toContain('Pak Il-u');
	});

	it('keeps a draft that is there, unless forced', async () => {
		await run([page, '--to', 'drafts']);
		await writeFile(join(cwd, draft), 'edited');
		const kept = await run([page, '--to', 'drafts']);
		expect(kept.code).toBe(1);
		expect(kept.err).toMatch(/document\.md: .*--force/);
		expect(await readFile(join(cwd, draft), 'utf8')).toBe('edited');
		expect((await run([page, '--to', 'drafts', '--force'])).code).toBe(0);
		expect(await readFile(join(cwd, draft), 'utf8')).toContain('Zhou Enlai');
	});

	it.each([
		['no file', []],
		['neither --to nor --json', ['page.txt']],
		['both --to and --json', ['page.txt', '--to', 'drafts', '--json']],
		['an empty --to', ['page.txt', '--to', '']],
		['an unknown option', ['page.txt', '--jsn']],
		['two files', ['a.txt', 'b.txt', '--json']]
	])('calls %s wrong usage', async (_, argv) => {
		const { code, out, err } = await run(argv);
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(err).toContain('Usage:');
	});

	it('names file, line, expected, found and what to do', async () => {
		await writeFile(join(cwd, 'note.txt'), '\nJust a note.\n');
		const { code, out, err } = await run(['note.txt', '--json']);
		expect({ code, out }).toEqual({ code: 1, out: '' });
		expect(err).toMatch(/^note\.txt:2\n {2}expected: .+\n {2}found: .+\n {2}do: .+\n$/);
	});

	it('refuses 50 MB without reading it', async () => {
		await writeFile(join(cwd, 'big.txt'), Buffer.alloc(50_000_000, 'a'));
		expect((await run(['big.txt', '--json'])).err).toMatch(/big\.txt:1\n.*at most 5 MB\n.*50\.0 MB/);
		function* endless(): Generator<string> {
			for (;;) yield 'a'.repeat(1_000_000);
		}
		expect((await run(['-', '--json'], endless())).err).toMatch(/standard input:1\n.*at most 5 MB/);
	});

	it.each([
		['a missing file', 'none.txt', /^none\.txt: no such file/],
		['a folder', 'folder', /^folder: expected a file; found a folder/]
	])('explains %s', async (_, file, message) => {
		await mkdir(join(cwd, 'folder'));
		const { code, err } = await run([file, '--json']);
		expect(code).toBe(1);
		expect(err).toMatch(message);
	});
});
