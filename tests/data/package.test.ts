import {
	chmodSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { runPackage } from '../../src/cli/package';
import { packPage } from '../../src/cli/package-page';
import { lintPackage, MANIFEST_NAMES } from '../../src/lib/exporters/lint-manifest';
import { printState, readState, type Json } from '../../src/lib/course/state-code';
import { COURSE_KINDS, listCourseTasks, type CourseFile, type CourseKind } from '../../src/lib/model/course';
import type { TaskRecord } from '../../src/lib/schema/records';
import { loadCollection } from '../../src/lib/server/load-collection';
import { loadToy, VALID } from './toy-collection';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const SCHEMAS = join(ROOT, 'tests', 'fixtures', 'schemas', 'scorm12');
const LESSON = 'ask-for-the-boat';
const toy = loadToy();

let folder = '';
let said: { stdout: string; stderr: string };

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'p38-'));
	cpSync(VALID, join(folder, 'collection'), { recursive: true });
	vi.stubEnv('P38_COLLECTION', join(folder, 'collection'));
	buildToy();
});
afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true });
});

/** A site as a build would leave it, with as little in it as a package needs, and with what it must not take. */
function buildToy() {
	const write = (path: string, text: string) => {
		mkdirSync(dirname(join(folder, 'build', path)), { recursive: true });
		writeFileSync(join(folder, 'build', path), text);
	};
	const csp = `<meta http-equiv="content-security-policy" content="default-src 'none'; connect-src 'self'">`;
	const page = (up: string) =>
		`<!doctype html><html lang="en"><head>${csp}<link rel="alternate" href="x.json"></head><body>` +
		`<a href="${up}lessons/${LESSON}/?level=middle&amp;x=1">overview</a> <a class="n" href="${up}sources#a">sources</a> ` +
		`<a href="https://archive.example.org/1">archive</a> <a href="#map">map</a></body></html>`;
	const pages = ['work', LESSON, ...(toy.lessons[0]?.steps.map(({ id }) => `${LESSON}/${id}`) ?? [])];
	for (const one of pages) {
		write(`lessons/${one}/index.html`, page('../'.repeat(one.split('/').length + 1)));
		write(`lessons/${one}/__data.json`, '{}');
	}
	write('lessons/another/index.html', page('../../'));
	write(`teach/${LESSON}/index.html`, 'The model answer');
	write('data/collection.json', JSON.stringify(toy.data));
	write('data/search.json', '[]');
	write('data/lessons.json', JSON.stringify([{ id: LESSON }, { id: 'another' }]));
	write('_app/immutable/a.js', 'export const a = 1;');
	write('_app/immutable/a.js.map', '{}');
	write('favicon.svg', '<svg/>');
	write('theme.js', '');
}

function run(...argv: string[]): number {
	said = { stdout: '', stderr: '' };
	const stdout = { write: (text: string) => void (said.stdout += text) };
	const stderr = { write: (text: string) => void (said.stderr += text) };
	return runPackage(argv, { stdout, stderr, cwd: folder });
}

function pack(kind: CourseKind, ...more: string[]) {
	const out = join(folder, `${kind}.zip`);
	expect(run('--lesson', LESSON, '--as', kind, '--out', out, '--force', ...more), said.stderr).toBe(0);
	const bytes = readFileSync(out);
	const files = unzipSync(bytes);
	const text = (path: string) => strFromU8(files[path] ?? new Uint8Array());
	return { bytes, paths: Object.keys(files), text };
}

const readSchema = (name: string) => readFileSync(join(SCHEMAS, name), 'utf8');

