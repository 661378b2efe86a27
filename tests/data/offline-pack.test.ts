import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { packFiles } from '../../src/cli/offline/pack-files.mjs';
import { listSite, packSite, unpackSite } from '../../src/cli/offline/pack-site.mjs';
import { BrokenPack, inflate, unpackFiles } from '$lib/offline/unpack';

const folder = mkdtempSync(join(tmpdir(), 'p38-pack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Files = [path: string, bytes: Uint8Array][];

/** Through the browser's own way of reading it. */
async function readPack(pack: Uint8Array): Promise<Files> {
	const files = [...unpackFiles(await inflate(new Uint8Array(pack)))];
	return files.map(({ path, bytes }) => [path, bytes]);
}

function say(files: Files): string[] {
	return files.map(([path, bytes]) => `${path} ${createHash('sha256').update(bytes).digest('hex')}`);
}

const text = (words: string) => new TextEncoder().encode(words);

function inventSite(name: string, pages: Record<string, string>): string {
	const dir = join(folder, name);
	const files: Record<string, string> = {
		...pages,
		'_app/version.json': '{"version":"b1"}',
		'service-worker.js': 'work();\n',
		_headers: '/*\n  Referrer-Policy: no-referrer\n  Cache-Control: no-cache\n'
	};
	for (const [path, words] of Object.entries(files)) {
		mkdirSync(join(dir, path, '..'), { recursive: true });
		writeFileSync(join(dir, path), words);
	}
	return dir;
}

describe('a pack', () => {
	it('gives back the built site byte for byte, and is not too much to fetch', async () => {
		expect(existsSync('build/index.html'), 'the site is built').toBe(true);
		const files = listSite('build');
		const pack = packFiles(files);
		expect(say(await readPack(pack))).toEqual(say(files));
		expect(files.length).toBeGreaterThan(500);
		expect(pack.length).toBeLessThan(8_000_000);
	});

	it('gives back whatever files there are', async () => {
		const words = fc.array(fc.constantFrom('<p class="a-long-enough-class">', 'seen again\n', 'é한', '","', 'x'));
		const bytes = fc.oneof(
			fc.uint8Array({ maxLength: 200 }),
			words.map((list) => text(list.join('')))
		);
		const path = fc.tuple(fc.string({ minLength: 1 }), fc.constantFrom('.html', '.json', '.woff2', ''));
		const file = fc.tuple(
			path.map((parts) => parts.join('').toWellFormed()),
			bytes
		);
		await fc.assert(
			fc.asyncProperty(fc.array(file), async (files) => {
				expect(say(await readPack(packFiles(files)))).toEqual(say(files));
			}),
			{ numRuns: 150, seed: 38 }
		);
	});

	it('writes what pages share only once', () => {
		const page = (id: number) => text(`<p id="a${id}">${'<li class="of-the-list">words</li>'.repeat(9)}`);
		const one = gunzipSync(packFiles([['1.html', page(1)]])).length;
		const many: Files = Array.from({ length: 50 }, (_, id) => [`${id}.html`, page(id)]);
		expect(gunzipSync(packFiles(many)).length).toBeLessThan(one + 50 * 60);
	});

	it('is refused when it is cut off, or no pack, or does not come out', async () => {
		const whole = gunzipSync(packFiles([['a.html', text('<p class="a-long-enough-class">words</p>'.repeat(3))]]));
		for (let length = 0; length < whole.length; length += 1) {
			const read = () => [...unpackFiles(whole.subarray(0, length))];
			// Cut after the eight letters it is an empty one.
			if (length === 8) expect(read()).toEqual([]);
			else expect(read, `${length} bytes`).toThrow(BrokenPack);
		}
		await expect(inflate(new Uint8Array(gzipSync(whole).subarray(0, 30)))).rejects.toThrow();
		const huge = new Uint8Array([...text('P38PACK1'), 1, 97, 255, 255, 255, 255, 15]);
		expect(() => [...unpackFiles(huge)]).toThrow(BrokenPack);
		const endless = new Uint8Array([...text('P38PACK1'), ...new Uint8Array(20).fill(255)]);
		expect(() => [...unpackFiles(endless)]).toThrow(BrokenPack);
	});
});

describe('a packed site', () => {
	const pages = { 'index.html': '<h1>Front</h1>', 'about/index.html': '<h1>About</h1>' };

	it('tells the worker of its pack, and the watchdog of its health', async () => {
		const dir = inventSite('told', pages);
		const facts = packSite(dir);
		const worker = readFileSync(join(dir, 'service-worker.js'), 'utf8');
		expect(worker).toBe(`self.p38Pack = ${JSON.stringify(facts)};\nwork();\n`);
		const pack = readFileSync(join(dir, facts.pack));
		expect(facts).toMatchObject({
			build: 'b1',
			files: 3,
			bytes: pack.length,
			sha256: createHash('sha256').update(pack).digest('hex'),
			headers: { 'Referrer-Policy': 'no-referrer' }
		});
		expect(facts.headers).not.toHaveProperty('Cache-Control');
		expect((await readPack(pack)).map(([path]) => path)).toEqual([
			'about/index.html',
			'index.html',
			'_app/version.json'
		]);
		const health = JSON.parse(readFileSync(join(dir, 'health.json'), 'utf8')) as object;
		expect(health).toMatchObject({ version: facts.version, precache: { state: 'none' }, renderer: null });
	});

	it('is the same when it is packed again, and another when one letter is', () => {
		const dir = inventSite('again', pages);
		const first = packSite(dir);
		const worker = readFileSync(join(dir, 'service-worker.js'), 'utf8');
		expect(packSite(dir)).toEqual(first);
		expect(readFileSync(join(dir, 'service-worker.js'), 'utf8')).toBe(worker);
		const copy = join(folder, 'copy');
		cpSync(dir, copy, { recursive: true });
		expect(packSite(copy)).toEqual(first);
		writeFileSync(join(copy, 'index.html'), '<h1>Front!</h1>');
		const changed = packSite(copy);
		expect(changed.version).not.toBe(first.version);
		expect(changed.pack).not.toBe(first.pack);
		expect(existsSync(join(copy, first.pack)), 'the old pack is gone').toBe(false);
	});

	it('can be had without the keeping: the worker then takes back what it kept', () => {
		const dir = inventSite('off', pages);
		packSite(dir);
		unpackSite(dir);
		expect(existsSync(join(dir, 'offline'))).toBe(false);
		const worker = readFileSync(join(dir, 'service-worker.js'), 'utf8');
		expect(worker).toContain('unregister()');
		expect(worker).not.toContain('work()');
		expect(() => new Script(worker)).not.toThrow();
	});
});
