import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runImport } from '../../src/cli/import';
import { readState } from '../../src/lib/course/state-code';
import { lintPackage } from '../../src/lib/exporters/lint-manifest';
import { readWork } from '../../src/lib/lesson/work-file';
import { Catalogue } from '../../src/lib/model/catalogue';
import { readLight } from '../../src/lib/model/prose';
import { parseGeojson } from '../../src/lib/server/parse-geojson';
import { parseMarkdown } from '../../src/lib/server/parse-markdown';
import { parseYaml } from '../../src/lib/server/parse-yaml';
import { readCollection } from '../../src/lib/server/load-collection';
import { openingView, parseView, printView } from '../../src/lib/state/url';
import { HOSTILE } from '../fuzz/hostile';
import { loadToy, readValid } from './toy-collection';

/** The same inputs at every run: what fails once fails again. Another number looks elsewhere. */
const SEED = Number(process.env['P38_FUZZ_SEED'] ?? 19_501_001);
const RUNS = Number(process.env['P38_FUZZ_RUNS'] ?? 150);
const bounds = { seed: SEED, numRuns: RUNS };
/** A whole collection takes tens of milliseconds to read. */
const few = { seed: SEED, numRuns: Math.ceil(RUNS / 4) };

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const TSX = join(ROOT, 'node_modules', 'tsx', 'dist', 'cli.mjs');

/** Milliseconds of the processor that count as a hang; what is answered takes a fraction of it. */
const HANG = 2000;

interface Answer {
	name: string;
	isAnswered: boolean;
	milliseconds: number;
	said: string;
}

const valid = readValid();
const paths = [...valid.keys()];
const signs = fc.constantFrom(
	...['[', ']', '{', '}', ':', ': ', '- ', '&a ', '*a', '!x ', '|\n', '>\n', '"', "'", '#', '---\n', '...\n', '%YAML 9\n'],
	...['\n', '\r', '\t', '  ', '\u0000', '\uFEFF', '\u2028', '\ud800', '<<: ', '? ', '__proto__: ', '1e999', '0x7', '~'],
	...['**', '_', '](', '![', '<b>', '&lt;', '&#0;', '\\', '`', '> ', '1. ', '# ', 'phrase:a/b', 'place:', 'javascript:']
);
const soup = fc
	.array(fc.oneof(signs, fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom(...paths)), { maxLength: 60 })
	.map((pieces) => pieces.join(''));
const edits = fc.array(fc.record({ at: fc.nat(), length: fc.nat(80), insert: fc.oneof(signs, soup) }), {
	minLength: 1,
	maxLength: 4
});
const damage = (text: string, changes: readonly { at: number; length: number; insert: string }[]) =>
	changes.reduce((whole, { at, length, insert }) => {
		const from = at % (whole.length + 1);
		return whole.slice(0, from) + insert + whole.slice(from + length);
	}, text);

/** What a person needs to mend it: a place in the file, what was expected, what was found, what to do. */
function expectClear(problems: ReturnType<typeof readCollection>['problems'], files: ReadonlyMap<string, string>) {
	for (const { file, line, column, expected, found, advice } of problems) {
		const text = files.get(file) ?? '';
		expect(line).toBeGreaterThan(0);
		expect(line).toBeLessThanOrEqual(text.split(/\r\n?|\n/).length);
		expect(column ?? 1).toBeGreaterThan(0);
		for (const words of [expected, found, advice]) expect(words.trim()).not.toBe('');
	}
}

describe(`anything at all (seed ${SEED}, ${RUNS} each)`, () => {
	it('in the place of a file of a collection leads to problems with a place, or to a collection', () => {
		fc.assert(
			fc.property(fc.constantFrom(...paths), soup, (path, text) => {
				const files = new Map([...valid, [path, text]]);
				expectClear(readCollection(files).problems, files);
			}),
			few
		);
	});

	it('cut off or written into a sound file does so too', () => {
		const cut = fc.nat().map((at) => [{ at, length: Infinity, insert: '' }]);
		fc.assert(
			fc.property(fc.constantFrom(...paths), fc.oneof(cut, edits), (path, changes) => {
				const files = new Map([...valid, [path, damage(valid.get(path) ?? '', changes)]]);
				expectClear(readCollection(files).problems, files);
			}),
			few
		);
	});

	it('as YAML, GeoJSON or Markdown is read or refused, and changes nothing that all objects share', () => {
		fc.assert(
			fc.property(soup, (text) => {
				for (const { data, problems } of [parseYaml('a.yaml', text), parseGeojson('a.geojson', text)])
					expect(data === null).toBe(problems.length > 0);
				parseMarkdown(text);
				readLight(text);
				expect(Object.keys(Object.prototype)).toEqual([]);
			}),
			bounds
		);
	});

	it('as the name of a file is reported, not read', () => {
		const part = fc.constantFrom('..', '.', '', 'documents', 'fronts', 'C:', '\u0000', 'a\\b', 'con', 'document.md', 'x');
		const name = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));
		fc.assert(
			fc.property(name, (path) => {
				const files = new Map([...valid, [path, 'x']]);
				expectClear(readCollection(files).problems, files);
			}),
			few
		);
	});

	it('as a link opens a view that can be linked to again', () => {
		const { data } = loadToy();
		const catalogue = new Catalogue(data);
		const opening = openingView(data.about);
		const key = fc.constantFrom('doc', 'sel', 'p', 't', 'w', 'm', 'as', 'only', 't2', 'x', 'doc2', 'other');
		const instant = fc.constantFrom(
			...['1911-02-03T08:00Z', '+275760-09-13T00:00Z', '-271821-04-20T00:00Z', '0000-00-00T00:00Z', '9999-99-99T99:99Z']
		);
		const value = fc.oneof(
			soup,
			instant,
			fc.tuple(instant, instant).map((pair) => pair.join('_')),
			fc.constantFrom('11,57,5', '1e3,1,1', 'NaN,NaN,NaN', '180,85,22', '-0', '1e-999', '1911-02-03-skerry-to-head')
		);
		const query = fc
			.array(fc.tuple(key, value), { maxLength: 6 })
			.map((pairs) => new URLSearchParams(pairs.map(([name, text]) => [name, text])).toString());
		fc.assert(
			fc.property(query, (text) => {
				const { facts } = parseView(text, opening, catalogue);
				const printed = printView(facts, opening, catalogue);
				const again = parseView(printed, opening, catalogue);
				expect(again.unread).toEqual([]);
				expect(printView(again.facts, opening, catalogue)).toBe(printed);
			}),
			bounds
		);
	});

	it('as a student’s work or the state of a course is taken whole or not at all', () => {
		const tasks = [{ id: 'a', parts: ['x', 'y'], values: ['p', 'q'] }];
		fc.assert(
			fc.property(fc.oneof(soup, fc.json(), fc.string({ unit: 'binary' })), (text) => {
				const read = readWork(text, 'c');
				expect(read.ok).toBe(false);
				readState(text, { steps: ['one'], tasks });
			}),
			bounds
		);
	});
});

