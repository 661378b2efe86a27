import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { WORDS } from './src/cli/words.mjs';
import { reloadOnData } from './src/lib/server/reload-on-data.ts';
import { splitWords } from './src/lib/server/split-words.ts';
import { wordsInOne } from './tests/words-in-one.ts';

export default defineConfig({
	plugins: [
		// The whole check has them made once: see tests/run.mjs.
		process.env['P38_WORDS_MADE'] ? null : paraglideVitePlugin(WORDS),
		splitWords('src/lib/paraglide/messages', ['en', 'ko', 'zh']),
		process.env['VITEST'] ? wordsInOne() : null,
		sveltekit(),
		reloadOnData()
	],
	build: {
		// A font inlined as data: would be refused by the content security policy.
		assetsInlineLimit: 0,
		rolldownOptions: { checks: { pluginTimings: false } }
	},
	test: {
		// A busy machine is no failure: nothing here is tested against the clock.
		testTimeout: 60_000,
		// Setting the modules up anew for each file took longer than the tests; no file may leave anything behind for the next.
		isolate: false,
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					environment: 'node',
					include: ['src/**/*.test.ts', 'tests/data/**/*.test.ts', 'tests/architecture/**/*.test.ts'],
					exclude: ['src/**/*.svelte.test.ts']
				}
			},
			{
				extends: true,
				plugins: [svelteTesting()],
				test: {
					name: 'component',
					environment: 'jsdom',
					setupFiles: ['tests/components/patience.ts'],
					include: ['tests/components/**/*.test.ts', 'src/**/*.svelte.test.ts']
				}
			}
		]
	}
});
