// Watches one screen: node watchdog.mjs --restart-site COMMAND --restart-browser COMMAND. It needs nothing but Node.js 18 or newer.
import { spawnSync } from 'node:child_process';
import { argv } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

/** The page's title beats every ten seconds. Seconds. */
const EVERY = 15;
const PATIENCE = 60;

/**
 * @typedef {{ title: string | null, since: number, failures: number }} Seen the last title and when it first stood so, in seconds
 */

/** @type {Seen} */
export const NOTHING_SEEN = { title: null, since: 0, failures: 0 };

/**
 * What is to be done, from what was seen last time and is seen now.
 *
 * @param {Seen} last
 * @param {{ isServed: boolean, title: string | null, now: number }} look title null: the browser does not answer, or has another page
 * @returns {{ seen: Seen, act: 'site' | 'browser' | null }}
 */
export function judge(last, { isServed, title, now }) {
	const failures = isServed ? 0 : last.failures + 1;
	if (failures >= 3) return { seen: { ...last, failures: 0 }, act: 'site' };
	// The first look begins the count; a title that has moved begins it anew.
	const isAlive = last.since === 0 || (title !== null && title !== last.title);
	if (isAlive) return { seen: { title, since: now, failures }, act: null };
	if (now - last.since < PATIENCE) return { seen: { ...last, failures }, act: null };
	return { seen: { title: null, since: now, failures }, act: 'browser' };
}

/**
 * What shows that a page lives: its title, which beats. The still page has no script to beat with, and goes back by itself.
 *
 * @param {{ url: string, title: string } | undefined} page
 * @param {number} now seconds
 */
export function signOfLife(page, now) {
	if (!page) return null;
	return new URL(page.url).pathname.endsWith('/kiosk/still/') ? `still ${now}` : page.title;
}

/** @param {string} address */
async function read(address) {
	try {
		const answer = await fetch(address, { signal: AbortSignal.timeout(5_000) });
		return answer.ok ? await answer.json() : null;
	} catch {
		return null;
	}
}

async function watch() {
	const { values } = parseArgs({
		options: {
			site: { type: 'string', default: 'http://localhost:4173/' },
			browser: { type: 'string', default: 'http://127.0.0.1:9222/' },
			'restart-site': { type: 'string' },
			'restart-browser': { type: 'string' }
		}
	});
	const commands = { site: values['restart-site'], browser: values['restart-browser'] };
	let seen = NOTHING_SEEN;
	for (;;) {
		const health = await read(new URL('health.json', values.site).href);
		const pages = (await read(new URL('json/list', values.browser).href)) ?? [];
		const page = pages.find(
			(/** @type {{ type: string, url: string }} */ one) =>
				one.type === 'page' && one.url.startsWith(values.site)
		);
		// Not the date: a clock that is set back would let a dead screen stay dead.
		const now = performance.now() / 1000;
		const look = { isServed: health !== null, title: signOfLife(page, now), now };
		const { seen: next, act } = judge(seen, look);
		seen = next;
		const command = act && commands[act];
		if (command) {
			console.log(`${act}: no sign of life, running "${command}"`);
			spawnSync(command, { shell: true, stdio: 'inherit' });
		}
		await wait(EVERY * 1000);
	}
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) await watch();
