import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Locked {
	license?: string;
	integrity?: string;
	link?: boolean;
}

/** Terms under which we may build with a package, or pass it on. */
const ALLOWED = new Set([
	...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
	...['Unlicense', 'CC0-1.0', 'PSF-2.0', 'OFL-1.1', '(MIT OR Apache-2.0)'],
	// Tools of the build (axe, lightningcss): used as they are, no file of theirs is passed on.
	'MPL-2.0'
]);

/** The lock file knows no licence of these: the first and the last say it in their own files, the second is a fork of jsonlint (MIT). */
const FOUND: Record<string, string> = {
	'@inlang/plugin-message-format': 'MIT',
	'@mapbox/jsonlint-lines-primitives': 'MIT',
	'sqlite-wasm-kysely': 'MIT'
};

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
	packages: Record<string, Locked>;
};
const installed = Object.entries(packages).filter(([path]) => path !== '');

describe('the packages', () => {
	it('are all under terms that allow what we do with them', () => {
		const refused = installed.flatMap(([path, { license }]) => {
			const name = path.split('node_modules/').at(-1) ?? path;
			const terms = license ?? FOUND[name] ?? 'unknown';
			return ALLOWED.has(terms) ? [] : [`${name}: ${terms}`];
		});
		expect(installed.length).toBeGreaterThan(100);
		expect(refused).toEqual([]);
	});

	it('are nailed to what was seen: each has its digest', () => {
		expect(installed.filter(([, { integrity, link }]) => !integrity && !link).map(([path]) => path)).toEqual([]);
	});
});
