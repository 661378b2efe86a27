import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listKeys, readTables } from './split-words';

type Word = string | ((inputs: Record<string, string>) => string);

const made = mkdtempSync(join(tmpdir(), 'p38-words-'));
const WORDS = {
	app_name: { en: 'Parallel', ko: '평행선' },
	map_from: { en: 'From ${i?.a}:\n“${i?.b}”', ko: '${i?.a}에서: `${i?.b}`'.replaceAll('`', '\\`') },
	kiosk_begin: { en: 'Begin', ko: '시작' }
};

/** A message in the form in which it is compiled for a build. */
function compiled(key: string, texts: Record<string, string>): string {
	const said = Object.entries(texts).map(
		([locale, text]) =>
			`const ${locale}_${key} = /** @type {(inputs: X) => LocalizedString} */ (${text.includes('${') ? 'i' : ''}) => {\n\treturn /** @type {LocalizedString} */ (\`${text}\`)\n};\n`
	);
	return `/* eslint-disable */\n${said.join('\n')}\nexport const ${key} = ((inputs = {}) => {\n\treturn ko_${key}(inputs)\n});`;
}

describe('the words of each language by themselves', () => {
	beforeAll(() => {
		for (const [key, texts] of Object.entries(WORDS))
			writeFileSync(join(made, `${key}.js`), compiled(key, texts));
		for (const other of ['_index.js', 'package.json']) writeFileSync(join(made, other), '');
	});
	afterAll(() => rmSync(made, { recursive: true }));

	test.each([
		['en', ['Parallel', 'From here:\n“there”']],
		['ko', ['평행선', 'here에서: `there`']]
	])('in %s', async (locale, said) => {
		const code = `export default[${readTables(made, ['en', 'ko']).get(locale)?.join(',\n')}]`;
		const { default: words } = (await import(
			/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
		)) as { default: Word[] };
		const inputs = { a: 'here', b: 'there' };
		expect(words.map((word) => (typeof word === 'string' ? word : word(inputs)))).toEqual(said);
	});

	test('those of rooms that the first page does not have stay with their pages', () => {
		expect(listKeys(made)).toEqual(['app_name', 'map_from']);
	});

	test('a message of an unknown form is refused', () => {
		expect(() => readTables(made, ['en', 'ko', 'ja'])).toThrow('app_name has a form that is not known');
	});
});
