import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCollection } from '../../src/lib/server/load-collection';
import { printProblems } from '../../src/lib/server/problems';
import { PROBLEMS, readCase, readValid } from './toy-collection';

// A folder per case: the files that differ from the valid collection, and the problems they must lead to.
const cases = readdirSync(PROBLEMS).sort();

describe('problems of a collection', () => {
	it('the collection that the cases change has none', () => {
		expect(readCollection(readValid()).problems).toEqual([]);
	});

	it.each(cases)('%s', (name) => {
		const { collection, problems } = readCollection(readCase(name));
		expect(collection).toBeNull();
		expect(`${printProblems(problems)}\n`).toBe(readFileSync(join(PROBLEMS, name, 'expected.txt'), 'utf8'));
	});
});

describe('harmless differences', () => {
	const change = (edit: (text: string) => string) =>
		new Map([...readValid()].map(([path, text]) => [path, edit(text)]));

	it.each([
		['line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
		['a byte order mark', (text: string) => `\uFEFF${text}`],
		['letters in parts, as a Mac may save them', (text: string) => text.normalize('NFD')],
		['blanks at the ends of lines', (text: string) => text.replaceAll('\n', ' \n')],
		['empty lines at the end', (text: string) => `${text}\n\n`]
	])('%s', (_title, edit) => {
		const { collection, problems } = readCollection(change(edit));
		expect(printProblems(problems)).toBe('');
		expect(collection).toEqual(readCollection(readValid()).collection);
	});

	it('files that are nobody else’s business', () => {
		const files = readValid();
		const others = ['README.md', 'LICENSE', 'lessons/README.md', '.git/config', 'events.yaml~'];
		for (const path of [...others, 'documents/.DS_Store', 'fronts/LICENSE.txt']) files.set(path, '\u0000');
		expect(readCollection(files).problems).toEqual([]);
	});

	it('a list in parts', () => {
		const files = readValid();
		const whole = readCollection(files).collection;
		const entries = (files.get('events.yaml') ?? '').split(/^(?=- )/m);
		files.delete('events.yaml');
		entries.forEach((entry, index) => files.set(`events/${String(index).padStart(2, '0')}.yaml`, entry));
		expect(entries.length).toBeGreaterThan(1);
		expect(readCollection(files).problems).toEqual([]);
		expect(readCollection(files).collection).toEqual(whole);
	});

	it('a list in parts says in which of them a fault is, and is no deeper than a folder', () => {
		const files = readValid();
		files.set('places/north.yaml', '- { id: nowhere }\n');
		files.set('places/north/deeper.yaml', '[]\n');
		files.set('places/a list.txt', '');
		const { problems } = readCollection(files);
		expect(new Set(problems.map(({ file }) => file))).toEqual(
			new Set(['places/a list.txt', 'places/north.yaml', 'places/north/deeper.yaml'])
		);
		expect(problems.find(({ file }) => file === 'places/north.yaml')?.path).toContain('places[0]');
	});

	it('files that may be missing or empty', () => {
		const files = readValid();
		for (const path of [...files.keys()]) if (path.startsWith('fronts/')) files.delete(path);
		files.delete('movements.yaml');
		files.set('glossary.yaml', '# nothing yet\n');
		files.set('events.yaml', '');
		const needless = /annotations\.yaml$|^lessons\//;
		for (const path of [...files.keys()]) if (needless.test(path)) files.delete(path);
		expect(readCollection(files).problems).toEqual([]);
	});

	it('words below a line of three hyphens', () => {
		const files = readValid();
		const path = 'documents/1911-02-05-head-to-skerry/document.md';
		files.set(path, `${files.get(path)}\n---\n\n2. More.\n`);
		const body = readCollection(files).collection?.bodies.get('1911-02-05-head-to-skerry');
		expect(body?.text).toBe('1. The boat will leave when the wind turns.\n\n---\n\n2. More.');
	});
});
