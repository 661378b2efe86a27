import { isBuiltin } from 'node:module';
import { isTest, roomOf } from './sources';
import type { Import, Source } from './sources';

/** The rooms from the ground up: a room imports only from lower lines, and not from its own. */
const LINES: readonly (readonly string[])[] = [
	['schema'],
	['model'],
	['importers', 'exporters', 'server'],
	['state', 'ui'],
	[
		'timeline',
		'map',
		'reader',
		'lens',
		'table',
		'lesson',
		'course',
		'sheet',
		'kiosk',
		'search',
		'teach',
		'offline'
	],
	['workspace'],
	['routes', 'cli']
];
const MODEL_LINE = 1;
const DISK_LINE = 2;
const TOP_LINE = LINES.length - 1;

/** Which rooms may name a package. What is not listed is free. */
const OWNERS: readonly { packages: RegExp; rooms: readonly string[] }[] = [
	{ packages: /^d3$/, rooms: ['timeline', 'map'] },
	{ packages: /^maplibre-gl(\/|$)/, rooms: ['map'] },
	{ packages: /^zod(\/|$)/, rooms: ['schema'] },
	{ packages: /^edtf(\/|$)/, rooms: ['schema', 'model'] },
	{ packages: /^temporal-polyfill(\/|$)/, rooms: ['model'] },
	{ packages: /^\$app\//, rooms: ['routes', 'workspace'] },
	{ packages: /^markdown-it$/, rooms: ['server'] },
	{ packages: /^yaml$/, rooms: ['importers', 'exporters', 'server', 'cli'] }
];

/** Reports every import that does not go down in the house. */
export function findUpwardImports(sources: Source[]): string[] {
	return eachImport(sources, (source, { target }) => {
		const from = roomOf(source.path);
		const to = target && roomOf(target);
		if (!from || !to || from === to) return undefined;
		if (to === 'paraglide') {
			return lineOf(from) > DISK_LINE || from === 'cli'
				? undefined
				: `${from} must not know the interface's words`;
		}
		if (lineOf(to) < 0) return `there is no room named ${to}`;
		if (from === 'ui') return `ui imports nothing of ours, but here is ${to}`;
		if (lineOf(to) >= lineOf(from)) return `${from} must not import from ${to}, which is not below it`;
		if (lineOf(to) === DISK_LINE && lineOf(from) < TOP_LINE) {
			return `${from} must not import from ${to}: data reaches it by load`;
		}
		const isServerFile = /(^|\/)\+(page|layout)?\.?server\.ts$/.test(source.path);
		if (to === 'server' && from === 'routes' && !isServerFile)
			return 'only +*.server.ts and +server.ts read from server';
		return undefined;
	});
}

/** Reports files of src/lib that stand in no known room. */
export function findUnknownRooms(paths: string[]): string[] {
	return paths
		.filter((path) => path.startsWith('src/lib/') && !isTest(path))
		.filter((path) => lineOf(roomOf(path) ?? '') < 0)
		.map((path) => `${path}: not in a room of the house`);
}

/** Reports groups of files that import each other, types included. */
export function findCircles(sources: Source[]): string[] {
	const targets = new Map(
		sources.map(({ path, imports }) => [path, imports.flatMap(({ target }) => target ?? [])])
	);
	const done = new Set<string>();
	const circles: string[] = [];

	const walk = (path: string, trail: string[]): void => {
		const start = trail.indexOf(path);
		if (start >= 0) circles.push([...trail.slice(start), path].join(' → '));
		if (start >= 0 || done.has(path)) return;
		for (const target of targets.get(path) ?? []) walk(target, [...trail, path]);
		done.add(path);
	};
	for (const path of targets.keys()) walk(path, []);
	return circles;
}

/** Reports packages used outside of the rooms that own them. */
export function findStrayPackages(sources: Source[]): string[] {
	return eachImport(sources, (source, { specifier, target, names }) => {
		const room = roomOf(source.path);
		if (target || !room) return undefined;
		if (isBuiltin(specifier) && room !== 'cli' && room !== 'server') {
			return `${specifier} belongs to cli, server and the tests`;
		}
		if (/^d3-/.test(specifier)) return `take it from d3, which is what package.json names`;
		if (specifier === 'd3' && names.includes('*'))
			return 'name what is used of d3, so that only that is shipped';
		const drawing = names.filter((name) => !/^(geo|Geo)/.test(name));
		if (specifier === 'd3' && room === 'map' && drawing.length > 0) {
			return `the map takes only geo… from d3, not ${drawing.join(', ')}`;
		}
		const owner = OWNERS.find(({ packages }) => packages.test(specifier));
		return owner && !owner.rooms.includes(room)
			? `${specifier} belongs to ${owner.rooms.join(' and ')}`
			: undefined;
	});
}

/** Reports Svelte in the rooms that must run without it. */
export function findSvelteBelowState(sources: Source[]): string[] {
	return eachImport(sources, (source, { specifier }) => {
		const line = lineOf(roomOf(source.path) ?? '');
		const isSvelte = /^svelte(\/|$)/.test(specifier) || specifier.endsWith('.svelte');
		return line >= 0 && line <= MODEL_LINE && isSvelte ? 'schema and model know no Svelte' : undefined;
	});
}

function lineOf(room: string): number {
	return LINES.findIndex((line) => line.includes(room));
}

function eachImport(
	sources: Source[],
	judge: (source: Source, found: Import) => string | undefined
): string[] {
	return sources
		.filter(({ path }) => !isTest(path))
		.flatMap((source) =>
			source.imports.flatMap((found) => {
				const complaint = judge(source, found);
				return complaint ? [`${source.path}:${found.line}: ${found.specifier}: ${complaint}`] : [];
			})
		);
}
