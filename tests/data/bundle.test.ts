import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runBundle } from '../../src/cli/bundle';
import { judge, NOTHING_SEEN, signOfLife } from '../../src/cli/kiosk/watchdog.mjs';
import { packSite } from '../../src/cli/offline/pack-site.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

let folder = '';
let said: { stdout: string; stderr: string };

function write(path: string, text: string) {
	mkdirSync(dirname(join(folder, path)), { recursive: true });
	writeFileSync(join(folder, path), text);
}

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'p38-'));
	write('collection/kiosk.yaml', 'idle: 90\n');
	vi.stubEnv('P38_COLLECTION', join(folder, 'collection'));
	write('build/index.html', '<h1>Front</h1>');
	write('build/kiosk/index.html', '<h1>Kiosk</h1>');
	write('build/404.html', '<h1>Not here</h1>');
	write('build/.htaccess', '');
	write('build/_headers', '/*\n  Referrer-Policy: no-referrer\n/offline/*\n  Cache-Control: immutable\n');
	write('build/_app/version.json', '{"version":"b"}');
	write('build/service-worker.js', 'work();\n');
	packSite(join(folder, 'build'));
});
afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true });
});

/** From the project's folder, so that its sheets are found. */
function run(...argv: string[]): number {
	said = { stdout: '', stderr: '' };
	const stdout = { write: (text: string) => void (said.stdout += text) };
	const stderr = { write: (text: string) => void (said.stderr += text) };
	return runBundle(argv, { stdout, stderr, cwd: ROOT });
}

const out = (name: string) => join(folder, name);
const bundle = (name: string, ...more: string[]) =>
	run('--kiosk', '--site', join(folder, 'build'), '--out', out(name), ...more);
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

describe('a bundle for a screen', () => {
	it('is the whole site, with what its installer needs', () => {
		expect(bundle('screen'), said?.stderr).toBe(0);
		for (const path of ['index.html', 'kiosk/index.html', '.htaccess', '_headers', 'health.json'])
			expect(read(`screen/${path}`), path).toBe(read(`build/${path}`));
		expect(read('screen/installer/kiosk.yaml')).toBe('idle: 90\n');
		expect(read('screen/installer/version.txt').trim()).toBe(
			(JSON.parse(read('build/health.json')) as { version: string }).version
		);
		expect(readdirSync(out('screen/installer'))).toEqual(
			expect.arrayContaining(['INSTALL.md', 'policies.json', 'serve.mjs', 'start-browser.sh', 'watchdog.mjs', 'licence'])
		);
		expect(read('screen/installer/start-browser.sh')).toContain('${SITE}kiosk/');
		expect(said.stdout).toMatch(/^Wrote .*screen: \d+ files/);
	});

	it('has a sheet that names only files that are there', () => {
		bundle('screen');
		const sheet = read('screen/installer/INSTALL.md');
		const named = [...sheet.matchAll(/installer\/([\w-]+\.\w+)/g)].map(([, name]) => name ?? '');
		expect(named.length).toBeGreaterThan(6);
		for (const name of named) expect(existsSync(out(`screen/installer/${name}`)), name).toBe(true);
		for (const unit of readdirSync(out('screen/installer')).filter((name) => name.endsWith('.service')))
			for (const [, name] of read(`screen/installer/${unit}`).matchAll(/installer\/([\w-]+\.\w+)/g))
				expect(existsSync(out(`screen/installer/${name}`)), `${unit}: ${name}`).toBe(true);
		expect(JSON.parse(read('screen/installer/policies.json'))).toHaveProperty('URLBlocklist');
	});

	it('opens the site itself where a collection has no kiosk', () => {
		rmSync(out('build/kiosk'), { recursive: true });
		rmSync(out('collection/kiosk.yaml'));
		expect(bundle('screen')).toBe(0);
		expect(read('screen/installer/start-browser.sh')).toContain('ADDRESS="${ADDRESS:-${SITE}}"');
		expect(existsSync(out('screen/installer/kiosk.yaml'))).toBe(false);
	});

	it('is the same zip file for the same site', () => {
		expect(bundle('a.zip')).toBe(0);
		expect(bundle('b.zip')).toBe(0);
		const zip = readFileSync(out('a.zip'));
		expect(zip.equals(readFileSync(out('b.zip')))).toBe(true);
		const files = unzipSync(new Uint8Array(zip));
		expect(strFromU8(files['kiosk/index.html'] ?? new Uint8Array())).toBe('<h1>Kiosk</h1>');
		expect(Object.keys(files)).toEqual(Object.keys(files).sort());
	});

	it('takes away no folder but an earlier bundle, and that only when told so', () => {
		write('mine/letter.txt', 'dear');
		expect(bundle('mine')).toBe(1);
		expect(bundle('mine', '--force')).toBe(1);
		expect(said.stderr).toContain('no earlier bundle');
		expect(read('mine/letter.txt')).toBe('dear');
		expect(bundle('screen')).toBe(0);
		write('screen/left-over.txt', '');
		expect(bundle('screen')).toBe(1);
		expect(said.stderr).toContain('--force');
		expect(bundle('screen', '--force')).toBe(0);
		expect(existsSync(out('screen/left-over.txt'))).toBe(false);
		mkdirSync(out('empty'));
		expect(bundle('empty')).toBe(0);
		expect(readdirSync(folder).filter((name) => /part|old/.test(name))).toEqual([]);
	});

	it('leaves nothing half written where nothing can be written', () => {
		mkdirSync(out('shut'));
		chmodSync(out('shut'), 0o555);
		// To whoever may do everything no folder is shut.
		const isShut = process.getuid?.() !== 0;
		expect(bundle('shut/screen')).toBe(isShut ? 1 : 0);
		chmodSync(out('shut'), 0o755);
		expect(bundle('no/such/screen')).toBe(1);
		expect(said.stderr).toContain('Make it first');
		expect(readdirSync(out('shut')).filter((name) => name.includes('part'))).toEqual([]);
	});

	it('is refused without a built site, or one that no browser keeps', () => {
		rmSync(out('build/offline'), { recursive: true });
		expect(bundle('screen')).toBe(1);
		expect(said.stderr).toContain('P38_OFFLINE');
		rmSync(out('build'), { recursive: true });
		expect(bundle('screen')).toBe(1);
		expect(said.stderr).toContain('npm run build');
		expect(existsSync(out('screen'))).toBe(false);
	});

	it.each([
		[['--out', 'x'], '--kiosk'],
		[['--kiosk'], '--out'],
		[['--kiosk', '--out', 'x', '--colour'], '--colour']
	])('says how it is used: %j', (argv, missing) => {
		expect(run(...argv)).toBe(2);
		expect(said.stderr).toContain(missing);
		expect(said.stderr).toContain('Usage:');
	});
});

