import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import type { Browser } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { MOST_CHARACTERS, printState, readState } from '../../src/lib/course/state-code';
import type { CourseFile } from '../../src/lib/model/course';
import { startHost } from '../course/host';
import { expect, test, watchContext } from './harness';

const ROOT = join(import.meta.dirname, '..', '..');
const LESSON = 'ask-advise-order';
const STEP = 'through-whose-hands';
const ANSWER = 'To Ni Zhiliang, his ambassador';

// One after the other in one process: packing takes longer than looking.
test.describe.configure({ mode: 'default' });
const packed = new Map<string, ReturnType<typeof packAnew>>();

function pack(kind: string) {
	const known = packed.get(kind) ?? packAnew(kind);
	packed.set(kind, known);
	return known;
}

/** Packs the lesson out of the built site, as a teacher would, and unpacks it. */
function packAnew(kind: string) {
	const folder = mkdtempSync(join(tmpdir(), 'p38-'));
	const out = join(folder, 'lesson.zip');
	const argv = ['package', '--lesson', LESSON, '--as', kind, '--level', 'middle', '--out', out];
	const command = [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), 'src/cli/p38.ts', ...argv];
	const { status, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' });
	expect(status, stderr).toBe(0);
	const zip = readFileSync(out);
	rmSync(folder, { recursive: true });
	return { size: zip.length, files: unzipSync(zip) as Record<string, Uint8Array> };
}

/** A browser that keeps nothing on the device, and reaches no host but the course's. */
async function openBlocked(browser: Browser, origin: string, complaints: string[]) {
	const context = await browser.newContext({ serviceWorkers: 'block' });
	await watchContext(context, origin, complaints);
	await context.route(
		(url) => url.origin !== origin,
		(route) => route.abort()
	);
	await context.addInitScript(() => {
		for (const name of ['localStorage', 'sessionStorage']) {
			Object.defineProperty(window, name, {
				get() {
					throw new DOMException('blocked', 'SecurityError');
				}
			});
		}
	});
	return context.newPage();
}

/** All answers but those of one task, as a course system would have kept them. */
function almostDone(files: Record<string, Uint8Array>) {
	const course = JSON.parse(strFromU8(files['site/course.json'] ?? new Uint8Array())) as CourseFile;
	const answers = course.tasks.flatMap(({ id }) =>
		id === 'who-hears-convey' ? [] : { task: id, answer: 'done' }
	);
	const state = { attempt: 'a1b2c3d4', seen: course.steps, answers, isDone: false };
	return { course, state: printState(state, course).text };
}

