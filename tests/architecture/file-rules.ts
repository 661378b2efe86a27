import { posix } from 'node:path';
import ts from 'typescript';
import { isTest } from './sources';
import type { Source } from './sources';

const COMPONENT_LINES = 300;
const MODULE_LINES = 250;
const DERIVED_PER_EFFECT = 3;

const DRAWERS = /^(utils?|helpers?|shared|common|misc)(\.|$)/i;
const BARREL = /^index\.(svelte\.)?(ts|js|mjs)$/;

// Names of vocabularies and reserved names for examples, not places anything is fetched from; and this machine itself.
const FREE_ADDRESSES =
	/^https?:\/\/(www\.w3\.org\/|w3id\.org\/xapi\/|adlnet\.gov\/expapi\/|www\.adlnet\.org\/xsd\/|www\.imsproject\.org\/xsd\/|www\.imsglobal\.org\/xsd\/|ltsc\.ieee\.org\/xsd\/|schema\.org|(www\.)?inlang\.com\/schema|purl\.org\/|([\w-]+\.)*example\.(org|com)\b|localhost|127\.0\.0\.1|\$\{)/;

/** Reports files and folders named for what nobody could find a name for, and barrels. */
export function findBadNames(sources: Source[]): string[] {
	return sources.flatMap(({ path, script }) => {
		const parts = path.split('/');
		const drawer = parts.find((part) => DRAWERS.test(part));
		const found = drawer ? [`${path}: "${drawer}" says nothing; name it by its subject`] : [];
		if (BARREL.test(posix.basename(path))) found.push(`${path}: no index files; import the file itself`);
		else if (isBarrel(script)) found.push(`${path}: only hands on what other files export; import those`);
		return found;
	});
}

/** Reports names that do not follow the house: components PascalCase, modules lower-case. */
export function findBadCase(sources: Source[]): string[] {
	return sources.flatMap(({ path }) => {
		const name = posix.basename(path);
		if (!path.startsWith('src/lib/') || !/\.(svelte|ts)$/.test(name)) return [];
		const isComponent = name.endsWith('.svelte');
		const good = isComponent ? /^[A-Z][A-Za-z0-9]*\.svelte$/ : /^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z]+)*\.ts$/;
		return good.test(name) ? [] : [`${path}: components are PascalCase, modules lower-case with hyphens`];
	});
}

/** Reports files that have grown past reading. */
export function findLongFiles(sources: Source[]): string[] {
	return sources.flatMap(({ path, text }) => {
		if (!/\.(svelte|ts|js|mjs)$/.test(path) || isTest(path)) return [];
		const limit = path.endsWith('.svelte') ? COMPONENT_LINES : MODULE_LINES;
		const lines = text.trimEnd().split('\n').length;
		return lines > limit ? [`${path}: ${lines} lines, the limit is ${limit}`] : [];
	});
}

/** Reports default exports; components have theirs from the compiler. */
export function findDefaultExports(sources: Source[]): string[] {
	return sources
		.filter(({ exportsDefault }) => exportsDefault)
		.map(({ path }) => `${path}: exports a default`);
}

/** Reports addresses of other hosts; a site that asks for nothing needs none in its code. */
export function findForeignAddresses(sources: Source[]): string[] {
	return eachLine(sources, (line) => {
		const addresses = line.match(/\bhttps?:\/\/[^\s'"`)<>]+/g) ?? [];
		return addresses.filter((address) => !FREE_ADDRESSES.test(address));
	});
}

/** Reports paths that exist on one machine only. */
export function findMachinePaths(sources: Source[]): string[] {
	return eachLine(
		sources,
		(line) => line.match(/(?<![\w.$}*/-])\/(?:work|tmp|root|home\/\w+|Users\/\w+)\/[\w.-]+/g) ?? []
	);
}

/**
 * Reports words of one collection in the engine, which must serve any. A comment may give an example.
 *
 * @param words names as a reader would write them; matched as whole words, whatever their case
 */
export function findCollectionWords(sources: Source[], words: string[]): string[] {
	const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
	return eachLine(
		sources
			.filter(({ path }) => !isTest(path))
			.map(({ text, ...rest }) => ({ ...rest, text: blankComments(text) })),
		(line) => line.match(pattern) ?? []
	);
}

/** Reports when state is mirrored by effects rather than derived; the map's engine has to be told things. */
export function findTooManyEffects(sources: Source[]): string[] {
	const counted = sources.filter(({ path }) => !path.startsWith('src/lib/map/') && !isTest(path));
	const derived = countRunes(counted, '$derived');
	const effects = countRunes(counted, '$effect');
	return derived >= effects * DERIVED_PER_EFFECT
		? []
		: [`${derived} $derived to ${effects} $effect; at least ${DERIVED_PER_EFFECT} to one are wanted`];
}

/** Reports what stands at the top of the project and is not known there. */
export function findStrangers(names: string[]): string[] {
	return names.filter((name) => !TOP.has(name) && !LEFT_BY_TOOLS.has(name));
}

const TOP = new Set([
	...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'LICENSE'],
	...['package.json', 'package-lock.json', '.npmrc', 'tsconfig.json'],
	...['svelte.config.js', 'vite.config.ts', 'playwright.config.ts', 'eslint.config.js'],
	...['.prettierrc', '.prettierignore', '.gitignore', '.gitattributes', '.ci'],
	...['data', 'src', 'static', 'tests']
]);
const LEFT_BY_TOOLS = new Set([
	...['.git', 'node_modules', '.svelte-kit', 'build', '.vite', '.DS_Store'],
	...['test-results', 'playwright-report', 'screenshots', 'bench-results.json', 'soak-results.json']
]);

function isBarrel(script: string): boolean {
	const { statements } = ts.createSourceFile('a.ts', script, ts.ScriptTarget.Latest, true);
	return (
		statements.length > 0 && statements.every((one) => ts.isExportDeclaration(one) && one.moduleSpecifier)
	);
}

function countRunes(sources: Source[], rune: '$derived' | '$effect'): number {
	let count = 0;
	for (const { script } of sources) {
		const visit = (node: ts.Node): void => {
			if (ts.isCallExpression(node) && readRune(node.expression) === rune) count += 1;
			ts.forEachChild(node, visit);
		};
		visit(ts.createSourceFile('a.ts', script, ts.ScriptTarget.Latest, true));
	}
	return count;
}

function readRune(called: ts.Expression): string | undefined {
	if (ts.isIdentifier(called)) return called.text;
	return ts.isPropertyAccessExpression(called) ? readRune(called.expression) : undefined;
}

function blankComments(text: string): string {
	const comment = /\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(?<=^|\s)\/\/.*$/gm;
	return text.replace(comment, (found) => found.replace(/[^\n]/g, ' '));
}

function eachLine(sources: Source[], find: (line: string) => readonly string[]): string[] {
	return sources.flatMap(({ path, text }) =>
		text.split('\n').flatMap((line, index) => find(line).map((found) => `${path}:${index + 1}: ${found}`))
	);
}
