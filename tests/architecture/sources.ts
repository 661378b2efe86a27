import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** One place where a file names another file or a package. */
export interface Import {
	specifier: string;
	/** Path inside the project, or undefined for a package. */
	target: string | undefined;
	/** Names taken; `*` for all of them, `default` for the default one. Empty for a bare or lazy import. */
	names: string[];
	line: number;
}

export interface Source {
	/** Path inside the project with forward slashes: `src/lib/map/style.ts`. */
	path: string;
	text: string;
	/** The script alone, on the same lines as in the file. */
	script: string;
	imports: Import[];
	exportsDefault: boolean;
}

const GENERATED = ['src/lib/paraglide', 'src/messages/project.inlang', 'tests/fixtures'];
const SCRIPTED = /\.(ts|js|mjs|svelte)$/;
const READABLE = /\.(ts|js|mjs|svelte|css|html|json)$/;

/**
 * Reads every file of a folder that people write.
 *
 * @param folder path inside the project
 */
export function readSources(folder: string): Source[] {
	const paths = listPaths(folder);
	const known = new Set(paths);
	return paths
		.filter((path) => READABLE.test(path))
		.map((path) => parseSource(path, readFileSync(join(ROOT, path), 'utf8'), known));
}

/** Makes sources of a few invented files, to see a rule report them. */
export function inventSources(files: Record<string, string>): Source[] {
	const known = new Set(Object.keys(files));
	return Object.entries(files).map(([path, text]) => parseSource(path, text, known));
}

/** Lists the paths of all files below a folder, generated ones left out. */
export function listPaths(folder: string): string[] {
	if (GENERATED.includes(folder) || !existsSync(join(ROOT, folder))) return [];
	return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = posix.join(folder, entry.name);
		return entry.isDirectory() ? listPaths(path) : [path];
	});
}

/** The room a file stands in: `map`, `routes`, `cli`, ...; undefined outside of src and for what is not in a room. */
export function roomOf(path: string): string | undefined {
	return /^src\/lib\/([^/]+)\//.exec(path)?.[1] ?? /^src\/(routes|cli|messages)\//.exec(path)?.[1];
}

export function isTest(path: string): boolean {
	return path.startsWith('tests/') || /\.test\.ts$/.test(path);
}

function parseSource(path: string, text: string, known: Set<string>): Source {
	const script = SCRIPTED.test(path) ? extractScript(path, text) : '';
	const file = ts.createSourceFile(`${path}.ts`, script, ts.ScriptTarget.Latest, true);
	const imports: Import[] = [];
	let exportsDefault = false;

	const visit = (node: ts.Node): void => {
		const found = readImport(node);
		if (found) {
			const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
			imports.push({ ...found, line, target: resolveTarget(path, found.specifier, known) });
		}
		exportsDefault ||= isDefaultExport(node);
		ts.forEachChild(node, visit);
	};
	visit(file);
	return { path, text, script, imports, exportsDefault };
}

function readImport(node: ts.Node): { specifier: string; names: string[] } | undefined {
	if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
		return { specifier: node.moduleSpecifier.text, names: readNames(node.importClause) };
	}
	if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
		const { exportClause } = node;
		const named = exportClause && ts.isNamedExports(exportClause) ? exportClause.elements : undefined;
		const names = named ? named.map(({ propertyName, name }) => (propertyName ?? name).text) : ['*'];
		return { specifier: node.moduleSpecifier.text, names };
	}
	if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
		const [argument] = node.arguments;
		return argument && ts.isStringLiteralLike(argument) ? { specifier: argument.text, names: [] } : undefined;
	}
	if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
		const { literal } = node.argument;
		return ts.isStringLiteral(literal) ? { specifier: literal.text, names: [] } : undefined;
	}
	return undefined;
}

function readNames(clause: ts.ImportClause | undefined): string[] {
	if (!clause) return [];
	const { name, namedBindings } = clause;
	const first = name ? ['default'] : [];
	if (!namedBindings) return first;
	if (ts.isNamespaceImport(namedBindings)) return [...first, '*'];
	return [...first, ...namedBindings.elements.map((element) => (element.propertyName ?? element.name).text)];
}

function isDefaultExport(node: ts.Node): boolean {
	if (ts.isExportAssignment(node)) return true;
	if (ts.isExportSpecifier(node)) return node.name.text === 'default';
	const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
	return modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
}

/** A component's script blocks, all else blanked out so that lines stay where they are. */
function extractScript(path: string, text: string): string {
	if (!path.endsWith('.svelte')) return text;
	const blank = (part: string): string => part.replace(/[^\n]/g, ' ');
	let script = '';
	let end = 0;
	for (const block of text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)) {
		const code = block[1] ?? '';
		const start = block.index + block[0].indexOf('>') + 1;
		script += blank(text.slice(end, start)) + code;
		end = start + code.length;
	}
	return script + blank(text.slice(end));
}

function resolveTarget(from: string, specifier: string, known: Set<string>): string | undefined {
	const bare = specifier.replace(/\?.*$/, '');
	let path: string;
	if (bare.startsWith('.')) path = posix.join(posix.dirname(from), bare);
	else if (bare === '$lib' || bare.startsWith('$lib/'))
		path = posix.join('src/lib', bare.slice('$lib'.length));
	else return undefined;
	const endings = ['', '.ts', '.svelte.ts', '.js', '.mjs', '/index.ts', '/index.js'];
	const asTypeScript = path.replace(/\.js$/, '.ts');
	return (
		[...endings.map((ending) => path + ending), asTypeScript].find((candidate) => known.has(candidate)) ??
		path
	);
}