describe('package', () => {
	it.each(COURSE_KINDS)('packs %s: sound by our own rules, the same bytes twice', (kind) => {
		const { bytes, paths, text } = pack(kind);
		const name = MANIFEST_NAMES[kind];
		expect(lintPackage(kind, name && text(name), paths)).toEqual([]);
		expect(pack(kind).bytes.equals(bytes)).toBe(true);
		expect(JSON.parse(text('site/course.json'))).toMatchObject({ kind, lesson: LESSON, level: null });
	});

	it('has the lesson, terms and provenance, and nothing else of the site', () => {
		const { paths, text } = pack('web');
		expect(paths.filter((path) => !path.startsWith('site/lessons/') && !path.startsWith('licence/'))).toEqual([
			...['PROVENANCE.txt', 'README.txt', 'index.html'],
			...['site/_app/immutable/a.js', 'site/course.json'],
			...['site/data/collection.json', 'site/data/lessons.json', 'site/favicon.svg', 'site/theme.js']
		]);
		expect(paths.filter((path) => /another|teach|search|\.map$/.test(path))).toEqual([]);
		expect(text('site/data/lessons.json')).toBe(JSON.stringify([{ id: LESSON }]));
		expect(text('index.html')).toContain(`url=site/lessons/${LESSON}/index.html"`);
		expect(text('PROVENANCE.txt')).toContain(LESSON);
		const course = JSON.parse(text('site/course.json')) as CourseFile;
		expect(course.pages.every((page) => paths.includes(`site/${page}index.html`))).toBe(true);
	});

	it('is made for one level when that is asked for', () => {
		const { text } = pack('cmi5', '--level', 'middle');
		expect(text('index.html')).toContain('index.html?level=middle');
		expect(text('cmi5.xml')).toContain(`<url>site/lessons/${LESSON}/index.html?level=middle</url>`);
		expect(JSON.parse(text('site/course.json'))).toMatchObject({ level: 'middle' });
	});

	it('has a SCORM manifest that the public schemas accept, and would refuse a wrong one', async () => {
		const check = async (manifest: string) => {
			const { valid } = await validateXML({
				xml: [{ fileName: 'imsmanifest.xml', contents: manifest }],
				schema: [
					`<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
					<xsd:import namespace="http://www.imsproject.org/xsd/imscp_rootv1p1p2" schemaLocation="imscp_rootv1p1p2.xsd"/>
					<xsd:import namespace="http://www.adlnet.org/xsd/adlcp_rootv1p2" schemaLocation="adlcp_rootv1p2.xsd"/>
					</xsd:schema>`
				],
				preload: ['imscp_rootv1p1p2.xsd', 'adlcp_rootv1p2.xsd', 'ims_xml.xsd'].map((fileName) => ({
					fileName,
					contents: readSchema(fileName).replace('xmlns="http://www.w3.org/XML/1998/namespace"', '')
				}))
			});
			return valid;
		};
		const manifest = pack('scorm12').text('imsmanifest.xml');
		expect(await check(manifest)).toBe(true);
		expect(await check(manifest.replace(/ identifier="p38[^"]*"/, ''))).toBe(false);
		expect(await check(manifest.replace('<file ', '<fyle '))).toBe(false);
		expect(await check(manifest.replace('scormtype="sco"', 'scormtype="scow"'))).toBe(false);
	});

	it.each<[string, string[], number, RegExp]>([
		['an unknown lesson', ['--lesson', 'ask-for-a-boat'], 1, /no lesson "ask-for-a-boat": did you mean "ask-for-the-boat"/],
		['an unknown kind', ['--as', 'scorm21'], 2, /no kind "scorm21": did you mean "scorm12"/],
		['an unknown level', ['--level', 'midle'], 1, /no level "midle": did you mean "middle"/],
		['an unknown option', ['--fast'], 2, /--fast/],
		['a folder that is not there', ['--out', 'no/such/x.zip'], 1, /There is no folder .*no\/such/],
		['a folder as file', ['--out', 'build'], 1, /build is a folder/],
		['a file that is there', ['--out', 'build/theme.js'], 1, /already there. Use --force/],
		['a site that is not there', ['--site', 'nowhere'], 1, /no built site .*npm run build/],
		['a name that is too long', ['--out', `${'x'.repeat(250)}.zip`], 1, /name is too long/]
	])('refuses %s and leaves nothing behind', (_title, more, code, words) => {
		const before = readdirSync(folder);
		expect(run('--lesson', LESSON, '--as', 'web', '--out', 'x.zip', ...more)).toBe(code);
		expect(said.stderr).toMatch(words);
		expect(said.stdout).toBe('');
		expect(readdirSync(folder)).toEqual(before);
	});

	it.each(['--lesson', '--as', '--out'])('asks for %s', (name) => {
		const all = ['--lesson', LESSON, '--as', 'web', '--out', 'x.zip'];
		all.splice(all.indexOf(name), 2);
		expect(run(...all)).toBe(2);
		expect(said.stderr).toContain(`Expected ${name}`);
	});

	it('refuses a collection with errors, and says file and line', () => {
		const path = join(folder, 'collection', 'events.yaml');
		writeFileSync(path, readFileSync(path, 'utf8').replace('[anna-holm]', '[ana-holm]'));
		expect(run('--lesson', LESSON, '--as', 'web', '--out', 'x.zip')).toBe(1);
		expect(said.stderr).toMatch(/events\.yaml:10 [^]*did you mean "anna-holm"[^]*Nothing was packed/);
		expect(existsSync(join(folder, 'x.zip'))).toBe(false);
	});

	it('refuses a site that is older than the collection, or lacks a page', () => {
		rmSync(join(folder, 'build', 'lessons', 'work', 'index.html'));
		expect(run('--lesson', LESSON, '--as', 'web', '--out', 'x.zip')).toBe(1);
		expect(said.stderr).toMatch(/no lessons\/work\/index\.html.*npm run build/);
		writeFileSync(join(folder, 'build', 'data', 'collection.json'), '{}');
		expect(run('--lesson', LESSON, '--as', 'web', '--out', 'x.zip')).toBe(1);
		expect(said.stderr).toMatch(/built from other records.*npm run build/);
		expect(readdirSync(folder).sort()).toEqual(['build', 'collection']);
	});

	it('leaves an older package whole when the new one cannot be written', () => {
		const out = join(folder, 'kept', 'x.zip');
		mkdirSync(dirname(out));
		writeFileSync(out, 'older');
		// Whoever may write anywhere, as root may, is stopped by a folder that stands where the part would go.
		chmodSync(dirname(out), 0o500);
		mkdirSync(join(folder, 'kept', `x.zip.${process.pid}.part`), { recursive: true });
		expect(run('--lesson', LESSON, '--as', 'web', '--out', out, '--force')).toBe(1);
		chmodSync(dirname(out), 0o700);
		expect(readFileSync(out, 'utf8')).toBe('older');
		expect(said.stderr).not.toBe('');
	});
});

describe('packPage', () => {
	const plan = { kind: 'scorm12' as const, pages: new Set(['lessons/one/', 'lessons/one/step/']) };
	const packed = (link: string) => packPage(`<html lang="en">${link}`, 'lessons/one/step/', plan);
	it.each([
		['<a href="../../../lessons/one/?level=middle&amp;a=1" rel="prev">', '../../../lessons/one/index.html?level=middle&amp;a=1'],
		['<a href="./">', './index.html'],
		['<a href="../">', '../index.html'],
		['<a href="../../../lessons/one">', '../../../lessons/one/index.html'],
		['<a href="#map">', '#map']
	])('keeps %s', (link, href) => {
		expect(packed(link)).toContain(`href="${href}"`);
	});
	it.each(['<a class="x" href="../../../">', '<a href="../../../sources#a">', '<a href="/">', '<a href="../../two/">'])(
		'takes the address out of %s',
		(link) => {
			expect(packed(link)).not.toContain('href');
		}
	);
	it('keeps what lights words up beside a step within reach', () => {
		const light = '<a href="../../../documents/a#b" data-light="annotation:a/b">';
		expect(packed(`<section id="step">${light}`)).toContain('<a href="#step" data-light');
		expect(packed(light)).toContain('<a data-light');
	});
	it('opens other hosts in a window of their own, and says what kind of package it is', () => {
		expect(packed('<a rel="external" href="https://archive.example.org/1">')).toBe(
			'<html data-course="scorm12" lang="en"><a href="https://archive.example.org/1" target="_blank" rel="noopener noreferrer">'
		);
	});
	it('loosens the policy for cmi5 alone, and only for where its records go', () => {
		const policy = "default-src 'none'; connect-src 'self'; script-src 'self'";
		expect(packed(policy)).toContain(policy);
		expect(packPage(`<html >${policy}`, 'lessons/one/', { ...plan, kind: 'cmi5' })).toContain(
			"default-src 'none'; connect-src 'self' https:; script-src 'self'"
		);
	});
});

describe('lintPackage', () => {
	const paths: Record<string, string[]> = {};
	const manifests: Record<string, string> = {};
	const break_ = (kind: CourseKind, from: string | RegExp, to: string) => {
		if (!manifests[kind]) {
			const { paths: all, text } = pack(kind);
			paths[kind] = all;
			manifests[kind] = text(MANIFEST_NAMES[kind] ?? '');
		}
		const broken = (manifests[kind] ?? '').replace(from, to);
		expect(broken).not.toBe(manifests[kind]);
		return lintPackage(kind, broken, paths[kind] ?? []).join('\n');
	};

	it.each<[CourseKind, string | RegExp, string, RegExp]>([
		['scorm12', ' adlcp:scormtype="sco"', '', /scormtype/],
		['scorm12', '<schemaversion>1.2<', '<schemaversion>1.3<', /schemaversion/],
		['scorm12', '<schema>ADL SCORM</schema>', '', /metadata\/schema/],
		['scorm12', 'identifierref="pages"', 'identifierref="page"', /No resource .*"page"/],
		['scorm12', 'default="lessons"', 'default="lesson"', /default/],
		['scorm12', '<file href="README.txt"/>', '', /README.txt" is in the package but not listed/],
		['scorm12', 'href="README.txt"', 'href="https://a.example.org/"', /not in the package/],
		['scorm12', 'identifier="lesson"', 'identifier="lessons"', /the same/],
		['scorm12', 'identifier="lesson"', 'identifier="1 lesson"', /no XML ID/],
		['scorm12', /<manifest identifier="[^"]*"/, '<manifest', /manifest@identifier/],
		['cmi5', /<description>[^]*?<\/description>/, '', /description/],
		['cmi5', 'moveOn="Completed"', 'moveOn="Done"', /moveOn/],
		['cmi5', /<au id="[^"]*"/, '<au id="unit"', /IRI/],
		['cmi5', '<url>site', '<url>sight', /not in the package/],
		['cmi5', ' lang="en"', '', /language/],
		['cc13', 'structure="rooted-hierarchy"', '', /rooted-hierarchy/],
		['cc13', 'type="webcontent"', 'type="imsbasiclti_xmlv1p0"', /web content/],
		['cc13', '<schemaversion>1.3.0<', '<schemaversion>1.2.0<', /schemaversion/]
	])('finds what is wrong with %s without %s', (kind, from, to, words) => {
		expect(break_(kind, from, to)).toMatch(words);
	});

	it.each([
		['a name outside of ASCII', 'a/ü.js', /characters/],
		['a path that is too long', `${'a/'.repeat(101)}b`, /longer/],
		['a path that leads out', '../a.js', /no plain path/],
		['a path from the root', '/a.js', /no plain path/]
	])('finds %s', (_title, path, words) => {
		expect(lintPackage('web', null, ['index.html', path]).join('\n')).toMatch(words);
	});

	it('finds a manifest that is not at the root, and names that differ in capitals only', () => {
		expect(lintPackage('scorm12', null, ['a/imsmanifest.xml'])).toEqual(['imsmanifest.xml is not at the root.']);
		expect(lintPackage('web', null, ['a.js', 'A.js'])).toEqual([expect.stringMatching(/capitals/)]);
	});
});

describe('the lessons that are shipped', () => {
	const { collection } = loadCollection(join(ROOT, 'data', 'collections', 'korea-1950'));
	const lessons = collection?.lessons ?? [];

	it.each(lessons.flatMap((lesson) => lesson.levels.map((level) => [lesson.id, level, lesson] as const)))(
		'%s at the level %s: all that is chosen fits into 1,500 characters, with room for words',
		(_id, level, lesson) => {
			const phrasesOf = (id: string) => (collection?.bodies.get(id)?.annotations ?? []).map((one) => one.id);
			const file = { steps: lesson.steps.map(({ id }) => id), tasks: listCourseTasks(lesson, phrasesOf) };
			const tasks = lesson.steps.flatMap(({ tellings }) => tellings[level].task ?? []);
			const answers = tasks.map((task) => ({ task: task.id, answer: fullestAnswer(task, phrasesOf) }));
			const state = { attempt: 'a1b2c3d4', seen: file.steps, answers, isDone: true };
			const { text, left } = printState(state, file, 1500);
			expect(left).toEqual([]);
			expect(readState(text, file)?.answers).toHaveLength(tasks.length);
		}
	);
});

/** The longest that can be chosen; written words are left out. */
function fullestAnswer(task: TaskRecord, phrasesOf: (document: string) => string[]): Json {
	const each = (parts: readonly { id: string }[], value: Json) =>
		Object.fromEntries(parts.map(({ id }) => [id, value]));
	switch (task.kind) {
		case 'choose':
			return task.options.map(({ id }) => id);
		case 'mark':
			return phrasesOf(task.document);
		case 'order':
			return task.items.map(({ id }) => id);
		case 'sort':
			return each(task.cards, task.bins.at(-1)?.id ?? '');
		case 'weigh':
			return each(task.points, 'silent');
		case 'place':
			return each(task.tokens, { centre: [-127.123456789012, -38.123456789012] });
		case 'cite':
			return each(task.fields, null);
		case 'write':
			return '';
	}
}
