import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS, findBrowser } from './tests/browser.mjs';

const port = Number(process.env.P38_TEST_PORT ?? 4273);
const executablePath = findBrowser()?.executablePath;

const viewport = { width: 1366, height: 768 };

// eslint wants named exports in the project; Playwright reads its settings from the default one.
export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results/e2e',
	workers: 2,
	fullyParallel: true,
	retries: 0,
	forbidOnly: Boolean(process.env.CI),
	timeout: 90_000,
	globalTimeout: 20 * 60_000,
	expect: { timeout: 15_000 },
	reporter: [['list']],
	use: {
		baseURL: `http://localhost:${port}/`,
		serviceWorkers: 'block',
		locale: 'en-GB',
		timezoneId: 'UTC',
		// A trace of every test costs a third of the time of all: `npx playwright test --trace on <file>` makes one.
		trace: 'off',
		reuseContext: true,
		launchOptions: { executablePath, args: BROWSER_ARGS }
	},
	projects: [
		{
			name: 'chromium',
			use: { viewport },
			testMatch: ['**/map.spec.ts', '**/*.webgl.spec.ts']
		},
		{
			// Drawn by software the engine's map costs seconds a page: what is not about it is tested beside the drawn map.
			name: 'no-webgl',
			use: { viewport, launchOptions: { executablePath, args: [...BROWSER_ARGS, '--disable-3d-apis'] } },
			testMatch: '**/*.spec.ts',
			testIgnore: ['**/map.spec.ts', '**/*.webgl.spec.ts', '**/*.no-js.spec.ts']
		},
		{
			name: 'no-js',
			use: { viewport, javaScriptEnabled: false },
			testMatch: '**/*.no-js.spec.ts'
		}
	],
	webServer: {
		command: `node src/cli/serve.mjs --dir build --port ${port}`,
		url: `http://localhost:${port}/`,
		reuseExistingServer: false
	}
});
