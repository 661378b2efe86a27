import { expect, test as base } from '@playwright/test';
import type { BrowserContext } from '@playwright/test';

/** What went wrong in any page of a test without the test looking for it. */
export interface Complaints {
	/** One line each: kind, what was said, where. */
	readonly list: string[];
	/** Takes out the complaints a test means to cause, and returns how many there were. */
	expectSome: (pattern: RegExp) => number;
}

interface Watch {
	complaints: Complaints;
}

/**
 * Playwright's test, failing by itself on page errors, console errors, refusals by the content security policy, and
 * any request to another origin.
 */
export const test = base.extend<Watch>({
	complaints: [
		async ({ context, baseURL }, use) => {
			const list: string[] = [];
			await watchContext(context, new URL(baseURL ?? 'http://localhost').origin, list);
			await use({
				list,
				expectSome: (pattern) => {
					const kept = list.filter((line) => !pattern.test(line));
					const taken = list.length - kept.length;
					list.splice(0, list.length, ...kept);
					return taken;
				}
			});
			expect(list, 'nothing may go wrong unseen').toEqual([]);
		},
		{ auto: true }
	]
});

export { expect };

/**
 * Writes down every complaint of a context's pages. Also for contexts a test opens by itself.
 *
 * @param origin the only origin that may be asked for anything
 */
export async function watchContext(context: BrowserContext, origin: string, list: string[]): Promise<void> {
	await context.exposeBinding('reportViolation', (_source, line: string) => void list.push(line));
	await context.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', (event) => {
			const report = Reflect.get(globalThis, 'reportViolation') as (line: string) => void;
			report(`policy: ${event.effectiveDirective} refused ${event.blockedURI} in ${event.documentURI}`);
		});
	});
	context.on('request', (request) => {
		const url = new URL(request.url());
		const isOurs = url.origin === origin || ['data:', 'blob:', 'about:'].includes(url.protocol);
		if (!isOurs) list.push(`foreign request: ${request.url()}`);
	});
	context.on('weberror', (error) => list.push(`page error: ${error.error().message}`));
	context.on('console', (message) => {
		if (message.type() === 'error') list.push(`console: ${message.text()} (${message.location().url})`);
	});
}
