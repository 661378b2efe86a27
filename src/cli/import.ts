import { existsSync } from 'node:fs';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { importArchivePage } from '$lib/importers/archive-page';
import { ImportRefused, maximumPageBytes, type Imported } from '$lib/importers/importer';
import { decodePage, refuseSize } from '$lib/importers/page-text';
import { draftId, writeDraftDocument } from './draft-document';

/** What a command may touch of its process; tests hand in their own. */
export interface CommandStreams {
	stdin: AsyncIterable<Uint8Array | string>;
	stdout: { write(text: string): unknown };
	stderr: { write(text: string): unknown };
	/** Folder that relative paths start from. */
	cwd: string;
}

const usage = `Usage: npm run p38 -- import FILE --to DIR [--force]
       npm run p38 -- import FILE --json

Reads a captured page of the Wilson Center Digital Archive (UTF-8 text or saved HTML; - reads standard input).
  --to DIR   writes the draft DIR/<id>/document.md; one of --to and --json is needed
  --json     prints the draft as one JSON object
  --force    overwrites a draft that is already there
`;

class UsageError extends Error {}

/**
 * The command `import`.
 * @param argv what follows the word "import"
 * @returns exit code: 0 done, 1 the input or the place to write to will not do, 2 wrong usage
 */
export async function runImport(argv: string[], streams: CommandStreams): Promise<number> {
	let file = '';
	try {
		const options = readOptions(argv);
		if (options === 'help') {
			streams.stdout.write(usage);
			return 0;
		}
		file = options.file === '-' ? 'standard input' : options.file;
		const imported = importArchivePage(decodePage(await readInput(options.file, streams)));
		if (options.json) streams.stdout.write(`${JSON.stringify(imported.draft, null, 2)}\n`);
		else await writeDraft(imported, options, streams);
		return 0;
	} catch (error) {
		return reportError(error, file, streams);
	}
}

interface Options {
	file: string;
	to: string;
	json: boolean;
	force: boolean;
}

function readOptions(argv: string[]): Options | 'help' {
	let parsed;
	try {
		parsed = parseArgs({
			args: argv,
			allowPositionals: true,
			options: {
				to: { type: 'string' },
				json: { type: 'boolean', default: false },
				force: { type: 'boolean', default: false },
				help: { type: 'boolean', short: 'h', default: false }
			}
		});
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
	const { values, positionals } = parsed;
	if (values.help) return 'help';
	const [file] = positionals;
	if (!file) throw new UsageError('Expected a FILE to import; found none.');
	if (positionals.length > 1)
		throw new UsageError(`Expected one FILE; found ${positionals.length}: ${positionals.join(', ')}.`);
	if (values.json && values.to !== undefined) throw new UsageError('Expected --to or --json; found both.');
	if (!values.json && !values.to) throw new UsageError('Expected --to DIR or --json; found neither.');
	return { file, to: values.to ?? '', json: values.json, force: values.force };
}

/** Reads no more than one byte above the limit, whatever the size of the input. */
async function readInput(file: string, streams: CommandStreams): Promise<Uint8Array> {
	if (file === '-') return readStream(streams.stdin);
	const handle = await open(resolve(streams.cwd, file));
	try {
		const about = await handle.stat();
		if (about.isFile() && about.size > maximumPageBytes) refuseSize(about.size);
		return await readStream(handle.createReadStream({ end: maximumPageBytes, autoClose: false }));
	} finally {
		await handle.close();
	}
}

async function readStream(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of stream) {
		const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
		chunks.push(bytes);
		size += bytes.length;
		if (size > maximumPageBytes) refuseSize(size);
	}
	return Buffer.concat(chunks);
}

/** Step by step: Node's own recursion never ends where a system folder such as /proc refuses. */
async function makeFolder(path: string): Promise<void> {
	if (existsSync(path)) return;
	if (dirname(path) !== path) await makeFolder(dirname(path));
	await mkdir(path).catch((error: unknown) => {
		if (!isSystemError(error) || error.code !== 'ENOENT') throw error;
		throw Object.assign(new Error('no folder can be made here'), { code: 'EPERM', path });
	});
}

async function writeDraft(imported: Imported, options: Options, streams: CommandStreams): Promise<void> {
	const folder = join(options.to, draftId(imported));
	const path = join(folder, 'document.md');
	await makeFolder(resolve(streams.cwd, folder));
	const flag = options.force ? 'w' : 'wx';
	await writeFile(resolve(streams.cwd, path), writeDraftDocument(imported), { flag });
	const notes = imported.draft.notes.map((note) => `  ${note}\n`).join('');
	streams.stdout.write(`Wrote ${path}\n${notes === '' ? '' : `To be checked:\n${notes}`}`);
}

const systemErrors: Record<string, string> = {
	ENOENT: 'no such file. Check the name.',
	EISDIR: 'expected a file; found a folder. Name the page itself.',
	EACCES: 'no permission to read or write here. Check the rights of the file and its folder.',
	EPERM: 'no permission to read or write here. Check the rights of the file and its folder.',
	ENOTDIR: 'expected a folder; found a file. Choose another folder.',
	ELOOP: 'too many symbolic links. Name the file itself.',
	ENAMETOOLONG: 'the name is too long. Choose a shorter one.',
	ENOSPC: 'the disk is full. Make room and retry.',
	EROFS: 'the disk cannot be written to. Choose another folder.'
};

function reportError(error: unknown, file: string, streams: CommandStreams): number {
	if (error instanceof UsageError) {
		streams.stderr.write(`${error.message}\n\n${usage}`);
		return 2;
	}
	if (error instanceof ImportRefused) {
		const { line, expected, found, todo } = error;
		streams.stderr.write(
			`${file}:${line}\n  expected: ${expected}\n  found:    ${found}\n  do:       ${todo}\n`
		);
		return 1;
	}
	if (!isSystemError(error)) throw error;
	const path = !error.path || error.path === resolve(streams.cwd, file) ? file : error.path;
	const words =
		error.code === 'EEXIST'
			? 'a draft (or a file in place of its folder) is already there. Use --force to overwrite the draft, or another --to DIR.'
			: (systemErrors[error.code] ?? error.message);
	streams.stderr.write(`${path}: ${words}\n`);
	return 1;
}

function isSystemError(error: unknown): error is Error & { code: string; path?: string } {
	return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
