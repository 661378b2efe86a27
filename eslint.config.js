import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const noSleep = {
	selector: "CallExpression[callee.property.name='waitForTimeout'], CallExpression[callee.name='setTimeout']",
	message: 'Wait for a state (a locator, a URL, a response), not for a time.'
};
const noInlineStyle = {
	selector: "SvelteAttribute[key.name='style']",
	message: 'The content security policy refuses it in a prerendered page: use a class or an SVG attribute.'
};
const noUnrunTests = {
	selector:
		"CallExpression[callee.object.name=/^(test|it|describe)$/][callee.property.name=/^(skip|only|fixme|todo|skipIf|runIf)$/], CallExpression[callee.object.object.name='test'][callee.property.name=/^(skip|only|fixme)$/]",
	message: 'Every test runs, every time: mend it or delete it.'
};

export default defineConfig(
	{
		ignores: [
			'build/',
			'.svelte-kit/',
			'.vite/',
			'test-results/',
			'playwright-report/',
			'screenshots/',
			'static/',
			'src/lib/paraglide/',
			'src/messages/'
		]
	},
	js.configs.recommended,
	ts.configs.recommendedTypeChecked,
	svelte.configs.recommended,
	svelte.configs.prettier,
	{
		// A rule that must be broken is a rule to change here, for all to see.
		linterOptions: { noInlineConfig: true },
		languageOptions: {
			globals: { ...globals.browser, ...globals.node },
			parserOptions: {
				projectService: { allowDefaultProject: ['playwright.config.ts', 'src/service-worker.ts'] },
				tsconfigRootDir: import.meta.dirname,
				extraFileExtensions: ['.svelte']
			}
		},
		rules: {
			// The type checker knows the globals; this rule does not know types.
			'no-undef': 'off',
			eqeqeq: ['error', 'always'],
			'no-restricted-globals': ['error', 'event', 'name', 'status'],
			'@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{ considerDefaultExhaustiveForUnions: true }
			]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: ts.parser, svelteConfig }
		},
		rules: {
			'svelte/no-at-html-tags': 'error',
			'svelte/require-each-key': 'error',
			'svelte/button-has-type': 'error',
			'svelte/no-target-blank': 'error',
			// Addresses reach the rooms below `routes` as props made with resolve(); the crawl and the sub-path tests follow every link.
			'svelte/no-navigation-without-resolve': 'off',
			// Our sets and maps are never changed in place: they are replaced in $state.raw.
			'svelte/prefer-svelte-reactivity': 'off',
			'no-restricted-syntax': ['error', noInlineStyle]
		}
	},
	{
		files: ['src/lib/**', 'src/routes/**'],
		rules: { 'no-console': 'error' }
	},
	{
		files: ['src/**/*.{ts,js,mjs}', 'tests/**/*.{ts,mjs}'],
		// A declaration file says what a foreign package exports.
		ignores: ['**/*.d.ts'],
		rules: {
			'no-restricted-exports': [
				'error',
				{
					restrictDefaultExports: {
						direct: true,
						named: true,
						defaultFrom: true,
						namedFrom: true,
						namespaceFrom: true
					}
				}
			]
		}
	},
	{
		files: ['**/*.test.ts'],
		rules: { 'no-restricted-syntax': ['error', noUnrunTests] }
	},
	{
		files: ['tests/e2e/**/*.ts'],
		rules: { 'no-restricted-syntax': ['error', noSleep, noUnrunTests] }
	},
	{
		// Here types are asked for one thing only, whether all is waited for: else what failed afterwards would be nobody's.
		files: ['**/*.test.ts', 'tests/**/*.ts'],
		rules: {
			...ts.configs.disableTypeChecked.rules,
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': 'off'
		}
	},
	{
		// svelte-check sees the types of components; to ask for them here a second time doubled the time of the whole lint.
		files: ['**/*.svelte'],
		extends: [ts.configs.disableTypeChecked]
	},
	{
		// Plain JavaScript reads JSON and talks to tools without types; the type check still sees its JSDoc.
		files: ['**/*.{js,mjs}'],
		extends: [ts.configs.disableTypeChecked]
	}
);