describe(`a page to import (seed ${SEED})`, () => {
	it('writes one file below the folder it was told, whatever its title says, or none', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'p38-fuzz-'));
		const title = fc
			.array(fc.constantFrom('..', '/', '\\', 'C:', '\u0000', '%2e%2e', '~', 'con', 'a', '..\\..', '\u202e', '…'), {
				maxLength: 8
			})
			.map((parts) => parts.join(''));
		try {
			await fc.assert(
				fc.asyncProperty(title, async (name) => {
					const text = `October 1, 1950\nTelegram from A to B ${name}\nWords.\nAuthor(s):\nA\n`;
					let said = '';
					const stream = { write: (more: string) => (said += more) };
					const stdin = (async function* () {
						yield await Promise.resolve(text);
					})();
					const inner = join(folder, 'inner');
					const code = await runImport(['-', '--to', inner, '--force'], { stdin, stdout: stream, stderr: stream, cwd: folder });
					expect([0, 1]).toContain(code);
					expect(readdirSync(folder).filter((entry) => entry !== 'inner')).toEqual([]);
					const made = code === 0 ? readdirSync(inner, { recursive: true, encoding: 'utf8' }) : [];
					for (const path of made) expect(path).toMatch(/^1950-10-01-[a-z0-9-]+([\\/]document\.md)?$/);
					expect(said).not.toBe('');
					rmSync(inner, { recursive: true, force: true });
				}),
				few
			);
		} finally {
			rmSync(folder, { recursive: true });
		}
	});
});

describe(`a package (seed ${SEED})`, () => {
	it('is refused when a path in it would leave the folder it is unpacked to', () => {
		const bad = fc.constantFrom('..', '.', '', 'C:', 'a\\b', '\u0000', 'a:b', '~a|', '\n', 'é', '..\\');
		const good = fc.constantFrom('site', 'a.html', '_app', '0');
		const path = fc
			.tuple(fc.array(good, { maxLength: 2 }), bad, fc.array(good, { maxLength: 2 }))
			.map(([before, one, after]) => [...before, one, ...after].join('/'));
		fc.assert(
			fc.property(path, (one) => {
				expect(lintPackage('web', null, ['index.html', one])).not.toEqual([]);
			}),
			bounds
		);
		expect(lintPackage('web', null, ['index.html', 'site/a.html'])).toEqual([]);
	});
});

describe('an input that was made to hang, to crash or to fill the memory', () => {
	/** Generous, for a busy machine: they take some ten seconds together. One that hangs is killed. */
	const PATIENCE = 240_000;

	it('is answered, by its size before it is read wherever reading would take long', { timeout: PATIENCE + 10_000 }, () => {
		const tsconfig = join(ROOT, 'tsconfig.json');
		const args = [TSX, '--tsconfig', tsconfig, join(ROOT, 'tests', 'fuzz', 'answer.ts')];
		// The compiler starts a process of its own, which has its limits from here.
		const env = { ...process.env, NODE_OPTIONS: '--max-old-space-size=384' };
		const { stdout } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', env, timeout: PATIENCE });
		const answers = stdout
			.split('\n')
			.filter(Boolean)
			.map((line) => JSON.parse(line) as Answer);
		expect(answers.filter(({ isAnswered }) => !isAnswered)).toEqual([]);
		expect(answers.filter(({ milliseconds }) => milliseconds > HANG)).toEqual([]);
		expect(answers.map(({ name }) => name)).toEqual(HOSTILE.map(({ name }) => name));
	});
});
