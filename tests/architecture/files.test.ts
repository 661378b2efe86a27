import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCollectionWords } from './collection-words';
import {
	findBadCase,
	findBadNames,
	findCollectionWords,
	findDefaultExports,
	findForeignAddresses,
	findLongFiles,
	findMachinePaths,
	findStrangers,
	findTooManyEffects
} from './file-rules';
import { inventSources, readSources, ROOT } from './sources';
import type { Source } from './sources';

const inSrc = readSources('src');
const everywhere = [...inSrc, ...readSources('tests')];
// The rules' own examples are bad on purpose.
const code = everywhere.filter(({ path }) => !path.startsWith('tests/architecture/'));
const words = readCollectionWords();

interface Rule {
	title: string;
	find: (sources: Source[]) => string[];
	sources: Source[];
	bad: Record<string, string>[];
	good: Record<string, string>[];
}

const RULES: Rule[] = [
	{
		title: 'names say what is inside',
		find: findBadNames,
		sources: everywhere,
		bad: [
			{ 'src/lib/utils/a.ts': '' },
			{ 'src/lib/map/helpers.ts': '' },
			{ 'src/lib/map/index.ts': '' },
			{ 'src/lib/map/all.ts': "export { a } from './a';\nexport * from './b';" }
		],
		good: [{ 'src/lib/map/style.ts': "import { a } from './a';\nexport const b = a;" }]
	},
	{
		title: 'components are PascalCase, modules lower-case',
		find: findBadCase,
		sources: inSrc,
		bad: [{ 'src/lib/map/mapView.svelte': '' }, { 'src/lib/map/mapContext.ts': '' }],
		good: [{ 'src/lib/map/MapView.svelte': '' }, { 'src/lib/map/map-context.svelte.ts': '' }]
	},
	{
		title: 'no file is past reading',
		find: findLongFiles,
		sources: inSrc,
		bad: [{ 'src/lib/map/A.svelte': 'x\n'.repeat(301) }, { 'src/lib/map/a.ts': 'x\n'.repeat(251) }],
		good: [{ 'src/lib/map/A.svelte': 'x\n'.repeat(300) }, { 'src/lib/map/a.ts': 'x\n'.repeat(250) }]
	},
	{
		title: 'nothing is exported without a name',
		find: findDefaultExports,
		sources: code.filter(({ path }) => !path.endsWith('.d.ts')),
		bad: [
			{ 'src/lib/map/a.ts': 'export default 1;' },
			{ 'src/lib/map/a.ts': 'export default function draw() {}' },
			{ 'src/lib/map/a.ts': 'const a = 1; export { a as default };' }
		],
		good: [{ 'src/lib/map/a.ts': 'export const a = 1;' }]
	},
	{
		title: 'the code names no other host',
		find: findForeignAddresses,
		sources: inSrc.filter(({ path }) => !path.endsWith('.test.ts')),
		bad: [
			{ 'src/lib/map/a.ts': "const tiles = 'https://tiles.openstreetmap.org/{z}';" },
			{ 'src/app.html': '<link href="http://fonts.googleapis.com">' }
		],
		good: [{ 'src/lib/ui/A.svelte': '<svg xmlns="http://www.w3.org/2000/svg" />' }]
	},
	{
		title: 'nothing names a folder of one machine',
		find: findMachinePaths,
		sources: code,
		bad: [{ 'src/cli/a.ts': "read('/tmp/a.txt');" }, { 'tests/e2e/a.ts': '// see /home/ada/notes' }],
		good: [{ 'src/cli/a.ts': "import('$lib/work/a'); const b = 'documents/work/a';" }]
	},
	{
		title: 'the engine knows no word of the shipped collection',
		find: (sources) => findCollectionWords(sources, words),
		sources: inSrc,
		bad: [
			{ 'src/lib/map/a.ts': "const home = 'Seoul';" },
			{ 'src/messages/en.json': '{ "map_title": "Map of Korea" }' },
			{ 'src/lib/timeline/a.ts': 'const start = Date.UTC(1950, 5, 25);' },
			{ 'src/lib/server/a.ts': "const shipped = 'data/collections/korea-1950';" }
		],
		good: [
			{ 'src/lib/map/a.ts': 'const home = collection.openingView; // such as Seoul' },
			{ 'src/lib/map/a.ts': '/**\n * For example 1950-10-01.\n */' },
			{ 'src/lib/map/a.test.ts': "const home = 'Seoul';" }
		]
	},
	{
		title: 'state is derived, not mirrored',
		find: findTooManyEffects,
		sources: inSrc,
		bad: [{ 'src/lib/ui/A.svelte': '<script>const a = $derived(1); $effect(() => {});</script>' }],
		good: [
			{
				'src/lib/ui/A.svelte':
					'<script>const a = $derived(1), b = $derived.by(f), c = $derived(2); $effect.pre(f);</script>'
			},
			{ 'src/lib/map/A.svelte': '<script>$effect(() => {});</script>' }
		]
	}
];

describe.each(RULES)('$title', ({ find, sources, bad, good }) => {
	it('holds', () => {
		expect(find(sources)).toEqual([]);
	});
	it.each(bad)('reports bad example %#', (files) => {
		expect(find(inventSources(files))).not.toEqual([]);
	});
	it.each(good)('leaves alone good example %#', (files) => {
		expect(find(inventSources(files))).toEqual([]);
	});
});

describe('the top of the project', () => {
	it('holds only what is known there', () => {
		expect(findStrangers(readdirSync(ROOT))).toEqual([]);
	});
	it('reports what is not', () => {
		expect(findStrangers(['README.md', 'notes.txt', 'scripts'])).toEqual(['notes.txt', 'scripts']);
	});
});

it('knows the words of the shipped collection', () => {
	expect(words.length).toBeGreaterThan(20);
});
