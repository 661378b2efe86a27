import { describe, expect, it } from 'vitest';
import {
	findCircles,
	findStrayPackages,
	findSvelteBelowState,
	findUnknownRooms,
	findUpwardImports
} from './import-rules';
import { inventSources, listPaths, readSources } from './sources';
import type { Source } from './sources';

const sources = readSources('src');

interface Rule {
	title: string;
	find: (sources: Source[]) => string[];
	/** Invented files, each of which the rule must report. */
	bad: Record<string, string>[];
	/** Invented files that the rule must leave alone. */
	good: Record<string, string>[];
}

const RULES: Rule[] = [
	{
		title: 'a room imports only from rooms below it',
		find: findUpwardImports,
		bad: [
			{ 'src/lib/model/a.ts': "import { b } from '$lib/state/b';" },
			{ 'src/lib/model/a.ts': "import type { B } from '$lib/server/b';" },
			{ 'src/lib/map/A.svelte': '<script lang="ts">import { b } from \'../reader/b\';</script>' },
			{ 'src/lib/reader/a.ts': "const b = await import('$lib/workspace/b');" },
			{ 'src/lib/timeline/a.ts': "export { b } from '$lib/server/b';" },
			{ 'src/lib/state/a.ts': "import { b } from '$lib/importers/b';" },
			{ 'src/lib/ui/a.ts': "import { b } from '$lib/schema/b';" },
			{ 'src/lib/importers/a.ts': "import { b } from '$lib/exporters/b';" },
			{ 'src/lib/schema/a.ts': "import { m } from '$lib/paraglide/messages';" },
			{ 'src/lib/map/a.ts': "let b: import('$lib/timeline/b').B;" },
			{ 'src/routes/+page.ts': "import { b } from '$lib/server/b';" },
			{ 'src/routes/a.ts': "import { b } from '../cli/b';" },
			{ 'src/lib/map/a.ts': "import { b } from '$lib/toys/b';" }
		],
		good: [
			{ 'src/lib/model/a.ts': "import { b } from '$lib/schema/b'; import { c } from './c';" },
			{ 'src/lib/ui/A.svelte': "<script>import { m } from '$lib/paraglide/messages';</script>" },
			{ 'src/routes/documents/[id]/+page.server.ts': "import { b } from '$lib/server/b';" },
			{ 'src/routes/site.json/+server.ts': "import { b } from '$lib/server/b';" },
			{ 'src/cli/a.ts': "import { b } from '$lib/server/b';" },
			{ 'src/lib/workspace/A.svelte': "<script>import B from '$lib/map/B.svelte';</script>" }
		]
	},
	{
		title: 'no file reaches itself by its imports',
		find: findCircles,
		bad: [
			{
				'src/lib/model/a.ts': "import type { B } from './b';",
				'src/lib/model/b.ts': "export { c } from './c';",
				'src/lib/model/c.ts': "import { a } from '$lib/model/a';"
			},
			{
				'src/lib/ui/A.svelte': "<script>import { b } from './b.svelte';</script>",
				'src/lib/ui/b.svelte.ts': "import A from './A.svelte';"
			}
		],
		good: [
			{
				'src/lib/model/a.ts': "import { b } from './b'; import { c } from './c';",
				'src/lib/model/b.ts': "import { c } from './c';",
				'src/lib/model/c.ts': ''
			}
		]
	},
	{
		title: 'a package is used only in the rooms that own it',
		find: findStrayPackages,
		bad: [
			{ 'src/lib/reader/a.ts': "import { scaleUtc } from 'd3';" },
			{ 'src/lib/timeline/a.ts': "import * as d3 from 'd3';" },
			{ 'src/lib/timeline/a.ts': "import { scaleUtc } from 'd3-scale';" },
			{ 'src/lib/map/a.ts': "import { geoPath, select } from 'd3';" },
			{ 'src/lib/workspace/a.ts': "const map = await import('maplibre-gl');" },
			{ 'src/lib/workspace/a.ts': "import 'maplibre-gl/dist/maplibre-gl.css';" },
			{ 'src/lib/model/a.ts': "import { readFile } from 'node:fs';" },
			{ 'src/lib/state/a.ts': "import { join } from 'path';" },
			{ 'src/lib/map/a.ts': "import { goto } from '$app/navigation';" },
			{ 'src/lib/server/a.ts': "import { z } from 'zod';" },
			{ 'src/lib/timeline/a.ts': "import edtf from 'edtf';" },
			{ 'src/lib/state/a.ts': "import { Temporal } from 'temporal-polyfill';" },
			{ 'src/lib/model/a.ts': "import { parse } from 'yaml';" }
		],
		good: [
			{ 'src/lib/map/a.ts': "import { geoPath, geoMercator } from 'd3'; import { Map } from 'maplibre-gl';" },
			{ 'src/lib/timeline/a.ts': "import { scaleUtc } from 'd3';" },
			{ 'src/lib/server/a.ts': "import { readFile } from 'node:fs/promises';" },
			{ 'src/lib/model/a.test.ts': "import { readFile } from 'node:fs/promises';" },
			{ 'src/routes/+page.svelte': "<script>import { page } from '$app/state';</script>" }
		]
	},
	{
		title: 'schema and model know no Svelte',
		find: findSvelteBelowState,
		bad: [
			{ 'src/lib/model/a.ts': "import { tick } from 'svelte';" },
			{ 'src/lib/schema/a.ts': "import { b } from './b.svelte';" }
		],
		good: [{ 'src/lib/state/a.ts': "import { createContext } from 'svelte';" }]
	},
	{
		title: 'every file of src/lib stands in a room',
		find: (files) => findUnknownRooms(files.map(({ path }) => path)),
		bad: [{ 'src/lib/things.ts': '' }, { 'src/lib/toys/a.ts': '' }],
		good: [{ 'src/lib/map/a.ts': '' }]
	}
];

describe.each(RULES)('$title', ({ find, bad, good }) => {
	it('holds in src', () => {
		expect(find(sources)).toEqual([]);
	});
	it.each(bad)('reports bad example %#', (files) => {
		expect(find(inventSources(files))).not.toEqual([]);
	});
	it.each(good)('leaves alone good example %#', (files) => {
		expect(find(inventSources(files))).toEqual([]);
	});
});

it('reads the whole of src', () => {
	expect(sources.length).toBeGreaterThan(20);
	expect(listPaths('src')).toEqual(expect.arrayContaining(sources.map(({ path }) => path)));
	expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(50);
});
