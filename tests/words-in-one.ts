import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const MADE = /\/lib\/paraglide\/messages\/_index\.js$/;
const IMPORT = /^import .* from '\.\.\/runtime\.js';$/gm;

/** Joins the compiled messages to one module: to load more than a thousand small ones took the tests longer than anything else. */
export function wordsInOne(): Plugin {
	return {
		name: 'words-in-one',
		enforce: 'pre',
		load(id) {
			if (!MADE.test(id)) return null;
			const folder = join(id, '..');
			const parts = readdirSync(folder)
				.filter((file) => file.endsWith('.js') && file !== '_index.js')
				.map((file) => readFileSync(join(folder, file), 'utf8'));
			const imports = new Set(parts.flatMap((part) => part.match(IMPORT) ?? []));
			return [...imports, ...parts.map((part) => part.replace(IMPORT, ''))].join('\n');
		}
	};
}