describe('the server of a bundle', () => {
	let server: Server;
	afterEach(() => new Promise((done) => server.close(done)));

	it('does what a static host does, for this machine alone', async () => {
		bundle('screen');
		const { serveFolder } = (await import(
			/* @vite-ignore */ pathToFileURL(out('screen/installer/serve.mjs')).href
		)) as { serveFolder: (root: string, port: number) => Promise<Server> };
		server = await serveFolder(out('screen'), 0);
		const { port, address } = server.address() as AddressInfo;
		expect(['127.0.0.1', '::1']).toContain(address);
		const ask = (path: string, method = 'GET') =>
			fetch(`http://localhost:${port}${path}`, { method, redirect: 'manual' });
		const kiosk = await ask('/kiosk/?pitch=0.3');
		expect([kiosk.status, await kiosk.text()]).toEqual([200, '<h1>Kiosk</h1>']);
		expect(kiosk.headers.get('referrer-policy')).toBe('no-referrer');
		expect(kiosk.headers.get('content-type')).toBe('text/html; charset=utf-8');
		const moved = await ask('/kiosk?pitch=0.3');
		expect([moved.status, moved.headers.get('location')]).toEqual([307, '/kiosk/?pitch=0.3']);
		const lost = await ask('/nowhere');
		expect([lost.status, await lost.text()]).toEqual([404, '<h1>Not here</h1>']);
		expect((await ask('//')).status, 'the front page').toBe(200);
		for (const path of ['/.htaccess', '/..%2fcollection/kiosk.yaml', '/%00', '/%E0%A4%A', '//other.example.org/x'])
			expect((await ask(path)).status, path).toBe(404);
		expect((await ask('/', 'POST')).status).toBe(405);
		expect(await (await ask('/', 'HEAD')).text()).toBe('');
	});
});

describe('the watchdog', () => {
	const look = (now: number, title: string | null, isServed = true) => ({ isServed, title, now });
	const after = (...looks: ReturnType<typeof look>[]) =>
		looks.reduce<ReturnType<typeof judge>>(({ seen }, one) => judge(seen, one), { seen: NOTHING_SEEN, act: null });

	it('lets a screen alone whose title beats', () => {
		expect(after(look(100, 'a · 1'), look(115, 'a · 2'), look(170, 'a · 3')).act).toBeNull();
	});

	it('starts the browser again after a minute without a beat, and then gives it another', () => {
		expect(after(look(100, 'a · 1'), look(159, 'a · 1')).act).toBeNull();
		const fallen = after(look(100, 'a · 1'), look(161, 'a · 1'));
		expect(fallen.act).toBe('browser');
		expect(judge(fallen.seen, look(176, null)).act).toBeNull();
		expect(judge(fallen.seen, look(222, null)).act).toBe('browser');
	});

	it('lets the still page stand, which has no script to beat with', () => {
		const still = (now: number) => {
			const page = { url: 'http://localhost:4173/ko/kiosk/still/?x=1', title: 'The telegram' };
			return look(now, signOfLife(page, now));
		};
		expect(after(still(100), still(161), still(330)).act).toBeNull();
		const page = { url: 'http://localhost:4173/kiosk/', title: 'a · 1' };
		expect(after(look(100, signOfLife(page, 100)), look(161, signOfLife(page, 161))).act).toBe('browser');
		expect(signOfLife(undefined, 100)).toBeNull();
	});

	it('starts a browser that does not answer, or has left the site', () => {
		expect(after(look(100, null), look(161, null)).act).toBe('browser');
	});

	it('starts the site again when it did not answer three times in a row', () => {
		const [one, two, three] = [100, 115, 130].map((now) => look(now, `a · ${now}`, false));
		if (!one || !two || !three) throw new Error();
		expect(after(one, two).act).toBeNull();
		expect(after(one, look(110, 'a', true), two, three).act).toBeNull();
		expect(after(one, two, three).act).toBe('site');
	});
});
