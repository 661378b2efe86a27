import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFiles } from './files';

let root = '';
let folder = '';
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'p38-files-'));
	folder = join(root, 'collection');
	mkdirSync(join(folder, 'documents', 'one'), { recursive: true });
	writeFileSync(join(folder, 'collection.yaml'), 'id: x\n');
});
afterEach(() => rmSync(root, { recursive: true }));

const report = () => readFiles(folder).problems.map(({ file, found }) => `${file}: ${found}`);

describe('readFiles', () => {
	it('reads what belongs to a collection and names the rest', () => {
		writeFileSync(join(folder, 'documents', 'one', 'document.md'), 'words');
		writeFileSync(join(folder, 'picture.png'), Buffer.from([0xff, 0xd8]));
		writeFileSync(join(folder, 'README.md'), 'not read');
		mkdirSync(join(folder, 'fronts'));
		expect([...readFiles(folder).files]).toEqual([
			['collection.yaml', 'id: x\n'],
			['documents/one/document.md', 'words'],
			['fronts/', null],
			['picture.png', null]
		]);
		expect(report()).toEqual([]);
	});

	it('reports links that lead out of the folder or nowhere, and follows those that stay', () => {
		writeFileSync(join(root, 'secret.yaml'), 'a: 1');
		symlinkSync(join(root, 'secret.yaml'), join(folder, 'events.yaml'));
		symlinkSync(root, join(folder, 'documents', 'up'));
		symlinkSync('nowhere', join(folder, 'people.yaml'));
		symlinkSync('loop', join(folder, 'loop'));
		symlinkSync('collection.yaml', join(folder, 'places.yaml'));
		symlinkSync('..', join(folder, 'documents', 'one', 'round'));
		expect(report()).toEqual([
			'documents/up: a link to something outside it',
			'events.yaml: a link to something outside it',
			'loop: a link that leads nowhere',
			'people.yaml: a link that leads nowhere'
		]);
		expect(readFiles(folder).files.get('places.yaml')).toBe('id: x\n');
		expect([...readFiles(folder).files.values()]).not.toContain('a: 1');
	});

	it('reports files that are too large or no text', () => {
		writeFileSync(join(folder, 'events.yaml'), 'x'.repeat(5 * 1024 * 1024 + 1));
		writeFileSync(join(folder, 'people.yaml'), Buffer.from([0x6e, 0xff, 0xfe]));
		expect(report()).toEqual(['events.yaml: 5.0 MB', 'people.yaml: other bytes']);
	});

	it('throws when there is no such folder', () => {
		expect(() => readFiles(join(folder, 'none'))).toThrow(/There is no folder/);
		expect(() => readFiles(join(folder, 'collection.yaml'))).toThrow(/There is no folder/);
	});
});