test('holds what the lesson needs, no key, no map of the code, and no link that leads nowhere', () => {
	const { size, files } = pack('scorm12');
	const paths = new Set(Object.keys(files));
	expect(size).toBeLessThanOrEqual(6_000_000);
	expect(
		[...paths].filter((path) => /\.map$|(^|\/)(teach|sheets|documents\/[^/]*\/index)/.test(path))
	).toEqual([]);
	expect([...paths]).toEqual(
		expect.arrayContaining(['PROVENANCE.txt', 'licence/data.md', 'licence/libraries.txt'])
	);

	const texts = [...paths].filter((path) => /\.(html|json|js)$/.test(path));
	const guide = readFileSync(join(ROOT, `data/collections/korea-1950/lessons/01-${LESSON}/guide.md`), 'utf8');
	const keys = guide
		.split('\n')
		.filter((line) => /^\s+(say|evidence_allows|three): /.test(line) && line.length > 60);
	expect(keys.length).toBeGreaterThan(0);
	const dead: string[] = [];
	for (const path of texts) {
		const text = strFromU8(files[path] ?? new Uint8Array());
		expect(text, path).not.toContain('sourceMappingURL');
		for (const key of keys)
			expect(text.includes(key.replace(/^\s+\w+: /, '').slice(0, 50)), path).toBe(false);
		if (!path.endsWith('.html')) continue;
		const parser = new Parser({
			onopentag(name, { href, src, target }) {
				const address = src ?? href;
				if (address === undefined || /^(#|data:)/.test(address)) return;
				if (/^https?:/.test(address)) {
					if (name !== 'a' || target !== '_blank') dead.push(`${path}: ${address} would take the frame away`);
					return;
				}
				const file = posix.join(posix.dirname(path), address.replace(/[?#].*$/, ''));
				if (address.startsWith('/') || !paths.has(file)) dead.push(`${path}: ${address}`);
			}
		});
		parser.end(text);
	}
	expect(dead).toEqual([]);
});

test('reports to a SCORM 1.2 system from a frame in a folder, with storage and network blocked, and resumes', async ({
	browser
}) => {
	const { files } = pack('scorm12');
	const host = await startHost(files, ROOT);
	const complaints: string[] = [];
	const page = await openBlocked(browser, host.url, complaints);
	const lesson = page.frameLocator('iframe');
	try {
		await page.goto(`${host.url}/course/play.html`);
		await expect(lesson.getByRole('button', { name: 'Finish and return' })).toBeVisible();
		await expect.poll(() => host.cmi.core['lesson_status']).toBe('incomplete');
		await expect(lesson.getByRole('radio', { name: /Grades|High|University/ })).toHaveCount(1);
		await expect(lesson.getByRole('navigation', { name: 'Main' })).toBeHidden();
		await expect(lesson.getByRole('navigation', { name: 'Language' })).toBeHidden();
		await expect(lesson.getByRole('button', { name: 'Share' })).toBeHidden();
		await lesson.getByRole('link', { name: 'Through whose hands' }).click();
		await lesson.getByRole('radio', { name: ANSWER }).check();
		await lesson.getByRole('button', { name: 'Commit my answer' }).click();
		await expect.poll(() => host.cmi.core['lesson_location']).toBe(STEP);
		await expect
			.poll(() => Object.values(host.cmi.interactions ?? {}))
			.toMatchObject([{ id: 'who-hears-convey', type: 'choice', student_response: 'a', result: 'correct' }]);
		expect(host.cmi.suspend_data.length).toBeLessThanOrEqual(MOST_CHARACTERS);
		// A link of the text lights its phrase; it leads to nothing that is not there.
		await lesson.getByRole('link', { name: 'first line' }).click();
		await expect(lesson.getByRole('link', { name: 'first line' })).toHaveAttribute('aria-current', 'true');
		const outside = await lesson
			.locator('a[href]')
			.evaluateAll((links) =>
				(links as HTMLAnchorElement[])
					.filter(
						({ href, target }) => !href.includes('/course/7/files/site/lessons/') && target !== '_blank'
					)
					.map(({ href }) => href)
			);
		expect(outside).toEqual([]);

		// Another visit, from the step where the last one ended; the rest of the lesson was done meanwhile.
		await page.goto('about:blank');
		await expect.poll(() => host.finished).toBe(1);
		expect(host.cmi.core).toMatchObject({ lesson_status: 'incomplete', exit: 'suspend' });
		await page.goto(`${host.url}/course/play.html`);
		await expect(lesson.getByRole('heading', { level: 1, name: 'Through whose hands' })).toBeVisible();
		await expect(lesson.getByText('Your answer, and the reasons')).toBeVisible();
		await page.goto('about:blank');
		// What the page sends as it goes may come after it has gone.
		await expect.poll(() => host.finished).toBe(2);
		host.cmi = { ...host.cmi, suspend_data: almostDone(files).state };
		await page.goto(`${host.url}/course/play.html`);
		await lesson.getByRole('radio', { name: ANSWER }).check();
		await lesson.getByRole('button', { name: 'Commit my answer' }).click();
		await expect.poll(() => host.cmi.core['lesson_status']).toBe('completed');
		await lesson.getByRole('button', { name: 'Finish and return' }).click();
		await expect(lesson.getByRole('dialog')).toContainText('It counts as completed');
		await expect.poll(() => host.finished).toBe(3);
		expect([complaints, host.missing]).toEqual([[], []]);
	} finally {
		await page.context().close();
		await host.close();
	}
});

test('opens as a web folder, and is small', async ({ browser }) => {
	const { size, files } = pack('web');
	expect(size).toBeLessThanOrEqual(6_000_000);
	const host = await startHost(files, ROOT);
	const complaints: string[] = [];
	const page = await openBlocked(browser, host.url, complaints);
	try {
		await page.goto(`${host.filesUrl}index.html`);
		await page.getByRole('link', { name: 'Through whose hands' }).click();
		await page.getByRole('radio', { name: ANSWER }).check();
		await page.getByRole('button', { name: 'Commit my answer' }).click();
		await expect(page.getByRole('heading', { name: 'Your answer, and the reasons' })).toBeFocused();
		expect([host.missing, complaints]).toEqual([[], []]);
	} finally {
		await page.context().close();
		await host.close();
	}
});

test('reports to a cmi5 system in the order of duties, through an outage, and returns', async ({
	browser
}) => {
	const { files } = pack('cmi5');
	const host = await startHost(files, ROOT);
	const complaints: string[] = [];
	const page = await openBlocked(browser, host.url, complaints);
	const { lrs } = host;
	try {
		const { course, state } = almostDone(files);
		lrs.states.set('p38-work', JSON.stringify({ state, location: STEP, isDone: false }));
		const unit = /<url>([^<]*)<\/url>/.exec(strFromU8(files['cmi5.xml'] ?? new Uint8Array()))?.[1] ?? '';
		await page.goto(`${host.filesUrl}${unit}&${lrs.launch(`${host.url}/course/lrs`)}`);
		await expect(page.getByRole('heading', { level: 1, name: 'Through whose hands' })).toBeVisible();
		expect(page.url()).not.toContain('fetch=');
		await expect.poll(() => lrs.verbs()).toEqual(['initialized']);
		lrs.outages = [503];
		await page.getByRole('radio', { name: ANSWER }).check();
		await page.getByRole('button', { name: 'Commit my answer' }).click();
		await expect.poll(() => lrs.verbs()).toEqual(['initialized', 'completed']);
		const kept = () => (JSON.parse(lrs.states.get('p38-work') ?? '{}') as { state: string }).state;
		await expect.poll(() => readState(kept(), course)?.isDone).toBe(true);
		await page.getByRole('button', { name: 'Finish and return' }).click();
		await expect(page.getByRole('heading', { name: 'Back in the course' })).toBeVisible();
		expect(lrs.verbs()).toEqual(['initialized', 'completed', 'terminated']);
		expect(lrs.complaints).toEqual([]);
		expect(complaints.filter((line) => !/status of 503/.test(line))).toEqual([]);
		expect(host.missing.filter((path) => path !== '/favicon.ico')).toEqual([]);
	} finally {
		await page.context().close();
		await host.close();
	}
});
