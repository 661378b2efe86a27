import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { PackageRefused } from './package-files';

/** The command was not understood. */
export class UsageError extends Error {}

/** Under another name first, so that no half of a package is ever taken for a whole. */
export function writeWhole(path: string, bytes: Uint8Array) {
	const part = `${path}.${process.pid}.part`;
	try {
		writeFileSync(part, bytes, { flag: 'wx' });
		renameSync(part, path);
	} catch (error) {
		rmSync(part, { force: true });
		throw error;
	}
}

const SYSTEM_ERRORS: Record<string, string> = {
	EACCES: 'no permission to write here. Check the rights of the folder.',
	EPERM: 'no permission to write here. Check the rights of the folder.',
	EROFS: 'the disk cannot be written to. Choose another folder.',
	ENOSPC: 'the disk is full. Make room and retry.',
	ENOENT: 'no file can be made here. Choose another folder.',
	ENOTDIR: 'a part of the path is a file. Choose another folder.',
	ENAMETOOLONG: 'the name is too long. Choose a shorter one.'
};

/**
 * Says why a command failed, and gives its exit code: 1 for what cannot be done, 2 for what was asked wrongly.
 * @throws what is a fault of the program
 */
export function reportError(error: unknown, usage: string, stderr: { write(text: string): unknown }): number {
	if (error instanceof UsageError) {
		stderr.write(`${error.message}\n\n${usage}`);
		return 2;
	}
	if (error instanceof PackageRefused) {
		stderr.write(`${error.message}\n`);
		return 1;
	}
	if (error instanceof Error && 'code' in error && typeof error.code === 'string' && 'path' in error) {
		stderr.write(`${String(error.path)}: ${SYSTEM_ERRORS[error.code] ?? error.message}\n`);
		return 1;
	}
	// What the collection's reader says of a folder without a collection.
	if (error instanceof Error && !(error instanceof TypeError)) {
		stderr.write(`${error.message}\n`);
		return 1;
	}
	throw error;
}
