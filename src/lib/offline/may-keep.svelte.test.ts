import { describe, expect, it } from 'vitest';
import { mayKeep } from './may-keep';

/** A window in which the site may be kept, but for what is changed. */
function inventWindow(change: Record<string, unknown> = {}): Window & typeof globalThis {
	const invented: Record<string, unknown> = {
		...{ isSecureContext: true, DecompressionStream: class {} },
		navigator: { serviceWorker: {} },
		location: { protocol: 'https:' },
		document: { documentElement: document.createElement('html') }
	};
	invented['parent'] = invented;
	return Object.assign(invented, change) as unknown as Window & typeof globalThis;
}

const inCourse = document.createElement('html');
inCourse.dataset['course'] = 'scorm12';

describe('whether the site may be kept', () => {
	it('is so for the site itself at the top of a window', () => {
		expect(mayKeep(inventWindow())).toBe(true);
		expect(mayKeep(inventWindow({ navigator: { serviceWorker: {}, connection: { saveData: false } } }))).toBe(
			true
		);
	});

	it.each([
		['on an unsafe connection', { isSecureContext: false }],
		['in a browser without workers', { navigator: {} }],
		['in a browser that cannot unpack', { DecompressionStream: undefined }],
		['from a disk', { location: { protocol: 'file:' } }],
		['in a frame', { parent: {} }],
		['in a course package', { document: { documentElement: inCourse } }],
		['where data is saved', { navigator: { serviceWorker: {}, connection: { saveData: true } } }]
	])('is not so %s', (_, change) => {
		expect(mayKeep(inventWindow(change))).toBe(false);
	});
});
