import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** What `lib/state/words` imports: where each language's words are, by locale; nothing while the site is being worked on. */
const TABLES = 'virtual:word-tables';
const MESSAGE = /\/lib\/paraglide\/messages\/(\w+)\.js$/;
const SAID = /^const (\w\w)_\w+ = .*? (\(i?\)) => \{\n\treturn \/\*\* .*? \*\/ (\(`[^]*?`\))\n\};$/gm;

/** Words of rooms that the first page does not have: they stay with the pages that say them, in every language. */
const ELSEWHERE = /^(about|cite|course|disputes|kiosk|lesson|sheet|sources|table|task|teach|work)_/;

/** The words of one language: at each place the code of a text, or of a function from what is filled in to a text. */
export type WordTable = string[];

/**
 * Keeps each language's words in a file of its own when the site is built: a page has one language, and no script that it asks for
 * brings the other two.
 * @param made folder with the compiled messages, a file for each
 * @param locales the languages
 */
export function splitWords(made: string, locales: readonly string[]): Plugin {
	const written = resolve('.svelte-kit', 'words');
	let isBuild = false;
	let places: Map<string, number> | undefined;
	return {
		name: 'split-words',
		enforce: 'pre',
		configResolved(config) {
			isBuild = config.command === 'build';
		},
		resolveId: (id) => (id === TABLES ? `\0${TABLES}` : null),
		load(id) {
			if (id !== `\0${TABLES}`) return null;
			if (!isBuild) return 'export const tables = {};';
			mkdirSync(written, { recursive: true });
			for (const [locale, table] of readTables(made, locales))
				writeFileSync(join(written, `words-${locale}.js`), `export default[${table.join(',\n')}];\n`);
			const imports = locales.map(
				(locale) => `import ${locale} from ${JSON.stringify(join(written, `words-${locale}.js?url`))};\n`
			);
			return `${imports.join('')}export const tables = { ${locales.join(', ')} };`;
		},
		transform(_code, id, options) {
			const key = MESSAGE.exec(id)?.[1];
			if (!isBuild || options?.ssr || key === undefined) return null;
			const place = (places ??= new Map(listKeys(made).map((one, index) => [one, index]))).get(key);
			if (place === undefined) return null;
			return {
				code: `import { say } from '$lib/state/words';\nexport const ${key} = (inputs, options) => say(${place}, inputs, options);`,
				map: null
			};
		}
	};
}

/**
 * @param made folder with the compiled messages
 * @returns by locale, the words in the order of `listKeys`
 * @throws Error when a message is compiled to a form unknown here
 */
export function readTables(made: string, locales: readonly string[]): Map<string, WordTable> {
	const tables = new Map<string, WordTable>(locales.map((locale) => [locale, []]));
	for (const key of listKeys(made)) {
		const said = [...readFileSync(join(made, `${key}.js`), 'utf8').matchAll(SAID)];
		if (said.length !== locales.length) throw new Error(`The message ${key} has a form that is not known.`);
		for (const [, locale = '', inputs, text = ''] of said)
			tables.get(locale)?.push(inputs === '(i)' ? `i=>${text.slice(1, -1)}` : text.slice(1, -1));
	}
	return tables;
}

/** The messages of the tables, each at its place there. */
export function listKeys(made: string): string[] {
	return readdirSync(made)
		.filter((file) => file.endsWith('.js'))
		.map((file) => basename(file, '.js'))
		.filter((key) => key !== '_index' && !ELSEWHERE.test(key))
		.sort();
}
