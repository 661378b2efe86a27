/**
 * Makes the fonts of src/fonts: copies the Latin and Cyrillic ones from the installed @fontsource packages, and cuts
 * hangul and hanzi out of Noto Serif KR and SC so that only the characters in use are shipped.
 *
 *     node src/cli/fonts/subset.mjs
 *
 * To be run when tests/data/fonts.test.ts says that a character is missing; the results are committed, so a build
 * needs neither this script nor a network. It takes the full fonts and the tool that cuts them from the npm registry
 * into a temporary folder (about 110 MB) and removes it afterwards: neither is a dependency of the project.
 *
 * src/fonts/charset.txt lists the characters cut so far. The script adds what is new in data/ and src/messages/ and
 * drops nothing; to drop some, edit the file and run the script.
 */
import { execFileSync } from 'node:child_process';
import {
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const FONTS = 'src/fonts';
const CHARSET = join(FONTS, 'charset.txt');
const TEXT = /\.(ya?ml|md|json|geojson|txt)$/;
const SUBSETTER = 'subset-font@2.9.0';

const HANGUL = /[\u3130-\u318f\uac00-\ud7a3]/gu;
const HANZI = /[\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]/gu;

const CUT = [
	{ name: 'noto-serif-kr', source: '@expo-google-fonts/noto-serif-kr@0.4.3', letters: HANGUL },
	{ name: 'noto-serif-sc', source: '@expo-google-fonts/noto-serif-sc@0.4.3', letters: HANZI }
];
const WEIGHTS = { 400: '400Regular', 600: '600SemiBold' };

const COPIED = {
	'@fontsource-variable/source-serif-4': [
		'latin-wght-normal',
		'latin-wght-italic',
		'latin-ext-wght-normal',
		'latin-ext-wght-italic',
		'cyrillic-wght-normal'
	],
	'@fontsource-variable/source-sans-3': [
		'latin-wght-normal',
		'latin-ext-wght-normal',
		'cyrillic-wght-normal'
	],
	'@fontsource/courier-prime': [
		'latin-400-normal',
		'latin-700-normal',
		'latin-ext-400-normal',
		'latin-ext-700-normal'
	]
};

/**
 * @param {string} folder
 * @returns {string} the text of every text file below the folder
 */
function readTexts(folder) {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((path) => TEXT.test(path))
		.map((path) => readFileSync(join(folder, path), 'utf8'))
		.join('');
}

/**
 * @param {string} text
 * @param {RegExp} letters
 * @returns {string} each character once, in order of code point
 */
function pick(text, letters) {
	return [...new Set(text.match(letters) ?? [])].sort().join('');
}

/**
 * @param {string} folder
 * @param {string} file as it begins, in the folder
 * @returns {string}
 */
function find(folder, file) {
	const found = readdirSync(folder).find((name) => name.startsWith(file));
	if (!found) throw new Error(`No ${file} in ${folder}`);
	return join(folder, found);
}

function copyLatin() {
	for (const [source, faces] of Object.entries(COPIED)) {
		const family = source.split('/')[1];
		for (const face of faces) {
			const file = `${family}-${face}.woff2`;
			copyFileSync(join('node_modules', source, 'files', file), join(FONTS, file));
		}
	}
}

/** @param {string} folder an empty folder to work in */
async function cutAsian(folder) {
	/** @param {string[]} words */
	const npm = (...words) => execFileSync('npm', words, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
	writeFileSync(join(folder, 'package.json'), '{"private":true}');
	npm('install', '--no-audit', '--no-fund', SUBSETTER);
	const entry = join(folder, 'node_modules', 'subset-font', 'index.js');
	const { default: subset } = await import(pathToFileURL(entry).href);

	const known = existsSync(CHARSET) ? readFileSync(CHARSET, 'utf8') : '';
	const text = known + readTexts('data') + readTexts('src/messages');
	for (const { name, source, letters } of CUT) {
		npm('pack', source);
		mkdirSync(join(folder, name));
		execFileSync('tar', ['xzf', find(folder, `expo-google-fonts-${name}`), '-C', join(folder, name)]);
		for (const [weight, directory] of Object.entries(WEIGHTS)) {
			const full = readFileSync(find(join(folder, name, 'package', directory), 'NotoSerif'));
			const cut = await subset(full, pick(text, letters), { targetFormat: 'woff2' });
			writeFileSync(join(FONTS, `${name}-${weight}.woff2`), cut);
		}
	}
	writeFileSync(CHARSET, CUT.map(({ letters }) => pick(text, letters) + '\n').join(''));
}

const folder = mkdtempSync(join(tmpdir(), 'fonts-'));
try {
	mkdirSync(FONTS, { recursive: true });
	copyLatin();
	await cutAsian(folder);
} finally {
	rmSync(folder, { recursive: true, force: true });
}
for (const file of readdirSync(FONTS)) console.log(statSync(join(FONTS, file)).size, file);
